package io.projectexport.process.model;

/** Key, elements and variables of {@code bpmn/daily-summary.bpmn}. */
public final class DailySummaryProcess {

    public static final String KEY = "daily-summary";

    public static final String SEND_SUMMARY = "serviceTask_sendSummary";

    /** The day of the summary, as 2027-03-31: a retry after midnight still means that day. */
    public static final Variable<String> DAY = new Variable<>("day", String.class);

    /** Logins, as a JSON array; gone with the transaction, since many are too long for a variable. */
    public static final Variable<String> RECIPIENTS = new Variable<>("recipients", String.class);

    public static final Variable<Integer> RECIPIENT_COUNT = new Variable<>("recipientCount", Integer.class);
    public static final Variable<String> RECIPIENT = new Variable<>("recipient", String.class);

    private DailySummaryProcess() {}
}
