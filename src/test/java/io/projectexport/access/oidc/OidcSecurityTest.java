package io.projectexport.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.access.AccessTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.test.context.TestPropertySource;

/** Single sign-on whose provider cannot be reached, which is no reason not to start. */
@TestPropertySource(
        properties = {
            "app.base-url=http://localhost",
            "oidc.issuer-uri=http://localhost:1",
            "oidc.client-id=exports",
            "oidc.client-secret=s3cr3t"
        })
class OidcSecurityTest extends AccessTest {

    @Autowired
    ApplicationContext context;

    @Test
    void a_provider_that_cannot_be_reached_is_told_and_keeps_nobody_from_the_password() {
        URI refused = http.withRedirects(Redirects.DONT_FOLLOW)
                .getForEntity(SingleSignOn.START, String.class)
                .getHeaders()
                .getLocation();

        assertThat(http.getForEntity(refused, String.class).getBody())
                .contains("Single sign-on cannot be reached at the moment. Try again later.")
                .contains("name=\"password\"");
    }

    @Test
    void everything_else_stays_as_closed_as_without_it() {
        assertThat(http.getForEntity("/no-such-page", String.class).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        HttpHeaders asked = http.withRedirects(Redirects.DONT_FOLLOW)
                .getForEntity("/jobs", String.class)
                .getHeaders();
        assertThat(asked.getLocation()).hasPath("/login");
    }

    @Test
    void logging_out_may_lead_to_the_provider() {
        assertThat(http.getForEntity("/login", String.class).getHeaders().getFirst("Content-Security-Policy"))
                .endsWith("form-action 'self' http://localhost:1");
    }

    @Test
    void an_unknown_problem_in_the_address_shows_nothing() {
        assertThat(http.getForEntity("/login?sso=<b>guessed</b>", String.class).getBody())
                .contains("Log in with single sign-on")
                .doesNotContain("guessed", "class=\"problem\"");
    }

    @Test
    void it_is_nobody_elses_oauth_client() {
        assertThat(context.getBeanNamesForType(ClientRegistrationRepository.class))
                .isEmpty();
    }
}
