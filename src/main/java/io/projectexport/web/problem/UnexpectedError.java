package io.projectexport.web.problem;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what nobody foresaw under a reference, which is all that the person gets to see of it. */
public final class UnexpectedError {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedError.class);

    private UnexpectedError() {}

    /** The sentence for the person. */
    public static String report(Throwable error) {
        UUID reference = UUID.randomUUID();
        log.error("Unexpected error, reference {}", reference, error);
        return "Something went wrong in the application. Try again; if it happens again, tell an administrator the reference %s."
                .formatted(reference);
    }
}
