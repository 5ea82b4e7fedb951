package io.projectexport.access.security;

import java.util.Arrays;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Request matchers for whole paths, whichever of the several servlets serves them. */
public final class Paths {

    /** Camunda's web applications; {@code application.yaml} sets it, pages link to it. */
    public static final String CAMUNDA = "/camunda";

    private Paths() {}

    static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new));
    }
}
