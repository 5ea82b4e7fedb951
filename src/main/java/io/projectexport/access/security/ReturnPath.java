package io.projectexport.access.security;

import io.projectexport.access.tls.BaseUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Request cache that keeps no more than the path of a page, in a cookie: strangers could fill the memory with sessions. */
@Component
final class ReturnPath implements RequestCache {

    private static final String COOKIE = "return-path";
    private static final int LONGEST = 2000;
    private static final Duration UNTIL_LOGGED_IN = Duration.ofMinutes(30);

    private final boolean https;

    ReturnPath(@Value("${" + BaseUrl.SETTING + ":}") String baseUrl) {
        https = BaseUrl.isHttps(baseUrl);
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String path = path(request);
        if (isPage(request) && path.length() <= LONGEST) {
            byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
            set(response, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), UNTIL_LOGGED_IN);
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        String path = saved(request);
        // anybody can write a cookie: nothing that a browser takes for another host, and no line break
        return path != null && path.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*+")
                ? new SimpleSavedRequest(path)
                : null;
    }

    /** The page itself needs nothing of the request before the login; having been reached, it is forgotten. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (path(request).equals(saved(request))) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String saved(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        try {
            return cookie == null
                    ? null
                    : new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    /** Whether a browser loads a page that a person will see, and none of the many files of it. */
    static boolean isPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")
                && !"empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
