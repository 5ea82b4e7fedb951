package io.projectexport.process.rehearsal;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Reads decision tables that nobody has deployed or checked: in FEEL alone, which calls nothing, and without loops, which could run for
 * ever. Other languages would be a way to run programs.
 */
final class DecisionEngine {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"");
    private static final Pattern LOOP = Pattern.compile("\\b(?:for|some|every|function|external)\\b");

    /** A longer text of a cell is none that people wrote, and would be searched for quotes for long. */
    private static final int LONGEST = 2000;

    private final DmnEngine engine;

    DecisionEngine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setElProvider(expression -> {
            throw new DmnEngineException("No expression language but FEEL");
        });
        configuration.setScriptEngineResolver(language -> null);
        engine = configuration.buildEngine();
    }

    DmnEngine engine() {
        return engine;
    }

    /** Empty where it cannot be read, or is not plain enough to be evaluated here. */
    Optional<DmnDecision> read(String key, byte[] file) {
        try {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
            List<DmnDecision> decisions = isPlain(model) ? engine.parseDecisions(model) : List.of();
            return decisions.stream()
                    .filter(decision -> decision.getKey().equals(key))
                    .findFirst();
        } catch (ModelException | DmnEngineException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(DmnModelInstance model) {
        return model.getModelElementsByType(DmnElement.class).stream().allMatch(DecisionEngine::isFeel)
                && model.getModelElementsByType(Text.class).stream()
                        .map(Text::getTextContent)
                        .allMatch(text -> text.length() <= LONGEST && !hasLoop(text));
    }

    private static boolean hasLoop(String text) {
        return LOOP.matcher(QUOTED.matcher(text).replaceAll("")).find();
    }

    private static boolean isFeel(ModelElementInstance element) {
        String language = element.getAttributeValue("expressionLanguage");
        return language == null || language.toLowerCase(Locale.ROOT).contains("feel");
    }
}
