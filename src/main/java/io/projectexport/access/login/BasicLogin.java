package io.projectexport.access.login;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the login of a program by HTTP Basic, which comes with each of its requests, from one that begins a session. */
final class BasicLogin {

    private BasicLogin() {}

    /** Whether the request that is served now has one. */
    static boolean isNow() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            String header = current.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
            return header != null && header.toLowerCase(Locale.ROOT).startsWith("basic ");
        }
        return false;
    }
}
