package io.projectexport.sandbox;

import static io.projectexport.sandbox.SandboxClient.CONTACTS;
import static io.projectexport.sandbox.SandboxClient.PROJECTS;
import static io.projectexport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTokensTest {

    private static final String TOKEN = "/connect/token";

    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0, clock);

    private final SandboxClient client = new SandboxClient(xero);

    @BeforeEach
    void client() {
        xero.tokens().client("me", "s:cret");
    }

    @Test
    void token_for_basic_credentials_opens_the_api_until_it_expires() {
        HttpResponse<String> answer = withBasic("me:s%3Acret", "grant_type=client_credentials&scope=projects");

        JsonNode token = json(answer);
        assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.path("expires_in").asInt()).isEqualTo(1800);
        String accessToken = token.path("access_token").asText();
        assertThat(with(accessToken, PROJECTS).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(30));
        HttpResponse<String> expired = with(accessToken, PROJECTS);
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(json(expired).path("Detail").asText()).startsWith("TokenExpired");
    }

    @Test
    void credentials_may_come_in_the_form() {
        String form = "grant_type=client_credentials&client_id=me&client_secret=s%3Acret";

        assertThat(client.send(client.request("POST", TOKEN, form)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrong_secret_is_an_invalid_client() {
        HttpResponse<String> answer = withBasic("me:guess", "grant_type=client_credentials");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void call_without_a_good_token_is_unauthorized() {
        HttpResponse<String> none = client.send(client.request("GET", PROJECTS, ""));
        HttpResponse<String> invented = with("invented", PROJECTS);
        xero.tokens().revokeAll();

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(json(none).path("Title").asText()).isEqualTo("Unauthorized");
        assertThat(json(none).path("Detail").asText()).isEqualTo("AuthenticationUnsuccessful");
        assertThat(invented.statusCode()).isEqualTo(401);
    }

    @Test
    void token_is_good_only_for_its_scopes() {
        String token = json(withBasic("me:s%3Acret", "grant_type=client_credentials&scope=projects"))
                .path("access_token")
                .asText();

        HttpResponse<String> answer = with(token, CONTACTS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("Detail").asText()).isEqualTo("AuthorizationUnsuccessful");
    }

    @Test
    void wrong_tenant_is_forbidden() {
        assertThat(client.send("GET", PROJECTS, "", "Xero-Tenant-Id", SandboxXero.TENANT_ID)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send("GET", PROJECTS, "", "Xero-Tenant-Id", "other").statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> withBasic(String credentials, String form) {
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return client.send(client.request("POST", TOKEN, form)
                .header("Authorization", "Basic " + encoded)
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private HttpResponse<String> with(String accessToken, String path) {
        return client.send(client.request("GET", path, "").header("Authorization", "Bearer " + accessToken));
    }
}
