package io.projectexport.xero.failure;

import static io.projectexport.xero.failure.ExportFailureFactory.notConnected;
import static io.projectexport.xero.failure.ExportFailureFactory.sentence;

import io.projectexport.export.accounting.ExportFailure;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/** Translates the errors of fetching an access token. */
final class TokenErrors {

    /** Spring Security's code for a token endpoint that failed; every other code is the endpoint's own. */
    private static final String NO_TOKEN_ANSWER = "invalid_token_response";

    private static final String NOT_ACCEPTED = "Xero does not accept this application's login";

    private TokenErrors() {}

    static ExportFailure translate(OAuth2AuthorizationException failure, Optional<XeroAnswer> answer) {
        return answer.map(a -> answered(a, failure)).orElseGet(() -> unanswered(failure));
    }

    private static ExportFailure answered(XeroAnswer answer, Exception failure) {
        return answer.status() >= 400 && answer.status() < 500
                ? notConnected(sentence(NOT_ACCEPTED, ErrorTexts.in(answer.body())), failure)
                : ExportFailureFactory.unavailable(
                        "Xero's login failed (" + answer.status() + ").", Remedy.LOOK_AND_RETRY, failure);
    }

    private static ExportFailure unanswered(OAuth2AuthorizationException failure) {
        String code = failure.getError().getErrorCode();
        if (!code.equals(NO_TOKEN_ANSWER)) {
            return notConnected(sentence(NOT_ACCEPTED, List.of(XeroText.words(code))), failure);
        }
        return ExceptionCauses.any(failure, RestClientException.class)
                ? TransportErrors.translate(failure)
                : TransportErrors.unreadable(failure);
    }
}
