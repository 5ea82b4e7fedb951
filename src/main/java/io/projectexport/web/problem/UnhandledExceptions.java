package io.projectexport.web.problem;

import io.projectexport.export.outage.DatabaseOutage;
import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.outage.OutageReports.Work;
import io.projectexport.export.outage.RequestProgress;
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

    private final OutageReports outages;

    UnhandledExceptions(OutageReports outages) {
        this.outages = outages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestProgress.begin();
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (DatabaseOutage.of(e).isPresent() && !response.isCommitted()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseOutage.SECONDS_TO_WAIT);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, UnexpectedError.report(e));
            } else if (!(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException)) {
                throw e;
            }
        } finally {
            RequestProgress.end().ifPresent(outage -> outages.count(outage, Work.REQUEST));
        }
    }
}
