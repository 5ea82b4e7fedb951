package io.projectexport.access.password;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;

/** A password that was not even looked at, because too many before it were wrong; as an answer, 429 with the seconds to wait. */
public final class LoginThrottled extends AuthenticationException implements ErrorResponse {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    LoginThrottled(Duration wait) {
        this(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private LoginThrottled(long seconds) {
        super("Too many wrong passwords. Wait %d seconds, then try again.".formatted(seconds));
        this.seconds = seconds;
    }

    public long seconds() {
        return seconds;
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.TOO_MANY_REQUESTS;
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return headers;
    }

    @Override
    public ProblemDetail getBody() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, getMessage());
    }
}
