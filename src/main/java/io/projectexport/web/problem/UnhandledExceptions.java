package io.projectexport.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter around all others for what no exception handler saw. It answers while the database is out of reach, and keeps out of the log what fails
 * because a body ended too early: it was refused, or its sender has gone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnhandledExceptions extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (DatabaseOutage.cause(e).isPresent() && !response.isCommitted()) {
                UnexpectedError.report(e);
                response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseOutage.SECONDS_TO_WAIT);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else if (!(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException)) {
                throw e;
            }
        }
    }
}
