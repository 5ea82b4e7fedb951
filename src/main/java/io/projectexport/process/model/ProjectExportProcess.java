package io.projectexport.process.model;

import java.util.Date;
import java.util.List;
import org.camunda.spin.json.SpinJsonNode;

/** Key, elements, messages and variables of {@code bpmn/project-export.bpmn}. */
public final class ProjectExportProcess {

    public static final String KEY = "project-export";

    public static final String REVIEW_PROJECT = "userTask_reviewProject";
    public static final String RESOLVE_FAILED_EXPORT = "userTask_resolveFailedExport";
    public static final String CORRECT_PROJECT = "userTask_correctProject";

    public static final String CREATE_XERO_JOB = "serviceTask_createXeroJob";
    public static final String NOTIFY_ABOUT_XERO_JOB = "serviceTask_notifyAboutXeroJob";
    public static final String NOTIFY_ABOUT_REJECTION = "serviceTask_notifyAboutRejection";
    public static final String NOTIFY_ABOUT_RESUBMISSION = "serviceTask_notifyAboutResubmission";
    public static final String ESCALATE_REVIEW = "serviceTask_escalateReview";

    /** What has an effect outside, so that neither its failure nor a rollback may touch the step before. */
    public static final List<String> OUTSIDE = List.of(
            CREATE_XERO_JOB, NOTIFY_ABOUT_XERO_JOB, NOTIFY_ABOUT_REJECTION, NOTIFY_ABOUT_RESUBMISSION, ESCALATE_REVIEW);

    public static final String PROJECT_RETRIEVED = "Project retrieved";

    public static final Variable<String> EXPORT_ID = new Variable<>("exportId", String.class);
    public static final Variable<Integer> ROUND = new Variable<>("round", Integer.class);
    /** Who submitted, as models name whoever starts a process. */
    public static final Variable<String> INITIATOR = new Variable<>("initiator", String.class);

    public static final Variable<String> SUBMITTER = new Variable<>("submitter", String.class);
    public static final Variable<String> CREATOR = new Variable<>("creator", String.class);
    public static final Variable<String> SUBMITTER_NAME = new Variable<>("submitterName", String.class);
    public static final Variable<Date> SUBMITTED_AT = new Variable<>("submittedAt", Date.class);
    public static final Variable<String> ADDRESS = new Variable<>("address", String.class);
    /** The estimate as a number, for conditions and decision tables; null where none was given. */
    public static final Variable<Double> ESTIMATE = new Variable<>("estimate", Double.class);

    /** As people read amounts and dates everywhere else. */
    public static final Variable<String> ESTIMATE_IN_WORDS = new Variable<>("estimateInWords", String.class);

    public static final Variable<String> DEADLINE_IN_WORDS = new Variable<>("deadlineInWords", String.class);

    /** What the round that waits has changed, a line for each field; none in a first round. */
    public static final Variable<String> CHANGES = new Variable<>("changes", String.class);

    public static final Variable<String> XERO_PREVIEW = new Variable<>("xeroPreview", String.class);
    public static final Variable<Boolean> HAS_CONTACT = new Variable<>("hasContact", Boolean.class);

    /** What was chosen in {@link DecisionTask#REVIEW}. */
    public static final Variable<String> DECISION = new Variable<>("decision", String.class);
    /** What was chosen in {@link DecisionTask#APPROVE}. */
    public static final Variable<String> APPROVAL = new Variable<>("approval", String.class);
    /** What was chosen in {@link DecisionTask#RESOLVE}. */
    public static final Variable<String> RESOLUTION = new Variable<>("resolution", String.class);
    /** What was chosen in {@link DecisionTask#CORRECT}. */
    public static final Variable<String> CORRECTION = new Variable<>("correction", String.class);

    public static final Variable<String> COMMENT = new Variable<>("comment", String.class);
    public static final Variable<String> CONTACT_NAME = new Variable<>("contactName", String.class);
    /** Whether the job gets the contact that is known, another one or none; never set in forms of earlier releases. */
    public static final Variable<String> CONTACT_CHOICE = new Variable<>("contactChoice", String.class);

    /** Name of the rule by which a step of the model decides. */
    public static final Variable<String> RULE = new Variable<>("rule", String.class);

    /** Why a step of the model rejects. */
    public static final Variable<String> REASON = new Variable<>("reason", String.class);

    public static final Variable<String> EXPORT_ERRORS = new Variable<>("exportErrors", String.class);
    /** For the list to choose from, as JSON: the jobs found. */
    public static final Variable<SpinJsonNode> JOB_OPTIONS = new Variable<>("jobOptions", SpinJsonNode.class);

    public static final Variable<Boolean> HAS_JOB_OPTIONS = new Variable<>("hasJobOptions", Boolean.class);

    /** The value of one of the options; empty for none. */
    public static final Variable<String> JOB_CHOICE = new Variable<>("jobChoice", String.class);

    /** For the table of what happened before, as JSON: the history; each task's own. */
    public static final Variable<SpinJsonNode> EARLIER_STEPS = new Variable<>("earlierSteps", SpinJsonNode.class);

    public static final Variable<String> REJECTED_BY = new Variable<>("rejectedBy", String.class);
    public static final Variable<String> REJECTION_REASON = new Variable<>("rejectionReason", String.class);
    public static final Variable<Date> RETRY_AT = new Variable<>("retryAt", Date.class);
    public static final Variable<String> WAITING_FOR = new Variable<>("waitingFor", String.class);

    /** Whether the fields are a program's or were read already, and not as somebody typed them in a form; never stored. */
    public static final Variable<Boolean> EXACT_VALUES = new Variable<>("exactValues", Boolean.class);

    /** One recipient of one rejection, as {@code 2/SUBMITTER}: the round and the recipient. */
    public static final Variable<String> NOTICE = new Variable<>("notice", String.class);

    /** Login of one approver who is to hear of a resubmission. */
    public static final Variable<String> READER = new Variable<>("reader", String.class);

    /** What a decision table about projects is given, because it asks no expressions. */
    public static final List<String> DECISION_INPUTS = List.of("estimate", "client", "country");

    /** Whether a task is of {@link DecisionTask#APPROVE}, for the filter that lists them. */
    public static final Variable<Boolean> IS_FURTHER_APPROVAL = new Variable<>("isFurtherApproval", Boolean.class);

    /** What Tasklist shows of a task without opening it. */
    public static final String CAPTION_NUMBER = "captionNumber";

    public static final String CAPTION_NAME = "captionName";
    public static final String CAPTION_CLIENT = "captionClient";
    public static final String CAPTION_SUBMITTER = "captionSubmitter";
    public static final String CAPTION_WAITING_SINCE = "captionWaitingSince";

    private ProjectExportProcess() {}
}
