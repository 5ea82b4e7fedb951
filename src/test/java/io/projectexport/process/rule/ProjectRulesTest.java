package io.projectexport.process.rule;

import static io.projectexport.process.rule.ModelEdit.CORRECT;
import static io.projectexport.process.rule.ModelEdit.REGISTER;
import static io.projectexport.process.rule.ModelEdit.REOPEN;
import static io.projectexport.process.rule.ModelEdit.RESOLVE;
import static io.projectexport.process.rule.ModelEdit.REVIEW;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectRulesTest {

    private static BrokenModel broken(int rule, String says, String what, UnaryOperator<ModelEdit> edit) {
        return new BrokenModel(rule, says, what, edit);
    }

    static Stream<BrokenModel> broken() {
        return Stream.of(
                broken(
                        605,
                        "\"Review project\" (userTask_reviewProject) would be open twice at once",
                        "two parallel ways into the review",
                        model -> model.parallel("fork")
                                .to("flow_registered", "fork")
                                .userTask("a")
                                .userTask("b")
                                .arrow("fork", "a")
                                .arrow("fork", "b")
                                .arrow("a", REVIEW)
                                .arrow("b", REVIEW)),
                broken(
                        605,
                        "\"Correct project\" (userTask_correctProject) would be open twice",
                        "several arrows out of a step",
                        model -> model.arrow("serviceTask_retrieveProject", CORRECT)),
                broken(
                        606,
                        "\"Reopen project\" (serviceTask_reopenProject) is reached by a project that is Failed to Export",
                        "an error that leads to Reopen project",
                        model -> model.to("flow_refused", REOPEN)),
                broken(
                        606,
                        "\"Reopen project\" (serviceTask_reopenProject) is reached by a project that is Exporting",
                        "accept and reject mixed up",
                        model -> model.condition("flow_accepted", "${decision == 'reject'}")
                                .condition("flow_rejected", "${decision == 'accept'}")),
                broken(
                        606,
                        "\"Register submission\" (serviceTask_registerSubmission) is reached by a project that is Withdrawn",
                        "a withdrawal that resubmits",
                        model -> model.condition("flow_resubmitted", "${correction == 'withdraw'}")
                                .condition("flow_withdrawn", "${correction == 'resubmit'}")),
                broken(
                        606,
                        "early is reached by a project that is not registered yet",
                        "a mail before the registration",
                        model -> model.add(
                                        "<bpmn:serviceTask id=\"early\" camunda:asyncBefore=\"false\" camunda:delegateExpression=\"${escalateReviewDelegate}\"/>")
                                .to("flow_submitted", "early")
                                .arrow("early", REGISTER)),
                broken(
                        607,
                        "\"Resolve failed export\" (userTask_resolveFailedExport) would be open for a project that is Exporting",
                        "a rate limit that leads to a person",
                        model -> model.to("flow_rateLimited", RESOLVE)),
                broken(
                        607,
                        "\"Review project\" (userTask_reviewProject) would be open for a project that is Retrieved",
                        "a retrieval that does not interrupt",
                        model -> model.replace(
                                "name=\"Project retrieved\" attachedToRef",
                                "name=\"Project retrieved\" cancelActivity=\"false\" attachedToRef")),
                broken(
                        607,
                        "\"Review project\" (userTask_reviewProject) would be open for a project that is Rejected, when the answer accept or reject is refused",
                        "a rejection that is reviewed again",
                        model -> model.to("flow_reopened", REVIEW)),
                broken(
                        608,
                        "\"Wait for Xero\" (event_waitForXero) waits for ${retryAt}, which nothing has set",
                        "an error without a time",
                        model -> model.to("flow_unavailable", "event_waitForXero")),
                broken(
                        608,
                        "\"Soon\" (soon) waits for ${retryAt}",
                        "a timer on the review",
                        model -> model.add(
                                        "<bpmn:boundaryEvent id=\"soon\" name=\"Soon\" cancelActivity=\"false\" attachedToRef=\"%s\"><bpmn:timerEventDefinition><bpmn:timeDate>${execution.getVariable('retryAt')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                                                .formatted(REVIEW))
                                .arrow("soon", "endEvent_escalated")),
                broken(
                        609,
                        "(asked) asks for decision, which nobody has answered by then",
                        "a gateway before the review",
                        model -> model.exclusive("asked")
                                .to("flow_registered", "asked")
                                .arrow("asked", REVIEW, "${decision != 'reject'}")
                                .arrow("asked", "serviceTask_createXeroJob", "${decision == 'accept'}")),
                broken(
                        609,
                        "\"Accepted?\" (gateway_accepted) asks for resolution",
                        "the answer of another task",
                        model -> model.condition("flow_accepted", "${resolution == 'retry'}")),
                broken(
                        618,
                        "\"first\" (first) would wait before the project is registered",
                        "a task before the registration",
                        model -> model.userTask("first")
                                .to("flow_submitted", "first")
                                .arrow("first", REGISTER)),
                broken(
                        618,
                        "\"Review project\" (userTask_reviewProject) would wait before the project is registered",
                        "no registration",
                        model -> model.to("flow_submitted", REVIEW)),
                broken(
                        620,
                        "(again) asks for decision, which after a correction is still the answer of the round before",
                        "a gateway before the review that looks at the last round",
                        model -> model.exclusive("again")
                                .userTask("look")
                                .to("flow_registered", "first")
                                .add("<bpmn:exclusiveGateway id=\"first\" default=\"first_%s\"/>".formatted(REVIEW))
                                .arrow("first", "again", "${not empty changes}")
                                .arrow("first", REVIEW)
                                .arrow("again", "look", "${decision == 'reject'}")
                                .arrow("again", REVIEW, "${decision != 'reject'}")
                                .arrow("look", REVIEW)),
                broken(
                        622,
                        "has several arrows for the answer reject",
                        "two arrows for a rejection",
                        model -> model.arrow("gateway_accepted", "endEvent_withdrawn", "${decision != 'accept'}")),
                broken(
                        622,
                        "has several arrows for the answer accept",
                        "an arrow that is always taken",
                        model -> model.condition("flow_rejected", "${decision == 'accept' || decision == 'reject'}")),
                broken(
                        623,
                        "nobody could submit a project",
                        "a start by a message",
                        model -> model.define("<bpmn:message id=\"go\" name=\"Go\"/>")
                                .replace(
                                        "<bpmn:outgoing>flow_submitted</bpmn:outgoing>",
                                        "<bpmn:outgoing>flow_submitted</bpmn:outgoing><bpmn:messageEventDefinition messageRef=\"go\"/>")),
                broken(
                        623,
                        "nobody could submit a project",
                        "a start by a timer",
                        model -> model.replace(
                                "<bpmn:outgoing>flow_submitted</bpmn:outgoing>",
                                "<bpmn:outgoing>flow_submitted</bpmn:outgoing><bpmn:timerEventDefinition><bpmn:timeCycle>0 0 7 * * ?</bpmn:timeCycle></bpmn:timerEventDefinition>")));
    }

    @ParameterizedTest
    @MethodSource
    void broken(BrokenModel broken) {
        broken.isFound(ModelEdit.ofExport());
    }

    static Stream<BrokenModel> brokenSummary() {
        return Stream.of(
                broken(
                        619,
                        "\"Send summary\" (serviceTask_sendSummary) needs day, which nothing has set before it",
                        "sent without the step before",
                        model -> model.to("flow_started", "serviceTask_sendSummary")),
                broken(
                        619,
                        "\"Send summary\" (serviceTask_sendSummary) needs day",
                        "sent before it is found for whom",
                        model -> model.to("flow_started", "serviceTask_sendSummary")
                                .to("flow_sent", "serviceTask_findApproversWithWork")
                                .to("flow_ready", "endEvent_summariesSent")),
                broken(
                        624,
                        "nobody would get one tomorrow",
                        "a start without a timer",
                        model -> model.replaceMatch("<bpmn:timerEventDefinition>.*?</bpmn:timerEventDefinition>", "")),
                broken(
                        624,
                        "nobody would get one tomorrow",
                        "a timer that fires once",
                        model -> model.replace("timeCycle", "timeDate")),
                broken(
                        624,
                        "sends no summary",
                        "nothing is sent",
                        model -> model.without("flow_ready")
                                .without("flow_nothingReady")
                                .arrow("gateway_anythingReady", "endEvent_nothingReady")),
                broken(
                        603,
                        "has no way out when recipientCount is",
                        "nothing for a day without work",
                        model -> model.condition("flow_nothingReady", "${recipientCount < 0}")));
    }

    @ParameterizedTest
    @MethodSource
    void brokenSummary(BrokenModel broken) {
        broken.isFound(ModelEdit.ofSummary());
    }
}
