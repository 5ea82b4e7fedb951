package io.projectexport.sandbox;

import io.projectexport.export.text.DisplayFormat;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the pages of the local run, which all show text that other people wrote, and moments as the application does. */
public final class HtmlTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    private final DisplayFormat format;

    /** Renders templates out of this folder of the class path, moments in the clock's zone. */
    public HtmlTemplates(String folder, Clock clock) {
        format = new DisplayFormat(clock);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix(folder.substring(1));
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
    }

    public String render(String name, Map<String, Object> model) {
        Map<String, Object> values = new HashMap<>(model);
        values.put("format", format);
        return engine.process(name, new Context(Locale.ENGLISH, values));
    }
}
