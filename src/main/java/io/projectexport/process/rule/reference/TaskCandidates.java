package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Somebody sees each user task; one without candidates waits for ever. */
@Component
class TaskCandidates extends ModelRule {

    private static final Set<String> PEOPLE = Set.of("assignee", "candidateUsers", "candidateGroups");
    private static final Set<String> ROLES = Set.of("potentialOwner", "humanPerformer");

    TaskCandidates() {
        super(211, Severity.REFUSES, "A user task has candidates or an assignee.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .filter(element -> "userTask".equals(element.getLocalName()))
                .filter(task -> !isForSomebody(task))
                .map(task -> model.isOurs()
                        ? finding(model.place(task), "is for nobody", "Fill in \"Candidate groups\", such as erp-admin")
                        : warning(model.place(task), "is for nobody", "Fill in \"Candidate groups\""));
    }

    private static boolean isForSomebody(Element task) {
        return PEOPLE.stream().map(name -> SentModel.attribute(task, name)).anyMatch(TaskCandidates::isSet)
                || ROLES.stream().anyMatch(role -> within(task, role).findAny().isPresent())
                || within(task, "taskListener").anyMatch(TaskCandidates::assigns);
    }

    private static boolean isSet(String value) {
        return value != null && !value.replace(",", "").isBlank();
    }

    private static boolean assigns(Element listener) {
        return listener.getAttribute("expression").matches("(?s).*(addCandidate|setAssignee|\\.assignee).*");
    }

    private static Stream<Element> within(Element task, String name) {
        NodeList found = task.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
