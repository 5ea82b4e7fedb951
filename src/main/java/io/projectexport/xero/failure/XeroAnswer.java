package io.projectexport.xero.failure;

import com.google.api.client.http.HttpResponseException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClientResponseException;

/**
 * A response that is no success, from whichever client received it.
 *
 * @param header the first value of a header by name; null when it was not sent
 */
public record XeroAnswer(int status, UnaryOperator<String> header, String body) {

    /** The response behind an exception of xero-java or of the token endpoint; empty when there was none. */
    public static Optional<XeroAnswer> behind(Throwable failure) {
        return ExceptionCauses.of(failure)
                .map(XeroAnswer::in)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<XeroAnswer> in(Throwable cause) {
        if (cause instanceof HttpResponseException api) {
            return Optional.of(
                    new XeroAnswer(api.getStatusCode(), api.getHeaders()::getFirstHeaderStringValue, api.getContent()));
        }
        if (cause instanceof RestClientResponseException token) {
            HttpHeaders headers =
                    Optional.ofNullable(token.getResponseHeaders()).orElse(HttpHeaders.EMPTY);
            return Optional.of(
                    new XeroAnswer(token.getStatusCode().value(), headers::getFirst, token.getResponseBodyAsString()));
        }
        return Optional.empty();
    }
}
