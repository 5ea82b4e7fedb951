package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.util.function.UnaryOperator;

/** A browser's session with Camunda's web applications, which have their own copy of the engine's REST API. */
final class WebApplications {

    private final CookieManager cookies = new TlsCookies();
    private final HttpClient browser;
    private final String url;
    private final LoggedInClient client;

    WebApplications(String url) {
        this.url = url;
        browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        client = new LoggedInClient(
                browser, url, "/camunda/api/engine/engine/default", request -> request.header("X-XSRF-TOKEN", token()));
    }

    /** The client with this login. */
    LoggedInClient logIn(String userId, String password) {
        client.get("/camunda/app/welcome/default/");
        HttpAnswer answer = client.post(
                "/camunda/api/admin/auth/user/default/login/welcome",
                "application/x-www-form-urlencoded",
                "username=%s&password=%s".formatted(userId, password));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        // as every browser does; it brings the token of the new session
        client.get("/camunda/app/tasklist/default/");
        return client;
    }

    /** The same session, as the page of another site has the browser use it. */
    LoggedInClient withoutToken() {
        return new LoggedInClient(browser, url, "/camunda/api/engine/engine/default", UnaryOperator.identity());
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("none yet");
    }
}
