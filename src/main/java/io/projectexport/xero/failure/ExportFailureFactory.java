package io.projectexport.xero.failure;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import java.util.List;

/** Factory of export failures: with Xero's own words where it said something, and always with what to do. */
public final class ExportFailureFactory {

    private ExportFailureFactory() {}

    public static ExportFailure refused(List<String> texts, String otherwise, String remedy) {
        List<String> messages = texts.isEmpty() ? List.of(otherwise) : texts;
        return ExportFailure.refused(
                messages.stream().map(text -> new ExportError(text, remedy)).toList());
    }

    public static ExportFailure unavailable(String message, String remedy, Exception cause) {
        return ExportFailure.unavailable(new ExportError(message, remedy), cause);
    }

    public static ExportFailure notConnected(String message, Exception cause) {
        return ExportFailure.notConnected(new ExportError(message, Remedy.RECONNECT), cause);
    }

    /** The same, where there is no connection, with what to do about that in this installation. */
    public static ExportFailure withRemedy(ExportFailure failure, String remedy) {
        return failure.reason() == ExportFailure.Reason.NOT_CONNECTED
                ? ExportFailure.notConnected(new ExportError(failure.getMessage(), remedy), failure.getCause())
                : failure;
    }

    /** A success that does not say which job or contact it is about. */
    public static ExportFailure withoutId() {
        return unavailable("Xero's answer does not say what was created.", Remedy.LOOK_AND_RETRY, null);
    }

    /** A success whose content is not what was asked for. */
    public static ExportFailure unreadable() {
        return TransportErrors.unreadable(null);
    }

    static String sentence(String ours, List<String> texts) {
        return texts.isEmpty() ? ours + "." : ours + ": " + String.join("; ", texts);
    }
}
