package io.projectexport.process.rule;

import static io.projectexport.process.rule.ModelEdit.CORRECT;
import static io.projectexport.process.rule.ModelEdit.CREATE;
import static io.projectexport.process.rule.ModelEdit.REGISTER;
import static io.projectexport.process.rule.ModelEdit.REVIEW;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EffectRulesTest {

    private static final String MAIL = "serviceTask_notifyAboutRejection";

    private static BrokenModel broken(int rule, String says, String what, UnaryOperator<ModelEdit> edit) {
        return new BrokenModel(rule, says, what, edit);
    }

    static Stream<BrokenModel> broken() {
        return Stream.of(
                broken(
                        401,
                        "\"Create job in Xero\" (serviceTask_createXeroJob) needs \"Asynchronous before\"",
                        "an export within the approver's click",
                        model -> model.replace(
                                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${createXeroJobDelegate}\"",
                                "camunda:delegateExpression=\"${createXeroJobDelegate}\"")),
                broken(
                        401,
                        "mail needs \"Asynchronous before\"",
                        "a copy under another id, by an expression",
                        model -> model.add(
                                        "<bpmn:sendTask id=\"mail\" camunda:expression=\"${escalateReviewDelegate.execute(execution)}\"/>")
                                .to("flow_registered", "mail")
                                .arrow("mail", REVIEW)),
                broken(
                        402,
                        "calls the step \"Create job in Xero\" in ${createXeroJobDelegate}",
                        "a listener that exports",
                        model -> model.extend(
                                "serviceTask_retrieveProject",
                                "<camunda:executionListener event=\"end\" delegateExpression=\"${createXeroJobDelegate}\"/>")),
                broken(
                        402,
                        "calls the step \"Register submission\"",
                        "a condition that registers",
                        model -> model.condition(
                                "flow_resubmitted",
                                "${registerSubmissionDelegate.execute(execution) == null && correction == 'resubmit'}")),
                broken(
                        402,
                        "calls the step \"Reopen project\"",
                        "a parameter that holds a step",
                        model -> model.extend(
                                REVIEW,
                                "<camunda:inputOutput><camunda:inputParameter name=\"step\">${reopenProjectDelegate}</camunda:inputParameter></camunda:inputOutput>")),
                broken(
                        403,
                        "\"Create job in Xero\" (serviceTask_createXeroJob) is not tried again",
                        "no retries",
                        model -> model.replaceMatch(
                                "<camunda:failedJobRetryTimeCycle>PT5S,[^<]*</camunda:failedJobRetryTimeCycle>", "")),
                broken(
                        403,
                        "\"Notify about rejection\" (serviceTask_notifyAboutRejection) is not tried again at growing intervals when it fails. Fill in \"Retry time cycle\" of its loop",
                        "retries of the task instead of its loop",
                        model -> model.replaceMatch(
                                "(collection=\"\\$\\{rejectionNotices[^>]*>\\s*)<bpmn:extensionElements>.*?</bpmn:extensionElements>",
                                "$1")),
                broken(404, "which never ends", "for ever", model -> model.replace("PT5S,PT20S,PT1M,PT5M", "R/PT5M")),
                broken(
                        404,
                        "tries 1000 times with hardly a pause",
                        "without a pause",
                        model -> model.replace("PT5S,PT20S,PT1M,PT5M", "R1000/PT0S")),
                broken(
                        404,
                        "with hardly a pause",
                        "a list without pauses",
                        model -> model.replace("PT5S,PT20S,PT1M,PT5M", "PT0S,PT0S,PT0S,PT0S,PT0S")),
                broken(
                        404,
                        "although history is kept for 180 days only",
                        "longer than history",
                        model -> model.replace("PT5S,PT20S,PT1M,PT5M", "R10/P30D")),
                broken(
                        404,
                        "although history is kept for 3 days only",
                        "a short history",
                        model -> model.replace("historyTimeToLive=\"P180D\"", "historyTimeToLive=\"3\"")
                                .replace("PT5S,PT20S,PT1M,PT5M", "PT5S,P4D")),
                broken(
                        405,
                        "\"Create job in Xero\" (serviceTask_createXeroJob) is not exclusive",
                        "an export beside another job",
                        model -> model.attribute(CREATE, "camunda:exclusive=\"false\"")),
                broken(
                        405,
                        "\"Notify about rejection\" (serviceTask_notifyAboutRejection) is not exclusive",
                        "mails beside each other",
                        model -> model.replace(
                                "camunda:collection=\"${rejectionNotices",
                                "camunda:exclusive=\"false\" camunda:collection=\"${rejectionNotices")),
                broken(
                        406,
                        "(serviceTask_notifyAboutRejection) does not run for each of several",
                        "a mail without its loop",
                        model -> model.replaceMatch(
                                "<bpmn:multiInstanceLoopCharacteristics[^>]*rejectionNotices.*?</bpmn:multiInstanceLoopCharacteristics>",
                                "")),
                broken(
                        406,
                        "has a loop that does not hand it what it needs",
                        "another element variable",
                        model -> model.replace("elementVariable=\"notice\"", "elementVariable=\"recipient\"")),
                broken(
                        406,
                        "has a loop that does not hand it what it needs",
                        "a loop of a number",
                        model -> model.replace(
                                "camunda:collection=\"${resubmissionReaders.of(execution)}\"",
                                "camunda:collection=\"readers\"")),
                broken(
                        406,
                        "\"Create job in Xero\" (serviceTask_createXeroJob) would run several times for one project",
                        "an export in a loop",
                        model -> model.replaceMatch(
                                "(<bpmn:outgoing>flow_created</bpmn:outgoing>)",
                                "$1<bpmn:multiInstanceLoopCharacteristics camunda:asyncBefore=\"true\"><bpmn:extensionElements><camunda:failedJobRetryTimeCycle>PT5M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")),
                broken(
                        406,
                        "because a subprocess around it is a loop",
                        "a registration in a subprocess that loops",
                        model -> model.add(
                                        "<bpmn:subProcess id=\"sub\"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics><bpmn:startEvent id=\"s\"/>"
                                                + "<bpmn:serviceTask id=\"register\" camunda:delegateExpression=\"${registerSubmissionDelegate}\"/>"
                                                + ModelEdit.arrowXml("s", "register", "")
                                                + "</bpmn:subProcess>")
                                .to("flow_submitted", "sub")
                                .arrow("sub", REVIEW)),
                broken(
                        407,
                        "\"Create job in Xero\" (serviceTask_createXeroJob) throws XERO_REFUSED, which nothing catches",
                        "a code with a typing error",
                        model -> model.replace("errorCode=\"XERO_REFUSED\"", "errorCode=\"XERO_REFUSD\"")),
                broken(
                        407,
                        "throws XERO_UNAVAILABLE, which nothing catches",
                        "an event is deleted",
                        model -> model.replaceMatch(
                                        "<bpmn:boundaryEvent id=\"event_xeroUnavailable\".*?</bpmn:boundaryEvent>", "")
                                .without("flow_unavailable")),
                broken(
                        407,
                        "\"Again\" (again) throws XERO_REFUSED, XERO_UNAVAILABLE, XERO_NOT_CONNECTED, XERO_RATE_LIMITED, XERO_OUTCOME_UNKNOWN",
                        "a copy without its events",
                        model -> model.add(
                                        "<bpmn:serviceTask id=\"again\" name=\"Again\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${createXeroJobDelegate}\"/>")
                                .to("flow_retried", "again")
                                .arrow("again", "endEvent_synced")),
                broken(
                        408,
                        "\"Xero refused\" (event_xeroRefused) catches the error XERO_REFUSD, which \"Create job in Xero\" (serviceTask_createXeroJob) never throws",
                        "a code with a typing error",
                        model -> model.replace("errorCode=\"XERO_REFUSED\"", "errorCode=\"XERO_REFUSD\"")),
                broken(
                        408,
                        "failed catches the error SMTP, which \"Notify about rejection\"",
                        "an event on a mail",
                        model -> model.define("<bpmn:error id=\"smtp\" errorCode=\"SMTP\"/>")
                                .add(
                                        "<bpmn:boundaryEvent id=\"failed\" attachedToRef=\"%s\"><bpmn:errorEventDefinition errorRef=\"smtp\"/></bpmn:boundaryEvent>"
                                                .formatted(MAIL))
                                .arrow("failed", "endEvent_peopleInformed")),
                broken(
                        409,
                        "\"Register submission\" (serviceTask_registerSubmission) would run as a job",
                        "an asynchronous registration",
                        model -> model.attribute(REGISTER, "camunda:asyncBefore=\"true\"")),
                broken(
                        409,
                        "\"Register submission\" (serviceTask_registerSubmission) would run as a job",
                        "a job after the correction",
                        model -> model.attribute(CORRECT, "camunda:asyncAfter=\"true\"")),
                broken(
                        409,
                        "\"Take project back\" (serviceTask_retrieveProject) would run as a job",
                        "a job after the message",
                        model -> model.attribute("event_projectRetrieved", "camunda:asyncAfter=\"true\"")),
                broken(
                        409,
                        "\"Register submission\" (serviceTask_registerSubmission) would run as a job",
                        "a gateway that is a job",
                        model -> model.attribute("gateway_resubmission", "camunda:asyncBefore=\"true\"")),
                broken(
                        409,
                        "\"Take project back\" (serviceTask_retrieveProject) would run as a job",
                        "a timer that takes the project back",
                        model -> model.replaceMatch(
                                "<bpmn:messageEventDefinition messageRef=\"message_projectRetrieved\" />",
                                "<bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>")),
                broken(
                        409,
                        "\"Register submission\" (serviceTask_registerSubmission) would act for whoever completed the task",
                        "somebody else between correction and registration",
                        model -> model.userTask("sign")
                                .to("flow_registering", "sign")
                                .arrow("sign", REGISTER)),
                broken(
                        409,
                        "\"Take project back\" (serviceTask_retrieveProject) would act for whoever completed the task or sent the message",
                        "another message",
                        model -> model.replace(
                                "<bpmn:message id=\"message_projectRetrieved\" name=\"Project retrieved\" />",
                                "<bpmn:message id=\"message_projectRetrieved\" name=\"Project taken\" />")));
    }

    @ParameterizedTest
    @MethodSource
    void broken(BrokenModel broken) {
        broken.isFound(ModelEdit.ofExport());
    }
}
