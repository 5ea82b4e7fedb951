package io.projectexport.web.problem;

import io.projectexport.export.outage.DatabaseOutage;
import io.projectexport.export.outage.DatabaseOutage.Kind;
import io.projectexport.export.outage.RequestProgress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that sheds load: as many requests as the processors can work at go on, some wait a moment, and others are told at once to come again,
 * because a page that comes after half a minute helps nobody and is asked for again meanwhile. Threads are left for health, logins and
 * what changes something, which {@code PatientDataSource} bounds.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class LoadShedding extends OncePerRequestFilter {

    private static final int PER_PROCESSOR = 4;
    private static final int FEWEST = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    /** What costs next to nothing, or tells whether the node is well, or lets people in. */
    private static final Pattern ALWAYS =
            Pattern.compile("^(?:/actuator/.*|/login.*|/error|.*\\.(?:css|js|svg|png|ico|woff2?|map))$");

    private final Semaphore atWork;
    private final int mostWaiting;

    LoadShedding(@Value("${server.tomcat.threads.max}") int threads) {
        atWork = new Semaphore(Math.max(FEWEST, Runtime.getRuntime().availableProcessors() * PER_PROCESSOR), true);
        mostWaiting = threads / 2;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || ALWAYS.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isLetIn()) {
            refuse(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            atWork.release();
        }
    }

    private boolean isLetIn() {
        try {
            return atWork.getQueueLength() < mostWaiting
                    && atWork.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        DatabaseOutage crowd = new DatabaseOutage(Kind.BUSY, "%d requests wait".formatted(atWork.getQueueLength()));
        response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseOutage.SECONDS_TO_WAIT);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, RequestProgress.tell(crowd));
    }
}
