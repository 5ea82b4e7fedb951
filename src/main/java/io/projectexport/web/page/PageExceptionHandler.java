package io.projectexport.web.page;

import io.projectexport.export.outage.DatabaseOutage;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.problem.ApiExceptionHandler;
import io.projectexport.web.problem.RefusalStatus;
import io.projectexport.web.problem.UnexpectedError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** Exception handler of the pages: says on a page what was refused as a whole, where {@link ApiExceptionHandler} would lose its words. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(annotations = PageController.class)
public class PageExceptionHandler {

    private final ViewerAdvice viewerAdvice;

    PageExceptionHandler(ViewerAdvice viewerAdvice) {
        this.viewerAdvice = viewerAdvice;
    }

    @ExceptionHandler
    ModelAndView refused(ActionRefused refused) {
        return problem(RefusalStatus.of(refused), refused.getMessage());
    }

    /** Only the id of a project export is anything but text. */
    @ExceptionHandler
    ModelAndView noSuchId(MethodArgumentTypeMismatchException e) {
        return refused(ActionRefused.notFound());
    }

    /** No form of ours sends less than it should, but somebody's program might. */
    @ExceptionHandler({
        BindException.class,
        MissingServletRequestPartException.class,
        MultipartException.class,
        ServletRequestBindingException.class
    })
    ModelAndView incomplete(Exception e) {
        return problem(HttpStatus.BAD_REQUEST, "Something is missing in what was sent. Go back and send it again.");
    }

    /** What was begun cannot become a page any more; the connection breaks, so that nobody takes a part for the whole. */
    @ExceptionHandler
    ModelAndView unexpected(Exception e, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        HttpStatus status = UnexpectedError.status(e);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            // whose page this is cannot be looked up either
            response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseOutage.SECONDS_TO_WAIT);
            return new ModelAndView("problem", Map.of("message", UnexpectedError.report(e)), status);
        }
        return problem(status, UnexpectedError.report(e));
    }

    /** Spring Security handles these, with its own way to log in. */
    @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
    void leaveToSecurity(RuntimeException e) {
        throw e;
    }

    private ModelAndView problem(HttpStatus status, String message) {
        ModelAndView page = new ModelAndView("problem", status);
        page.addObject("message", message);
        page.addObject(ViewerAdvice.VIEWER, viewerAdvice.viewer());
        return page;
    }
}
