package io.projectexport.process.rule;

import static io.projectexport.process.rule.ModelEdit.CREATE;
import static io.projectexport.process.rule.ModelEdit.REGISTER;
import static io.projectexport.process.rule.ModelEdit.REVIEW;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromiseRulesTest {

    private static final String GROUP = "camunda:candidateGroups=\"accounting-approvers\"";

    private static BrokenModel broken(int rule, String says, String what, UnaryOperator<ModelEdit> edit) {
        return new BrokenModel(rule, says, what, edit);
    }

    private static String output(String name) {
        return "<camunda:inputOutput><camunda:outputParameter name=\"%s\">accept</camunda:outputParameter></camunda:inputOutput>"
                .formatted(name);
    }

    private static String form(String key, String more) {
        return "{\"id\":\"second\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[{\"type\":\"group\",\"components\":[{\"type\":\"textfield\",\"key\":\"%s\",\"label\":\"x\"%s}]}]}"
                .formatted(key, more);
    }

    private static ModelEdit second(ModelEdit model) {
        return model.add(
                        "<bpmn:userTask id=\"second\" name=\"Second\" camunda:formRef=\"second\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"erp-admin\"/>")
                .to("flow_accepted", "second")
                .arrow("second", CREATE);
    }

    static Stream<BrokenModel> broken() {
        return Stream.of(
                broken(
                        501,
                        "\"Review project\" (userTask_reviewProject) needs the candidate group accounting-approvers",
                        "another group",
                        model -> model.replace(GROUP, "camunda:candidateGroups=\"everybody\"")),
                broken(
                        501,
                        "is offered to the group sales, whose members' answers would be refused",
                        "one group more",
                        model -> model.replace(GROUP, "camunda:candidateGroups=\"accounting-approvers, sales\"")),
                broken(
                        501,
                        "is offered to demo, whose answers would be refused",
                        "a candidate user",
                        model -> model.replace(GROUP, GROUP + " camunda:candidateUsers=\"demo\"")),
                broken(
                        501,
                        "is assigned to ${submitter} by the model",
                        "an assignee",
                        model -> model.replace(GROUP, GROUP + " camunda:assignee=\"${submitter}\"")),
                broken(
                        501,
                        "has performers or potential owners besides its candidates",
                        "a potential owner",
                        model -> model.replace(
                                "<bpmn:outgoing>flow_reviewed</bpmn:outgoing>",
                                "<bpmn:outgoing>flow_reviewed</bpmn:outgoing><bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>group(sales)</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>")),
                broken(
                        501,
                        "\"Correct project\" (userTask_correctProject) needs the candidate user ${creator}",
                        "a correction for the submitter alone",
                        model -> model.replace("${submitter},${creator}", "${submitter}")),
                broken(
                        501,
                        "\"Copy\" (copy) needs the candidate group accounting-approvers",
                        "a copy of the review for nobody",
                        model -> model.add(
                                        "<bpmn:userTask id=\"copy\" name=\"Copy\" camunda:formRef=\"review-project\"/>")
                                .to("flow_registered", "copy")
                                .arrow("copy", "gateway_accepted")),
                broken(
                        502,
                        "would ask several people, of whom only the first one's answer is taken",
                        "a review by two",
                        model -> model.replace(
                                "<bpmn:outgoing>flow_reviewed</bpmn:outgoing>",
                                "<bpmn:outgoing>flow_reviewed</bpmn:outgoing><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")),
                broken(
                        502,
                        "would ask several people",
                        "a resolution in a subprocess that loops",
                        model -> model.replaceMatch(
                                        "(<bpmn:userTask id=\"userTask_resolveFailedExport\".*?</bpmn:userTask>)",
                                        "<bpmn:subProcess id=\"sub\"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics><bpmn:startEvent id=\"s\"/>"
                                                + ModelEdit.arrowXml("s", "userTask_resolveFailedExport", "")
                                                + "$1</bpmn:subProcess>")
                                .to("flow_refused", "sub")
                                .to("flow_unavailable", "sub")
                                .to("flow_notConnected", "sub")
                                .from("flow_resolved", "sub")),
                broken(
                        503,
                        "writes the variable decision",
                        "an output",
                        model -> model.extend(REGISTER, output("decision"))),
                broken(
                        503,
                        "writes the variable correction",
                        "an input that hides the answer",
                        model -> model.extend(REVIEW, output("correction").replace("output", "input"))),
                broken(
                        503,
                        "writes the variable decision",
                        "a listener",
                        model -> model.extend(
                                REGISTER,
                                "<camunda:executionListener event=\"end\" expression=\"${execution.setVariable('decision', 'accept')}\"/>")),
                broken(
                        503,
                        "writes the variable decision",
                        "a listener of a task, with brackets",
                        model -> model.extend(
                                REVIEW,
                                "<camunda:taskListener event=\"create\" expression=\"${task.execution['setVariable']('decision', 'accept')}\"/>")),
                broken(
                        503,
                        "writes variables whose names nobody can read",
                        "a computed name",
                        model -> model.extend(
                                REGISTER,
                                "<camunda:executionListener event=\"end\" expression=\"${execution.setVariable('deci'.concat('sion'), 'accept')}\"/>")),
                broken(
                        503,
                        "calls a method whose name nobody can read",
                        "a computed method",
                        model -> model.extend(
                                REGISTER,
                                "<camunda:executionListener event=\"end\" expression=\"${execution['set'.concat('Variable')]('decision', 'accept')}\"/>")),
                broken(
                        503,
                        "writes the variable decision",
                        "a result",
                        model -> model.add(
                                        "<bpmn:serviceTask id=\"rule\" camunda:expression=\"accept\" camunda:resultVariable=\"decision\"/>")
                                .to("flow_registered", "rule")
                                .arrow("rule", REVIEW)),
                broken(
                        503,
                        "writes the variable exportErrors",
                        "an error's message",
                        model -> model.replace(
                                "<bpmn:errorEventDefinition errorRef=\"error_xeroRefused\" />",
                                "<bpmn:errorEventDefinition errorRef=\"error_xeroRefused\" camunda:errorMessageVariable=\"exportErrors\" />")),
                broken(
                        503,
                        "writes the variable retryAt",
                        "a called process",
                        model -> model.add(
                                        "<bpmn:callActivity id=\"call\" calledElement=\"other\"><bpmn:extensionElements><camunda:out source=\"x\" target=\"retryAt\"/></bpmn:extensionElements></bpmn:callActivity>")
                                .to("flow_registered", "call")
                                .arrow("call", REVIEW)),
                broken(
                        503,
                        "takes over all variables",
                        "everything of a called process",
                        model -> model.add(
                                        "<bpmn:callActivity id=\"call\" calledElement=\"other\"><bpmn:extensionElements><camunda:out variables=\"all\"/></bpmn:extensionElements></bpmn:callActivity>")
                                .to("flow_registered", "call")
                                .arrow("call", REVIEW)),
                broken(
                        503,
                        "writes the variable submitter",
                        "whoever starts",
                        model -> model.attribute("startEvent_projectSubmitted", "camunda:initiator=\"submitter\"")),
                broken(
                        503,
                        "writes the variable decision",
                        "a field of an embedded form",
                        model -> model.add(
                                        "<bpmn:userTask id=\"second\" camunda:candidateGroups=\"erp-admin\"><bpmn:extensionElements><camunda:formData><camunda:formField id=\"decision\" type=\"string\"/></camunda:formData></bpmn:extensionElements></bpmn:userTask>")
                                .to("flow_registered", "second")
                                .arrow("second", REVIEW)),
                broken(
                        503,
                        "changes the business key",
                        "another business key",
                        model -> model.extend(
                                REGISTER,
                                "<camunda:executionListener event=\"end\" expression=\"${execution.setProcessBusinessKey('x')}\"/>")),
                broken(
                        504,
                        "\"Second\" (second) has a form that writes decision",
                        "the same answer in another form",
                        model -> second(model).file("second.form", form("decision", ""))),
                broken(
                        504,
                        "has a form that writes estimateAmount",
                        "a field of the project",
                        model -> second(model).file("second.form", form("estimateAmount", ""))),
                broken(
                        504,
                        "has a form that writes comment",
                        "the reason of a rejection",
                        model -> second(model).file("second.form", form("comment", ""))),
                broken(
                        505,
                        "needs a boundary event with the message \"Project retrieved\"",
                        "another message",
                        model -> model.replace("name=\"Project retrieved\" />", "name=\"Project  retrieved\" />")),
                broken(
                        505,
                        "needs a boundary event with the message \"Project retrieved\"",
                        "a copy of the review that cannot be taken back",
                        model -> model.add(
                                        "<bpmn:userTask id=\"copy\" name=\"Copy\" camunda:formRef=\"review-project\" %s/>"
                                                .formatted(GROUP))
                                .to("flow_registered", "copy")
                                .arrow("copy", "gateway_accepted")),
                broken(
                        505,
                        "it does not lead to the step \"Take project back\"",
                        "a message that leads elsewhere",
                        model -> model.to("flow_retrieved", "endEvent_withdrawn")),
                broken(
                        506,
                        "\"Create job in Xero\" (serviceTask_createXeroJob) is reached by a project that is Synced",
                        "exported again",
                        model -> model.exclusive("again")
                                .to("flow_told", "again")
                                .arrow("again", CREATE, "${again == true}")
                                .arrow("again", "endEvent_synced", "${again == false}")),
                broken(
                        506,
                        "is reached by a project that is Synced",
                        "two exports at once",
                        model -> model.parallel("fork")
                                .to("flow_accepted", "fork")
                                .add("<bpmn:exclusiveGateway id=\"one\"/><bpmn:exclusiveGateway id=\"two\"/>")
                                .arrow("fork", "one")
                                .arrow("fork", "two")
                                .arrow("one", CREATE)
                                .arrow("two", CREATE)),
                broken(
                        507,
                        "\"Create job in Xero\" (serviceTask_createXeroJob) is reached by a project that is Ready to Export, which nobody has accepted",
                        "around the review for small ones",
                        model -> model.exclusive("small")
                                .to("flow_registered", "small")
                                .arrow("small", CREATE, "${estimate < 100}")
                                .arrow("small", REVIEW, "${estimate >= 100}")),
                broken(
                        507,
                        "is reached by a project that is Rejected",
                        "whatever was decided",
                        model -> model.to("flow_rejected", CREATE)),
                broken(
                        507,
                        "is reached by a project that is Ready to Export",
                        "a review that times out",
                        model -> model.replace(
                                        "name=\"Review overdue\" cancelActivity=\"false\"", "name=\"Review overdue\"")
                                .to("flow_overdue", CREATE)),
                broken(
                        507,
                        "is reached by a project that is Failed to Export",
                        "a retry without anybody",
                        model -> model.to("flow_unavailable", CREATE)),
                broken(
                        508,
                        "answers the decision or changes whose it is",
                        "a review that completes itself",
                        model -> model.extend(
                                REVIEW, "<camunda:taskListener event=\"create\" expression=\"${task.complete()}\"/>")),
                broken(
                        508,
                        "answers the decision or changes whose it is",
                        "a candidate that is added",
                        model -> model.extend(
                                REVIEW,
                                "<camunda:taskListener event=\"create\" expression=\"${task.addCandidateGroup('sales')}\"/>")),
                broken(
                        510,
                        "\"check\" (check) waits with a project that is Ready to Export and cannot be taken back meanwhile",
                        "a task before the review",
                        model -> model.userTask("check")
                                .to("flow_registered", "check")
                                .arrow("check", REVIEW)));
    }

    @ParameterizedTest
    @MethodSource
    void broken(BrokenModel broken) {
        broken.isFound(ModelEdit.ofExport());
    }
}
