package io.projectexport.access.oidc;

import org.springframework.security.core.AuthenticationException;

/** The provider knows the person, but this application does not let that person in. */
final class SignOnRefused extends AuthenticationException {

    private final SignOnProblem problem;

    /** The detail is for the log. */
    SignOnRefused(SignOnProblem problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    SignOnProblem problem() {
        return problem;
    }
}
