package io.projectexport.process.rule;

import static io.projectexport.process.rule.ModelEdit.CORRECT;
import static io.projectexport.process.rule.ModelEdit.CREATE;
import static io.projectexport.process.rule.ModelEdit.REGISTER;
import static io.projectexport.process.rule.ModelEdit.RESOLVE;
import static io.projectexport.process.rule.ModelEdit.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.GuardedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What administrators draw and may draw: the guard lets it through. */
class UsefulModelsTest {

    private static final String CYCLE =
            "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>PT30S,PT5M,PT1H</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>";

    private static final String RETRIEVED =
            "<bpmn:boundaryEvent id=\"%sRetrieved\" attachedToRef=\"%s\"><bpmn:messageEventDefinition messageRef=\"message_projectRetrieved\" /></bpmn:boundaryEvent>";

    private static final String FORM =
            "{\"id\":\"second\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[{\"type\":\"textfield\",\"key\":\"projectName\",\"label\":\"Name\",\"readonly\":true},{\"type\":\"radio\",\"key\":\"secondDecision\",\"label\":\"Confirm?\",\"values\":[{\"value\":\"yes\",\"label\":\"Yes\"},{\"value\":\"no\",\"label\":\"No\"}]}]}";

    /** An edit that is wanted. */
    record Useful(String what, UnaryOperator<ModelEdit> edit) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static String mail(String id) {
        return "<bpmn:serviceTask id=\"%s\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${escalateReviewDelegate}\">%s</bpmn:serviceTask>"
                .formatted(id, CYCLE);
    }

    private static String timer(String definition) {
        return "<bpmn:timerEventDefinition>%s</bpmn:timerEventDefinition>".formatted(definition);
    }

    private static String boundary(String id, String activity, boolean interrupts, String definition) {
        return "<bpmn:boundaryEvent id=\"%s\" cancelActivity=\"%s\" attachedToRef=\"%s\">%s</bpmn:boundaryEvent>"
                .formatted(id, interrupts, activity, definition);
    }

    static Stream<Useful> useful() {
        return Stream.of(
                new Useful(
                        "a second user task after the review",
                        model -> model.userTask("director")
                                .to("flow_accepted", "director")
                                .arrow("director", CREATE)),
                new Useful(
                        "a second opinion with a gateway and a form of its own, before the review",
                        model -> model.file("second.form", FORM)
                                .add(
                                        "<bpmn:userTask id=\"second\" name=\"Second\" camunda:formRef=\"second\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"erp-admin\"/>")
                                .add(RETRIEVED.formatted("second", "second"))
                                .arrow("secondRetrieved", "serviceTask_retrieveProject")
                                .exclusive("confirmed")
                                .userTask("clear")
                                .to("flow_registered", "second")
                                .arrow("second", "confirmed")
                                .arrow("confirmed", REVIEW, "${secondDecision == 'yes'}")
                                .arrow("confirmed", "clear", "${secondDecision == 'no'}")
                                .arrow("clear", REVIEW)),
                new Useful(
                        "a reminder",
                        model -> model.add(boundary(
                                        "remind", REVIEW, false, timer("<bpmn:timeDuration>P2D</bpmn:timeDuration>")))
                                .add(mail("reminder"))
                                .add("<bpmn:endEvent id=\"reminded\"/>")
                                .arrow("remind", "reminder")
                                .arrow("reminder", "reminded")),
                new Useful(
                        "a reminder again and again",
                        model -> model.add(boundary(
                                        "remind", CORRECT, false, timer("<bpmn:timeCycle>R/P7D</bpmn:timeCycle>")))
                                .add(mail("reminder"))
                                .arrow("remind", "reminder")),
                new Useful(
                        "a task after Synced",
                        model -> model.userTask("file").to("flow_told", "file").arrow("file", "endEvent_synced")),
                new Useful(
                        "a task beside the mail after Synced, joined",
                        model -> model.parallel("split")
                                .parallel("join")
                                .userTask("file")
                                .to("flow_created", "split")
                                .arrow("split", "serviceTask_notifyAboutXeroJob")
                                .arrow("split", "file")
                                .to("flow_told", "join")
                                .arrow("file", "join")
                                .arrow("join", "endEvent_synced")),
                new Useful(
                        "a task before the review",
                        model -> model.userTask("check")
                                .to("flow_registered", "check")
                                .arrow("check", REVIEW)),
                new Useful(
                        "two checks at once before the review",
                        model -> model.parallel("split")
                                .parallel("join")
                                .userTask("a")
                                .userTask("b")
                                .to("flow_registered", "split")
                                .arrow("split", "a")
                                .arrow("split", "b")
                                .arrow("a", "join")
                                .arrow("b", "join")
                                .arrow("join", REVIEW)),
                new Useful(
                        "checks as they are needed, by an inclusive gateway",
                        model -> model.add(
                                        "<bpmn:inclusiveGateway id=\"split\" default=\"split_c\"/><bpmn:inclusiveGateway id=\"join\"/>")
                                .userTask("a")
                                .userTask("b")
                                .userTask("c")
                                .to("flow_registered", "split")
                                .arrow("split", "a", "${country == 'Spain'}")
                                .arrow("split", "b", "${client == 'ACME'}")
                                .arrow("split", "c")
                                .arrow("a", "join")
                                .arrow("b", "join")
                                .arrow("c", "join")
                                .arrow("join", REVIEW)),
                new Useful(
                        "a subprocess around the export with the events on it",
                        model -> model.replaceMatch(
                                        "(<bpmn:serviceTask id=\"serviceTask_createXeroJob\".*?</bpmn:serviceTask>)",
                                        "<bpmn:subProcess id=\"export\"><bpmn:startEvent id=\"s\"/><bpmn:endEvent id=\"e\"/>"
                                                + ModelEdit.arrowXml("s", CREATE, "")
                                                + ModelEdit.arrowXml(CREATE, "e", "")
                                                + "$1</bpmn:subProcess>")
                                .replace("attachedToRef=\"serviceTask_createXeroJob\"", "attachedToRef=\"export\"")
                                .to("flow_accepted", "export")
                                .to("flow_waited", "export")
                                .to("flow_retried", "export")
                                .from("flow_created", "export")),
                new Useful(
                        "an event subprocess that reminds",
                        model -> model.add(
                                "<bpmn:subProcess id=\"late\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"after\" isInterrupting=\"false\">"
                                        + timer("<bpmn:timeDuration>P9D</bpmn:timeDuration>")
                                        + "</bpmn:startEvent>" + mail("told") + "<bpmn:endEvent id=\"done\"/>"
                                        + ModelEdit.arrowXml("after", "told", "")
                                        + ModelEdit.arrowXml("told", "done", "")
                                        + "</bpmn:subProcess>")),
                new Useful(
                        "other ids everywhere",
                        model -> model.replaceMatch("\\b(userTask|serviceTask|gateway|event|flow)_(\\w+)", "my_$1_$2")),
                new Useful(
                        "a copy of the review for a client",
                        model -> model.exclusive("whose")
                                .to("flow_registered", "whose")
                                .add(
                                        "<bpmn:userTask id=\"copy\" camunda:formRef=\"review-project\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"accounting-approvers\"/>")
                                .add(RETRIEVED.formatted("copy", "copy"))
                                .arrow("copyRetrieved", "serviceTask_retrieveProject")
                                .arrow("whose", "copy", "${client == 'ACME'}")
                                .arrow("whose", REVIEW, "${client != 'ACME'}")
                                .arrow("copy", "gateway_accepted")),
                new Useful(
                        "a copy of the review above an amount, by a default flow",
                        model -> model.add(
                                        "<bpmn:exclusiveGateway id=\"large\" default=\"large_%s\"/>".formatted(REVIEW))
                                .to("flow_registered", "large")
                                .add(
                                        "<bpmn:userTask id=\"copy\" camunda:formRef=\"review-project\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"accounting-approvers\"/>")
                                .add(RETRIEVED.formatted("copy", "copy"))
                                .arrow("copyRetrieved", "serviceTask_retrieveProject")
                                .arrow("large", "copy", "${estimate > 100000}")
                                .arrow("large", REVIEW)
                                .arrow("copy", "gateway_accepted")),
                new Useful(
                        "conditions by methods of texts",
                        model -> model.condition("flow_accepted", "${decision.equals('accept')}")
                                .condition("flow_rejected", "${!'ACCEPT'.equals(decision.toUpperCase())}")),
                new Useful(
                        "links instead of long arrows",
                        model -> model.add(
                                        "<bpmn:intermediateThrowEvent id=\"out\"><bpmn:linkEventDefinition name=\"back\"/></bpmn:intermediateThrowEvent>"
                                                + "<bpmn:intermediateCatchEvent id=\"in\"><bpmn:linkEventDefinition name=\"back\"/></bpmn:intermediateCatchEvent>")
                                .to("flow_registering", "out")
                                .arrow("in", REGISTER)),
                new Useful(
                        "default flows",
                        model -> model.replace("name=\"Accepted?\"", "name=\"Accepted?\" default=\"flow_rejected\"")
                                .withoutCondition("flow_rejected")
                                .replace("name=\"Retry?\"", "name=\"Retry?\" default=\"flow_givenUp\"")
                                .withoutCondition("flow_givenUp")),
                new Useful(
                        "conditions on the arrows of the review itself",
                        model -> model.without("flow_reviewed")
                                .from("flow_accepted", REVIEW)
                                .from("flow_rejected", REVIEW)
                                .replaceMatch(
                                        "<bpmn:exclusiveGateway id=\"gateway_accepted\".*?</bpmn:exclusiveGateway>",
                                        "")),
                new Useful(
                        "one event for all that a person resolves, one for what waits",
                        model -> model.replaceMatch(
                                        "<bpmn:boundaryEvent id=\"event_xero(Unavailable|NotConnected)\".*?</bpmn:boundaryEvent>",
                                        "")
                                .without("flow_unavailable")
                                .without("flow_notConnected")
                                .replaceMatch(
                                        "(<bpmn:boundaryEvent id=\"event_xeroRefused\".*?</bpmn:boundaryEvent>)", "")
                                .without("flow_refused")
                                .add(
                                        "<bpmn:boundaryEvent id=\"any\" attachedToRef=\"%s\"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>"
                                                .formatted(CREATE))
                                .arrow("any", RESOLVE)),
                new Useful(
                        "a rejection that ERP admins look at first",
                        model -> model.userTask("look")
                                .to("flow_reopened", "look")
                                .arrow("look", "gateway_rejected")),
                new Useful(
                        "a wait until the next day before the review",
                        model -> model.add("<bpmn:intermediateCatchEvent id=\"night\">"
                                        + timer("<bpmn:timeDuration>PT12H</bpmn:timeDuration>")
                                        + "</bpmn:intermediateCatchEvent>")
                                .to("flow_registered", "night")
                                .arrow("night", REVIEW)),
                new Useful(
                        "a message from another system or a day, whichever is first",
                        model -> model.define("<bpmn:message id=\"ready\" name=\"Ready\"/>")
                                .add("<bpmn:eventBasedGateway id=\"either\"/>"
                                        + "<bpmn:intermediateCatchEvent id=\"said\"><bpmn:messageEventDefinition messageRef=\"ready\"/></bpmn:intermediateCatchEvent>"
                                        + "<bpmn:intermediateCatchEvent id=\"day\">"
                                        + timer("<bpmn:timeDuration>P1D</bpmn:timeDuration>")
                                        + "</bpmn:intermediateCatchEvent>")
                                .to("flow_registered", "either")
                                .arrow("either", "said")
                                .arrow("either", "day")
                                .arrow("said", REVIEW)
                                .arrow("day", REVIEW)),
                new Useful(
                        "an escalation out of a subprocess that goes on",
                        model -> model.define("<bpmn:escalation id=\"large\" escalationCode=\"LARGE\"/>")
                                .add(
                                        "<bpmn:subProcess id=\"sub\"><bpmn:startEvent id=\"s\"/><bpmn:intermediateThrowEvent id=\"t\"><bpmn:escalationEventDefinition escalationRef=\"large\"/></bpmn:intermediateThrowEvent><bpmn:endEvent id=\"e\"/>"
                                                + ModelEdit.arrowXml("s", "t", "") + ModelEdit.arrowXml("t", "e", "")
                                                + "</bpmn:subProcess>")
                                .add(
                                        "<bpmn:boundaryEvent id=\"b\" cancelActivity=\"false\" attachedToRef=\"sub\"><bpmn:escalationEventDefinition escalationRef=\"large\"/></bpmn:boundaryEvent>")
                                .add(mail("told"))
                                .to("flow_registered", "sub")
                                .arrow("sub", REVIEW)
                                .arrow("b", "told")),
                new Useful(
                        "another process that is called, whose failure is looked at",
                        model -> model.define("<bpmn:error id=\"failed\" errorCode=\"FAILED\"/>")
                                .add("<bpmn:callActivity id=\"call\" calledElement=\"archive\"/>")
                                .add(
                                        "<bpmn:boundaryEvent id=\"b\" attachedToRef=\"call\"><bpmn:errorEventDefinition errorRef=\"failed\"/></bpmn:boundaryEvent>")
                                .userTask("look")
                                .to("flow_told", "call")
                                .arrow("call", "endEvent_synced")
                                .arrow("b", "look")
                                .arrow("look", "endEvent_synced")),
                new Useful(
                        "a correction that is withdrawn after a month",
                        model -> model.add(boundary(
                                        "month", CORRECT, false, timer("<bpmn:timeDuration>P30D</bpmn:timeDuration>")))
                                .userTask("ask")
                                .arrow("month", "ask")),
                new Useful(
                        "the same decision asked again at two gateways",
                        model -> model.exclusive("first")
                                .exclusive("second")
                                .userTask("a")
                                .to("flow_registered", "first")
                                .arrow("first", "a", "${estimate > 100}")
                                .arrow("first", "second", "${estimate <= 100}")
                                .arrow("a", "second")
                                .arrow("second", REVIEW, "${estimate > 100 || estimate <= 100}")));
    }

    @ParameterizedTest
    @MethodSource
    void useful(Useful useful) {
        assertThat(useful.edit().apply(ModelEdit.ofExport()).findings())
                .filteredOn(Finding::refuses)
                .extracting(Finding::sentence)
                .isEmpty();
    }

    @Test
    void the_shipped_models_have_no_findings() {
        assertThat(GuardedModels.findings(GuardedModels.shipped())).isEmpty();
    }

    @Test
    void those_of_the_first_release_are_not_refused() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(Path.of("src/test/resources/released/1.0.0"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }

        assertThat(GuardedModels.findings(files)).filteredOn(Finding::refuses).isEmpty();
    }
}
