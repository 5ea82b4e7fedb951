package io.projectexport.web.problem;

import io.projectexport.export.outage.DatabaseOutage;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.input.UnreadableBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.ServletRequestPathUtils;

/** Exception handler of the API: whatever goes wrong becomes RFC 9457 problem details, with at least one entry in {@code errors}. */
@RestControllerAdvice
public class ApiExceptionHandler extends ResponseEntityExceptionHandler {

    private static final String ERRORS = "errors";
    private static final String WAITS_AT = "waitsAt";
    private static final Map<HttpStatusCode, String> FIELDS = Map.of(
            HttpStatus.NOT_ACCEPTABLE, HttpHeaders.ACCEPT,
            HttpStatus.PAYLOAD_TOO_LARGE, "body",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE);

    @ExceptionHandler
    ResponseEntity<Object> refused(ActionRefused refused, WebRequest request) {
        HttpStatus status = RefusalStatus.of(refused);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
        problem.setProperty(ERRORS, ProblemEntry.of(refused));
        refused.waitsAt().map(WaitsAt::of).ifPresent(place -> problem.setProperty(WAITS_AT, place));
        return handleExceptionInternal(refused, problem, new HttpHeaders(), status, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        HttpStatus status = UnexpectedError.status(e);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, UnexpectedError.report(e));
        HttpHeaders headers = new HttpHeaders();
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, DatabaseOutage.SECONDS_TO_WAIT);
        }
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    /** Spring Security handles these, with its own way to log in. */
    @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
    void leaveToSecurity(RuntimeException e) {
        throw e;
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(UnreadableBody.refusal(e), request);
    }

    /** Only a path holds anything but text: the id of a project export. */
    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(ActionRefused.notFound(), request);
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "There is nothing at this address.");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!isForProgram(request)) {
            return showErrorPage(status, request);
        }
        ProblemDetail problem = (ProblemDetail) body;
        if (problem.getProperties() == null) {
            problem.setProperty(ERRORS, List.of(new ProblemEntry(FIELDS.get(status), problem.getDetail())));
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The API, or the script of a page that asks for nothing but JSON. */
    private static boolean isForProgram(WebRequest request) {
        return MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT)) || isApi(request);
    }

    private static boolean isApi(WebRequest request) {
        return ServletRequestPathUtils.getParsedRequestPath(((ServletWebRequest) request).getRequest())
                .pathWithinApplication()
                .value()
                .startsWith("/api/");
    }

    private static ResponseEntity<Object> showErrorPage(HttpStatusCode status, WebRequest request) {
        try {
            ((ServletWebRequest) request).getResponse().sendError(status.value());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
