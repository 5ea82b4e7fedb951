package io.projectexport.sandbox;

import static io.projectexport.sandbox.SandboxClient.PROJECTS;
import static io.projectexport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class SandboxConsentTest {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0, clock);

    private final SandboxClient client = new SandboxClient(xero);

    @Test
    void consent_comes_back_with_its_state_and_a_code_for_tokens() {
        MultiValueMap<String, String> answer = consent();
        assertThat(answer.getFirst("state")).isEqualTo("my-state");

        HttpResponse<String> tokens = redeem(answer.getFirst("code"), VERIFIER);

        String accessToken = json(tokens).path("access_token").asText();
        assertThat(with(accessToken, "/connections").body()).contains(SandboxXero.TENANT_ID);
        assertThat(client.send(client.request("GET", PROJECTS, "")
                                .header("Authorization", "Bearer " + accessToken)
                                .header("Xero-Tenant-Id", SandboxXero.TENANT_ID))
                        .statusCode())
                .isEqualTo(200);
        assertThat(with(accessToken, PROJECTS).statusCode()).isEqualTo(403);
    }

    @Test
    void code_serves_once_and_only_with_its_verifier() {
        assertThat(redeem(consent().getFirst("code"), "guess").body()).isEqualTo("{\"error\":\"invalid_grant\"}");

        String code = consent().getFirst("code");
        assertThat(redeem(code, VERIFIER).statusCode()).isEqualTo(200);
        assertThat(redeem(code, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void used_refresh_token_serves_half_an_hour_longer_and_the_new_one_sixty_days() {
        String first = connected();
        String second = json(refresh(first)).path("refresh_token").asText();
        assertThat(refresh(first).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(30));
        assertThat(refresh(first).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(refresh(second).statusCode()).isEqualTo(200);

        String third = connected();
        clock.advance(Duration.ofDays(60));
        assertThat(refresh(third).statusCode()).isEqualTo(400);
    }

    @Test
    void revoked_consent_serves_no_more() {
        String refreshToken = connected();

        assertThat(form("/connect/revocation", "token=" + refreshToken).statusCode())
                .isEqualTo(200);

        assertThat(refresh(refreshToken).statusCode()).isEqualTo(400);
        assertThat(xero.tokens().consents().live()).isZero();
    }

    private MultiValueMap<String, String> consent() {
        HttpResponse<String> answer = client.send(client.request(
                "GET",
                "/identity/connect/authorize?response_type=code&client_id=sandbox-client&redirect_uri=http://app/back"
                        + "&scope=projects%20offline_access&state=my-state&code_challenge_method=S256&code_challenge="
                        + CHALLENGE,
                ""));
        URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return UriComponentsBuilder.fromUri(back).build().getQueryParams();
    }

    private String connected() {
        return json(redeem(consent().getFirst("code"), VERIFIER))
                .path("refresh_token")
                .asText();
    }

    private HttpResponse<String> redeem(String code, String verifier) {
        return form(
                "/connect/token",
                "grant_type=authorization_code&redirect_uri=http://app/back&code=" + code + "&code_verifier="
                        + verifier);
    }

    private HttpResponse<String> refresh(String token) {
        return form("/connect/token", "grant_type=refresh_token&refresh_token=" + token);
    }

    private HttpResponse<String> form(String path, String fields) {
        String credentials = "&client_id=sandbox-client&client_secret=sandbox-secret";
        return client.send(client.request("POST", path, fields + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private HttpResponse<String> with(String accessToken, String path) {
        return client.send(client.request("GET", path, "").header("Authorization", "Bearer " + accessToken));
    }
}
