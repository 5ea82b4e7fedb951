package io.projectexport.web.problem;

import io.projectexport.export.outage.RequestProgress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Filter behind all others that notes which requests are going to change something; what the login before it has stored is none of that. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class ChangingRequests extends OncePerRequestFilter {

    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod())) {
            RequestProgress.beginChanges();
        }
        chain.doFilter(request, response);
    }
}
