package io.projectexport.access.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a single sign-on did not end with a login, in words for the person who tried. */
public enum SignOnProblem {
    TAKEN(
            "A user with your name exists here already, who does not belong to your single sign-on. Ask an administrator."),
    NO_USER_NAME("Your single sign-on tells no user name that can be used here. Ask an administrator."),
    DEACTIVATED("Your user here is deactivated. Ask an administrator to activate it."),
    DENIED("Your single sign-on did not let you in."),
    EXPIRED("That took too long, or began in another browser. Try again."),
    UNAVAILABLE("Single sign-on cannot be reached at the moment. Try again later."),
    FAILED("Single sign-on failed. Ask an administrator, who finds the reason in the log.");

    private final String message;

    SignOnProblem(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SignOnProblem> of(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }
}
