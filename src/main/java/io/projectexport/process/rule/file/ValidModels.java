package io.projectexport.process.rule.file;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** A file with a model's name is BPMN as its standard says; what refers to nothing or has an id twice is not. */
@Component
class ValidModels extends ModelRule {

    /** In what the checker of the standard's schema says. */
    private static final String OF_THE_SCHEMA = "cvc-";

    private static final Pattern NAMED = Pattern.compile("'([^']*)'");

    ValidModels() {
        super(106, Severity.REFUSES, "A model is BPMN 2.0.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        Set<String> read = sent.models().stream().map(model -> model.resource()).collect(Collectors.toSet());
        return sent.names(BpmnDeployer.BPMN_RESOURCE_SUFFIXES)
                .filter(name -> !read.contains(name))
                .flatMap(name -> check(name, sent.files().get(name)));
    }

    private Stream<Finding> check(String name, byte[] content) {
        try {
            Bpmn.readModelFromStream(new ByteArrayInputStream(content));
            return Stream.empty();
        } catch (ModelException invalid) {
            // what is no XML the rule about XML says
            return text(invalid).contains(OF_THE_SCHEMA)
                    ? Stream.of(finding(Place.ofFile(name), "is no valid BPMN: " + words(invalid), remedy(invalid)))
                    : Stream.empty();
        }
    }

    private static String remedy(ModelException invalid) {
        String message = text(invalid);
        if (message.contains("cvc-id.2")) {
            return "Give each element an id of its own";
        }
        return message.contains("cvc-id.1")
                ? "Take out what refers to an element that was deleted, or draw that element again"
                : "Draw it in Camunda Modeler for BPMN on Camunda 7";
    }

    private static String words(ModelException invalid) {
        String message = text(invalid);
        Matcher id = NAMED.matcher(message);
        String named = id.find() ? id.group(1) : "";
        if (message.contains("cvc-id.2")) {
            return "the id %s is there twice".formatted(named);
        }
        if (message.contains("cvc-id.1")) {
            return "it refers to %s, which is not there".formatted(named);
        }
        return message.replaceFirst("^.*?cvc-[A-Za-z0-9.-]+: ", "").replaceFirst("\\.$", "");
    }

    private static String text(Throwable invalid) {
        Throwable cause = invalid;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip();
    }
}
