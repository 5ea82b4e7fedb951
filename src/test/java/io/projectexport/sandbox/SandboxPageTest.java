package io.projectexport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SandboxPageTest {

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0);

    private final SandboxClient client = new SandboxClient(xero);

    @Test
    void page_shows_as_text_what_xero_holds() {
        xero.contacts().add("Smith & Sons");
        xero.trackingCategories().add("North wing");
        client.createProject("<script>alert(1)</script>");

        HttpResponse<String> page = page();

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("Smith &amp; Sons", "North wing", "POST /projects.xro/2.0/Projects", SandboxXero.ORGANISATION)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("id=\"" + xero.projects().all().get(0).id() + "\"")
                .doesNotContain("<script>", "Bearer");
    }

    @Test
    void empty_page_says_what_to_do() {
        assertThat(page().body()).contains("accept one in the application", DemoSwitches.REFUSED_MARK);
    }

    @Test
    void marked_jobs_are_refused_until_that_is_switched_off() {
        String name = "P-1 " + DemoSwitches.REFUSED_MARK;
        assertThat(client.createProject(name).body()).contains(DemoSwitches.REFUSAL);
        assertThat(client.send("PUT", SandboxClient.OPTIONS, "{\"Name\": \"%s\"}".formatted(name))
                        .body())
                .contains(DemoSwitches.REFUSAL);

        assertThat(flip("REFUSE", false).statusCode()).isEqualTo(303);

        assertThat(client.createProject(name).statusCode()).isEqualTo(201);
    }

    @Test
    void xero_can_be_switched_down_and_disconnected() {
        flip("DOWN", true);
        assertThat(client.createProject("P-1").statusCode()).isEqualTo(503);
        flip("DOWN", false);

        flip("DISCONNECTED", true);
        assertThat(client.createProject("P-1").statusCode()).isEqualTo(403);
        assertThat(page().body()).contains("is revoked");
        flip("DISCONNECTED", false);

        assertThat(client.createProject("P-1").statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> page() {
        return client.send(client.request("GET", "/", ""));
    }

    private HttpResponse<String> flip(String which, boolean on) {
        return client.send(client.request("POST", "/switches", "switch=%s&on=%s".formatted(which, on)));
    }
}
