package io.projectexport.xero;

import io.projectexport.export.ExportError;
import io.projectexport.export.ExportRefused;
import java.util.List;

/** Words refusals: Xero's own where it said something, always with what to do. */
final class Refusals {

    private Refusals() {}

    static ExportRefused refused(List<String> texts, String otherwise, String remedy) {
        List<String> messages = texts.isEmpty() ? List.of(otherwise) : texts;
        return ExportRefused.refused(
                messages.stream().map(text -> new ExportError(text, remedy)).toList());
    }

    static ExportRefused unavailable(String message, String remedy, Exception cause) {
        return ExportRefused.unavailable(new ExportError(message, remedy), cause);
    }

    static ExportRefused notConnected(String message, Exception cause) {
        return ExportRefused.notConnected(new ExportError(message, Remedy.RECONNECT), cause);
    }

    /** The same, where there is no connection, with what to do about that in this installation. */
    static ExportRefused withRemedy(ExportRefused refused, String remedy) {
        return refused.reason() == ExportRefused.Reason.NOT_CONNECTED
                ? ExportRefused.notConnected(new ExportError(refused.getMessage(), remedy), refused.getCause())
                : refused;
    }

    /** A success that does not say which job or contact it is about. */
    static ExportRefused withoutId() {
        return unavailable("Xero's answer does not say what was created.", Remedy.LOOK_AND_RETRY, null);
    }

    static String sentence(String ours, List<String> texts) {
        return texts.isEmpty() ? ours + "." : ours + ": " + String.join("; ", texts);
    }
}
