package io.projectexport.process.flow;

/**
 * What an event waits for, or sets off.
 *
 * @param text name of the message, signal or link, code of the error or escalation, time or condition; null for any, or none
 */
public record Trigger(Kind kind, String text) {

    public static final Trigger NONE = new Trigger(Kind.NONE, null);

    public enum Kind {
        NONE,
        MESSAGE,
        TIMER,
        ERROR,
        ESCALATION,
        SIGNAL,
        CONDITIONAL,
        COMPENSATION,
        CANCEL,
        LINK,
        TERMINATE
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it catches an error or escalation of that code; one without a code catches all. */
    public boolean catches(Kind thrown, String code) {
        return kind == thrown && (text == null || text.equals(code));
    }
}
