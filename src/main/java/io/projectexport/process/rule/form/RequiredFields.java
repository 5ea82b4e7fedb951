package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.variable.FormField;
import io.projectexport.process.variable.FormFields;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A form asks for what its task cannot do without; whoever fills it in would be refused for ever. */
@Component
class RequiredFields extends FormRule {

    private static final Set<String> ALWAYS = Set.of("=true", "=1=1", "=1 = 1");

    RequiredFields() {
        super(704, Severity.REFUSES, "A form asks for what its task needs.");
    }

    @Override
    Stream<Finding> check(JsonNode form, Place place, SentModels sent) {
        ShownForm shown = ShownForm.of(form, sent);
        Set<String> asked = askedIn(form).collect(Collectors.toSet());
        Stream<String> ofTasks = shown.tasks().stream().flatMap(RequiredFields::needed);
        Stream<String> ofStart = shown.isStart()
                ? Arrays.stream(ProjectField.values())
                        .filter(ProjectField::isRequired)
                        .map(ProjectField::key)
                : Stream.empty();
        Stream<Finding> missing = Stream.concat(ofTasks, ofStart)
                .distinct()
                .filter(key -> !asked.contains(key))
                .map(key -> finding(
                        place,
                        "does not ask for %s, which its task needs".formatted(key),
                        "Add a field with the key %s that people can fill in".formatted(key)));
        return Stream.concat(missing, jobChoice(shown, asked, place));
    }

    private static Stream<String> needed(DecisionTask task) {
        Stream<String> answer = Stream.of(task.answer().name());
        return task == DecisionTask.CORRECT
                ? answer
                : Stream.concat(answer, Stream.of(ProjectExportProcess.COMMENT.name()));
    }

    private Stream<Finding> jobChoice(ShownForm shown, Set<String> asked, Place place) {
        String key = ProjectExportProcess.JOB_CHOICE.name();
        return !shown.isApproval() || asked.contains(key)
                ? Stream.empty()
                : Stream.of(warning(
                        place,
                        "does not ask for %s, so that a project whose number Xero has already cannot be accepted in Tasklist"
                                .formatted(key),
                        "Add a select with the key %s and the values of jobOptions".formatted(key)));
    }

    /** What is there for people to fill in, where neither it nor a group around it is always hidden. */
    private static Stream<String> askedIn(JsonNode parent) {
        return FormFields.childrenOf(parent)
                .filter(field -> !ALWAYS.contains(field.hiddenIf()))
                .flatMap(field -> Stream.concat(
                        Stream.of(field).filter(FormField::isAsked).map(FormField::key), askedIn(field.json())));
    }
}
