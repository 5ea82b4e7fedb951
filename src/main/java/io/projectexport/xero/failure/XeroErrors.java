package io.projectexport.xero.failure;

import static io.projectexport.xero.failure.ExportFailureFactory.notConnected;
import static io.projectexport.xero.failure.ExportFailureFactory.refused;
import static io.projectexport.xero.failure.ExportFailureFactory.sentence;
import static io.projectexport.xero.failure.ExportFailureFactory.unavailable;

import io.projectexport.export.accounting.ExportFailure;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** Translates every error of a call to Xero into an {@link ExportFailure}. */
public class XeroErrors {

    private final Clock clock;

    public XeroErrors(Clock clock) {
        this.clock = clock;
    }

    public ExportFailure translate(Exception failure) {
        if (failure instanceof ExportFailure refused) {
            return refused;
        }
        Optional<XeroAnswer> answer = XeroAnswer.behind(failure);
        if (answer.isPresent() && answer.get().status() == 429) {
            return TooManyRequests.reached(answer.get(), clock.instant());
        }
        if (failure instanceof OAuth2AuthorizationException login) {
            return TokenErrors.translate(login, answer);
        }
        return answer.map(a -> answered(a, failure)).orElseGet(() -> TransportErrors.translate(failure));
    }

    private static ExportFailure answered(XeroAnswer answer, Exception failure) {
        List<String> texts = ErrorTexts.in(answer.body());
        int status = answer.status();
        if (status == 401) {
            return notConnected(sentence("Xero does not accept this connection any more", texts), failure);
        }
        if (status == 403) {
            return notConnected(sentence("Xero does not allow this connection to do that", texts), failure);
        }
        if (status == 404) {
            return refused(texts, "Xero does not know what the request is about (404).", Remedy.CHECK_SETTINGS);
        }
        return isDefiniteNo(status, texts)
                ? refused(texts, "Xero refused the request without saying why (" + status + ").", remedy(texts))
                : unavailable(
                        sentence("Xero failed to answer (" + status + ")", texts), Remedy.LOOK_AND_RETRY, failure);
    }

    private static String remedy(List<String> texts) {
        return texts.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("contact"))
                ? Remedy.CHOOSE_CONTACT
                : Remedy.CORRECT;
    }

    /** A conflict over the idempotency key means that an earlier request with it may have created the job. */
    private static boolean isDefiniteNo(int status, List<String> texts) {
        boolean keyInUse = status == 409
                && texts.stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).contains("idempoten"));
        return status >= 400 && status < 500 && status != 408 && !keyInUse;
    }
}
