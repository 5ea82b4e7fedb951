package io.projectexport.process.rule.file;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** Of each process and form there is one among what is deployed together; nobody could tell which of two counts. */
@Component
class OneOfEachKey extends ModelRule {

    OneOfEachKey() {
        super(107, Severity.REFUSES, "A process and a form are sent once.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        Map<String, List<String>> files = new TreeMap<>();
        sent.models()
                .forEach(model -> model.all(Process.class)
                        .forEach(process -> add(files, "process " + process.getId(), model.resource())));
        sent.forms()
                .forEach((name, form) -> add(files, "form " + form.path("id").asText(), name));
        return files.entrySet().stream()
                .filter(key -> key.getValue().size() > 1)
                .map(key -> finding(
                        Place.ofFile(key.getValue().get(1)),
                        "has the %s, which is in %s, too"
                                .formatted(key.getKey(), key.getValue().get(0)),
                        "Send one of the two"));
    }

    private static void add(Map<String, List<String>> files, String key, String file) {
        files.computeIfAbsent(key, unseen -> new ArrayList<>()).add(file);
    }
}
