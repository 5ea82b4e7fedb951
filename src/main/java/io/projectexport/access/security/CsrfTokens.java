package io.projectexport.access.security;

import io.projectexport.access.tls.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Keeps the token against forged requests in the session of whoever has one; strangers carry it in a cookie, so that a look at the login page costs no memory. */
@Component
final class CsrfTokens implements CsrfTokenRepository {

    private final CsrfTokenRepository session = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();

    CsrfTokens(@Value("${" + BaseUrl.SETTING + ":}") String baseUrl) {
        boolean https = BaseUrl.isHttps(baseUrl);
        // XSRF-TOKEN is the one of Camunda's web applications
        cookie.setCookieName("login-token");
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookieCustomizer(
                attributes -> attributes.httpOnly(true).secure(https).sameSite("Lax"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return session.generateToken(request);
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        place(request).saveToken(token, request, response);
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return place(request).loadToken(request);
    }

    private CsrfTokenRepository place(HttpServletRequest request) {
        return request.getSession(false) == null ? cookie : session;
    }
}
