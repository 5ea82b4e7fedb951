package io.projectexport.sandbox;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the pages of the local run, which all show text that other people wrote. */
public final class HtmlTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    /** Renders templates out of this folder of the class path. */
    public HtmlTemplates(String folder) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix(folder.substring(1));
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
    }

    public String render(String name, Map<String, Object> model) {
        return engine.process(name, new Context(Locale.ENGLISH, model));
    }
}
