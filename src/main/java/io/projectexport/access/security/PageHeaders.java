package io.projectexport.access.security;

import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Content security policy of our own pages, which load nothing of others: a second wall, should text of a person ever become part of a page. */
final class PageHeaders {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; frame-ancestors 'none'; form-action %s";

    /** Somebody else's page, and diagrams that somebody else's program draws, which have styles in them. */
    private static final RequestMatcher WITH_STYLES =
            Paths.anyOf("/swagger-ui/**", "/admin/models/*", "/admin/models/*/edit");

    private PageHeaders() {}

    /** @param formTargets addresses at other sites that a form may lead to; those that are empty count for nothing */
    static void apply(HeadersConfigurer<HttpSecurity> headers, String... formTargets) {
        String targets = Stream.concat(
                        Stream.of("'self'"), Arrays.stream(formTargets).map(PageHeaders::origin))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String policy = POLICY.formatted(targets);
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        WITH_STYLES,
                        new ContentSecurityPolicyHeaderWriter(policy + "; style-src 'self' 'unsafe-inline'")))
                .addHeaderWriter(new ContentSecurityPolicyHeaderWriter(policy))
                // the list that a project's page leads back to is found by it
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static String origin(String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        URI uri = URI.create(address.strip());
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
