package io.projectexport.process.rule;

import static io.projectexport.process.rule.ModelEdit.CORRECT;
import static io.projectexport.process.rule.ModelEdit.CREATE;
import static io.projectexport.process.rule.ModelEdit.REOPEN;
import static io.projectexport.process.rule.ModelEdit.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Finding;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowRulesTest {

    private static BrokenModel broken(int rule, String says, String what, UnaryOperator<ModelEdit> edit) {
        return new BrokenModel(rule, says, what, edit);
    }

    static Stream<BrokenModel> broken() {
        return Stream.of(
                broken(
                        601,
                        "\"unused\" (unused) is never reached",
                        "a task without an arrow to it",
                        model -> model.userTask("unused").arrow("unused", REVIEW)),
                broken(
                        601,
                        "\"first\" (first) is never reached, because no way from the start",
                        "a circle of its own",
                        model -> model.userTask("first")
                                .userTask("second")
                                .arrow("first", "second")
                                .arrow("second", "first")),
                broken(
                        601,
                        "\"inner\" (inner) is never reached",
                        "a task beside the others of a subprocess",
                        model -> model.to("flow_registered", "sub")
                                .add("<bpmn:subProcess id=\"sub\"><bpmn:startEvent id=\"s\"/><bpmn:endEvent id=\"e\"/>"
                                        + "<bpmn:sequenceFlow id=\"se\" sourceRef=\"s\" targetRef=\"e\"/>"
                                        + "<bpmn:userTask id=\"inner\" name=\"inner\"/></bpmn:subProcess>")
                                .arrow("sub", REVIEW)),
                broken(
                        602,
                        "\"Take project back\" (serviceTask_retrieveProject) leads nowhere: a project that is Retrieved would stop here and stay Retrieved for ever",
                        "the arrow after Take project back is deleted",
                        model -> model.without("flow_takenBack")),
                broken(
                        602,
                        "\"Reopen project\" (serviceTask_reopenProject) leads nowhere: a project that is Rejected",
                        "the arrow after Reopen project is deleted",
                        model -> model.without("flow_reopened")),
                broken(
                        602,
                        "\"Register submission\" (serviceTask_registerSubmission) leads nowhere",
                        "the arrow to the review is deleted",
                        model -> model.without("flow_registered")),
                broken(
                        602,
                        "\"Xero refused\" (event_xeroRefused) leads nowhere: a project that is Failed to Export",
                        "the arrow after an error is deleted",
                        model -> model.without("flow_refused")),
                broken(
                        602,
                        "ends the process of a project that is Rejected",
                        "a rejection ends",
                        model -> model.to("flow_reopened", "endEvent_withdrawn")),
                broken(
                        602,
                        "\"Escalated\" (endEvent_escalated) ends the process of a project that is Ready to Export",
                        "the escalation interrupts the review",
                        model -> model.replace(
                                "name=\"Review overdue\" cancelActivity=\"false\"", "name=\"Review overdue\"")),
                broken(
                        602,
                        "ends the process of a project that is Ready to Export",
                        "the escalation ends everything",
                        model -> model.ending("endEvent_escalated", "<bpmn:terminateEventDefinition/>")),
                broken(
                        602,
                        "lateEnd ends the process of a project that is",
                        "an interrupting event subprocess ends an export that waits",
                        model -> model.add(
                                "<bpmn:subProcess id=\"late\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"after\"><bpmn:timerEventDefinition>"
                                        + "<bpmn:timeDuration>P9D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>"
                                        + "<bpmn:endEvent id=\"lateEnd\"/>"
                                        + ModelEdit.arrowXml("after", "lateEnd", "") + "</bpmn:subProcess>")),
                broken(
                        603,
                        "\"Accepted?\" (gateway_accepted) has no way out when decision is reject",
                        "no arrow for a rejection",
                        model -> model.without("flow_rejected")),
                broken(
                        603,
                        "\"Accepted?\" (gateway_accepted) has no way out when decision is accept",
                        "a value that never occurs",
                        model -> model.condition("flow_accepted", "${decision == 'acepted'}")),
                broken(
                        603,
                        "\"Resubmit?\" (gateway_resubmitted) has no way out when correction is withdraw",
                        "a condition that asks for more than the answer",
                        model -> model.condition("flow_withdrawn", "${correction == 'withdraw' && false}")),
                broken(
                        603,
                        "\"Large?\" (large) has no way out when size is 100",
                        "a gap between two conditions of the model's own",
                        model -> model.add("<bpmn:exclusiveGateway id=\"large\" name=\"Large?\"/>")
                                .to("flow_registered", "large")
                                .userTask("check")
                                .arrow("large", "check", "${size > 100}")
                                .arrow("large", REVIEW, "${size < 100}")
                                .arrow("check", REVIEW)),
                broken(
                        603,
                        "(userTask_reviewProject) has no way out when decision is reject",
                        "conditions on the arrows of a task itself",
                        model -> model.without("flow_reviewed")
                                .from("flow_accepted", REVIEW)
                                .without("flow_rejected")
                                .arrow("gateway_accepted", REOPEN)),
                broken(
                        604,
                        "(join) waits for 2 arrows, which do not all arrive",
                        "a parallel join of ways of which only one is taken",
                        model -> model.parallel("join")
                                .to("flow_refused", "join")
                                .to("flow_unavailable", "join")
                                .arrow("join", ModelEdit.RESOLVE)),
                broken(
                        604,
                        "(join) waits for 2 arrows",
                        "a parallel join behind an exclusive split",
                        model -> model.exclusive("split")
                                .parallel("join")
                                .to("flow_registered", "split")
                                .userTask("a")
                                .userTask("b")
                                .arrow("split", "a", "${client == 'ACME'}")
                                .arrow("split", "b", "${client != 'ACME'}")
                                .arrow("a", "join")
                                .arrow("b", "join")
                                .arrow("join", REVIEW)),
                broken(
                        610,
                        "is in a round without a wait",
                        "two gateways that lead to each other",
                        model -> model.exclusive("one")
                                .exclusive("two")
                                .to("flow_registered", "one")
                                .arrow("one", "two")
                                .arrow("two", "one")),
                broken(
                        610,
                        "is in a round without a wait",
                        "a fork that leads back to itself",
                        model -> model.parallel("fork")
                                .exclusive("merge")
                                .to("flow_registered", "merge")
                                .arrow("merge", "fork")
                                .arrow("fork", "endEvent_escalated")
                                .arrow("fork", "merge")),
                broken(
                        611,
                        "only a condition ends",
                        "a round that counts",
                        model -> model.exclusive("enough")
                                .add(
                                        "<bpmn:serviceTask id=\"count\" camunda:expression=\"${execution.setVariable('tries', tries + 1)}\"/>")
                                .to("flow_registered", "count")
                                .arrow("count", "enough")
                                .arrow("enough", "count", "${tries < 3}")
                                .arrow("enough", REVIEW, "${tries >= 3}")),
                broken(
                        612,
                        "begins again at once",
                        "a rate limit without a pause",
                        model -> model.to("flow_rateLimited", CREATE)),
                broken(
                        612,
                        "begins again at once",
                        "a wait of no time",
                        model -> model.replace(
                                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${retryAt}</bpmn:timeDate>",
                                "<bpmn:timeDuration>PT0S</bpmn:timeDuration>")),
                broken(
                        613,
                        "\"Late\" (late) takes away \"Review project\" (userTask_reviewProject)",
                        "an interrupting event subprocess that ends in a task",
                        model -> model.add(
                                "<bpmn:subProcess id=\"late\" name=\"Late\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"after\"><bpmn:timerEventDefinition>"
                                        + "<bpmn:timeDuration>P9D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>"
                                        + "<bpmn:endEvent id=\"lateEnd\"/>"
                                        + ModelEdit.arrowXml("after", "lateEnd", "") + "</bpmn:subProcess>")),
                broken(
                        613,
                        "\"Withdrawn\" (endEvent_withdrawn) takes away",
                        "a terminate end while a mail is to be sent",
                        model -> model.ending("endEvent_withdrawn", "<bpmn:terminateEventDefinition/>")),
                broken(
                        614,
                        "throws an error that nothing catches",
                        "an error end at the top",
                        model -> model.ending(
                                "endEvent_withdrawn", "<bpmn:errorEventDefinition errorRef=\"error_xeroRefused\"/>")),
                broken(
                        614,
                        "throws an error that nothing catches",
                        "an error end in a subprocess whose event has another code",
                        model -> model.define("<bpmn:error id=\"other\" errorCode=\"OTHER\"/>")
                                .to("flow_registered", "sub")
                                .add(
                                        "<bpmn:subProcess id=\"sub\"><bpmn:startEvent id=\"s\"/><bpmn:endEvent id=\"e\">"
                                                + "<bpmn:errorEventDefinition errorRef=\"error_xeroRefused\"/></bpmn:endEvent>"
                                                + ModelEdit.arrowXml("s", "e", "") + "</bpmn:subProcess>"
                                                + "<bpmn:boundaryEvent id=\"b\" attachedToRef=\"sub\"><bpmn:errorEventDefinition errorRef=\"other\"/></bpmn:boundaryEvent>")
                                .arrow("b", REVIEW)),
                broken(
                        615,
                        "waits for the message \"Go\", which nothing here sends",
                        "a message that nobody sends",
                        model -> model.define("<bpmn:message id=\"go\" name=\"Go\"/>")
                                .add(
                                        "<bpmn:intermediateCatchEvent id=\"wait\"><bpmn:messageEventDefinition messageRef=\"go\"/></bpmn:intermediateCatchEvent>")
                                .to("flow_registered", "wait")
                                .arrow("wait", REVIEW)),
                broken(
                        615,
                        "waits for the signal \"Go\"",
                        "a signal that nobody sends",
                        model -> model.define("<bpmn:signal id=\"go\" name=\"Go\"/>")
                                .add(
                                        "<bpmn:intermediateCatchEvent id=\"wait\"><bpmn:signalEventDefinition signalRef=\"go\"/></bpmn:intermediateCatchEvent>")
                                .to("flow_registered", "wait")
                                .arrow("wait", REVIEW)),
                broken(
                        615,
                        "waits for the message \"Go\"",
                        "a receive task",
                        model -> model.define("<bpmn:message id=\"go\" name=\"Go\"/>")
                                .add("<bpmn:receiveTask id=\"wait\" messageRef=\"go\"/>")
                                .to("flow_created", "wait")
                                .arrow("wait", "endEvent_synced")),
                broken(
                        616,
                        "reacts to the message \"Stop\"",
                        "a boundary event with a message from elsewhere",
                        model -> model.define("<bpmn:message id=\"stop\" name=\"Stop\"/>")
                                .add(
                                        "<bpmn:boundaryEvent id=\"stopped\" cancelActivity=\"false\" attachedToRef=\"%s\"><bpmn:messageEventDefinition messageRef=\"stop\"/></bpmn:boundaryEvent>"
                                                .formatted(CORRECT))
                                .add("<bpmn:endEvent id=\"told\"/>")
                                .arrow("stopped", "told")),
                broken(
                        621,
                        "has an arrow to \"other\" (other) that no project takes",
                        "a third answer",
                        model -> model.userTask("other")
                                .arrow("gateway_accepted", "other", "${decision == 'maybe'}")
                                .arrow("other", REVIEW)));
    }

    @ParameterizedTest
    @MethodSource
    void broken(BrokenModel broken) {
        broken.isFound(ModelEdit.ofExport());
    }

    @Test
    void one_missing_arrow_is_one_finding_that_names_both_ends() {
        List<Finding> findings = ModelEdit.ofExport().without("flow_registered").findings();

        assertThat(findings)
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .contains("\"Register submission\" (serviceTask_registerSubmission) leads nowhere")
                .contains("perhaps to \"Review project\" (userTask_reviewProject), to which none leads");
    }
}
