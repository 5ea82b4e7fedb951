package io.projectexport.process;

/** Key, elements and variables of {@code bpmn/daily-summary.bpmn}. */
final class DailySummaryProcess {

    static final String KEY = "daily-summary";

    /** Logins, separated by commas; empty when nobody has anything to do. */
    static final Variable<String> RECIPIENTS = new Variable<>("recipients", String.class);

    static final Variable<Integer> RECIPIENT_COUNT = new Variable<>("recipientCount", Integer.class);
    static final Variable<String> RECIPIENT = new Variable<>("recipient", String.class);

    private DailySummaryProcess() {}
}
