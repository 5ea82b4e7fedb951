package io.projectexport.access.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfFilter;

/** Detects cross-site requests: changes that a browser sends for the page of another site. */
final class CrossSiteRequests {

    private CrossSiteRequests() {}

    static boolean isSentByOne(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && ("cross-site".equals(site) || "same-site".equals(site));
    }
}
