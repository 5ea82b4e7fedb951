package io.projectexport.web.page;

import io.projectexport.web.page.ViewerAdvice.Viewer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers the errors that reach the servlet container, which no exception handler saw: a page for people, problem details for programs. */
@Controller
@RequestMapping("${server.error.path:/error}")
class ContainerErrors implements ErrorController {

    private static final String UNEXPECTED =
            "Something went wrong in the application. Try again; if it happens again, tell an administrator when it"
                    + " was.";

    private static final String MISUNDERSTOOD =
            "What you sent cannot be understood. Check the address, and what was to be sent to it.";

    private static final Map<HttpStatus, String> MESSAGES = Map.of(
            HttpStatus.FORBIDDEN,
            "You are not allowed to do this, or the page was opened before you logged in. Go back and open it again;"
                    + " what you typed is kept.",
            HttpStatus.NOT_FOUND,
            "There is nothing at this address.",
            HttpStatus.METHOD_NOT_ALLOWED,
            "This address cannot be opened like that. Start again from the Jobs page.",
            HttpStatus.REQUEST_TIMEOUT,
            "What you sent came too slowly. Check your connection and send it again.",
            HttpStatus.PAYLOAD_TOO_LARGE,
            "What you sent is too large. Send it in parts.",
            HttpStatus.SERVICE_UNAVAILABLE,
            "The application cannot answer at the moment. Try again in a few seconds.");

    private static final String NOT_THEIR_PAGE =
            "This page is not open to you. Tasklist is for submitters and approvers, and the pages of the"
                    + " administration for administrators: ask an administrator to add you to one of their groups.";

    private static final String LOGIN_ENDED =
            "Your login has ended, so nothing was sent. Log in again; what you typed is kept until you close this tab.";

    private final ViewerAdvice viewers;

    ContainerErrors(ViewerAdvice viewers) {
        this.viewers = viewers;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = status(request);
        // while the database is away or busy, nobody is looked up
        Viewer viewer = status == HttpStatus.SERVICE_UNAVAILABLE ? null : viewers.viewerIfKnown();
        String message = status == HttpStatus.FORBIDDEN ? forbidden(request, viewer) : message(status, request);
        ModelAndView page = new ModelAndView("error", Map.of("message", message), status);
        return viewer == null ? page : page.addObject(ViewerAdvice.VIEWER, viewer);
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        String message = message(status, request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, message);
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri) {
            problem.setInstance(URI.create(uri));
        }
        problem.setProperty("errors", List.of(Map.of("message", message)));
        // where Camunda's web applications look for it
        problem.setProperty("message", message);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Whoever followed a link has typed nothing. */
    private static String forbidden(HttpServletRequest request, Viewer viewer) {
        if (viewer == null) {
            return LOGIN_ENDED;
        }
        return "GET".equals(request.getMethod()) ? NOT_THEIR_PAGE : message(HttpStatus.FORBIDDEN);
    }

    private static String message(HttpStatus status) {
        return MESSAGES.getOrDefault(status, status.is4xxClientError() ? MISUNDERSTOOD : UNEXPECTED);
    }

    /** An outage has a sentence of its own. */
    private static String message(HttpStatus status, HttpServletRequest request) {
        boolean isSaid = status == HttpStatus.SERVICE_UNAVAILABLE
                && request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String said
                && !said.isBlank();
        return isSaid ? (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE) : message(status);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
