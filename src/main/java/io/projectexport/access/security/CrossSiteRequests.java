package io.projectexport.access.security;

import io.projectexport.access.tls.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Recognises changes that a browser sends for the page of another site. */
@Component
final class CrossSiteRequests implements RequestMatcher {

    private final String ownAuthority;

    CrossSiteRequests(@Value("${" + BaseUrl.SETTING + ":}") String baseUrl) {
        ownAuthority = authority(baseUrl.strip());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && isForeign(request);
    }

    private boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("cross-site") || site.equals("same-site");
        }
        // older browsers and those without TLS send no more than this, and programs not even this
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isOwn(authority(origin), request.getHeader(HttpHeaders.HOST));
    }

    private boolean isOwn(String authority, String host) {
        return authority != null && (authority.equalsIgnoreCase(ownAuthority) || authority.equalsIgnoreCase(host));
    }

    private static String authority(String url) {
        try {
            return URI.create(url).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
