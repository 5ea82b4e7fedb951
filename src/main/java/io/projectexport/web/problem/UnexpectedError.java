package io.projectexport.web.problem;

import io.projectexport.export.outage.DatabaseOutage;
import io.projectexport.export.outage.RequestProgress;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.DisconnectedClientHelper;

/** Logs what nobody foresaw under a reference, which is all that the person gets to see of it. */
public final class UnexpectedError {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedError.class);

    private UnexpectedError() {}

    /** Whether the same request may succeed soon. */
    public static HttpStatus status(Throwable error) {
        return DatabaseOutage.of(error).isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /** The sentence for the person. A request that did not arrive whole is no error of the application. */
    public static String report(Throwable error) {
        Optional<DatabaseOutage> outage = DatabaseOutage.of(error);
        if (outage.isPresent()) {
            return RequestProgress.tell(outage.get());
        }
        UUID reference = UUID.randomUUID();
        if (!DisconnectedClientHelper.isClientDisconnectedException(error)) {
            log.error("Unexpected error, reference {}", reference, error);
        }
        return "Something went wrong in the application. Try again; if it happens again, tell an administrator the reference %s."
                .formatted(reference);
    }
}
