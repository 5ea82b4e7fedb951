package io.projectexport.access.tls;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that sends the HSTS header with every response, so that browsers never come back without TLS; other hosts of the same
 * domain are not ours to decide about.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StrictTransport extends OncePerRequestFilter {

    private static final String FOR_A_YEAR = "max-age=31536000";

    private final boolean https;

    StrictTransport(@Value("${" + BaseUrl.SETTING + ":}") String baseUrl) {
        https = BaseUrl.isHttps(baseUrl);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (https) {
            response.setHeader("Strict-Transport-Security", FOR_A_YEAR);
        }
        chain.doFilter(request, response);
    }
}
