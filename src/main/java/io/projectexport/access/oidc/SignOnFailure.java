package io.projectexport.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the login page, which says what went wrong; what only an administrator can mend is logged, too. */
final class SignOnFailure implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignOnFailure.class);

    private final String loginPage;

    SignOnFailure(String loginPage) {
        this.loginPage = loginPage;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        explain(problem(failure), failure, request, response);
    }

    /** Where the provider could not even be asked to begin. */
    void onUnavailableProvider(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        explain(SignOnProblem.UNAVAILABLE, failure, request, response);
    }

    private void explain(
            SignOnProblem problem,
            AuthenticationException failure,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (problem != SignOnProblem.DENIED && problem != SignOnProblem.EXPIRED) {
            log.warn("Single sign-on: {} ({})", problem.message(), failure.getMessage(), failure.getCause());
        }
        response.sendRedirect(request.getContextPath() + loginPage + "?sso=" + problem.code());
    }

    private static SignOnProblem problem(AuthenticationException failure) {
        if (failure instanceof SignOnRefused refused) {
            return refused.problem();
        }
        String code = failure instanceof OAuth2AuthenticationException answered
                ? answered.getError().getErrorCode()
                : "";
        return switch (code) {
            case "access_denied" -> SignOnProblem.DENIED;
            case "authorization_request_not_found" -> SignOnProblem.EXPIRED;
            default -> SignOnProblem.FAILED;
        };
    }
}
