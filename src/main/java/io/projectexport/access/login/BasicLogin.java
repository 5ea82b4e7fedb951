package io.projectexport.access.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the login of a program by HTTP Basic, which comes with each of its requests, from one that begins a session. */
public final class BasicLogin {

    private BasicLogin() {}

    /** Whether the request that is served now has one. */
    static boolean isNow() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && isIn(current.getRequest());
    }

    public static boolean isIn(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("basic ");
    }
}
