package io.projectexport.sandbox;

import static io.projectexport.sandbox.SwitchGroup.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.sandbox.DemoSwitches.Switch;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;

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

    @ParameterizedTest
    @EnumSource
    void every_switch_tells_its_state_and_what_it_does(Switch which) {
        boolean normally = xero.switches().isOn(which);
        assertThat(switches().body())
                .contains(which.label() + ": " + (normally ? "on" : "off"))
                .contains(HtmlUtils.htmlEscape(which.sentence()));

        HttpResponse<String> flipped = flip(which.name(), !normally);

        assertThat(flipped.headers().firstValue("Location")).contains("/");
        assertThat(switches().body()).contains(which.label() + ": " + (normally ? "off" : "on"));
        assertThat(page().body().contains(which.label() + ": ")).isEqualTo(which.group() == FIRST || !normally);
    }

    @Test
    void first_page_shows_what_to_try_first_and_whatever_is_on() {
        assertThat(page().body())
                .containsSubsequence("Slow answers: off", "Rate limit: off", "Lost answers: off", "Renamed jobs: off")
                .contains("Normal, but refusals are on.", "href=\"/switches\"")
                .doesNotContain("Archived contacts");

        flip("ARCHIVED_CONTACTS", true);

        assertThat(page().body()).contains("Archived contacts: on", "Switch off: Archived contacts");
    }

    @Test
    void everything_is_normal_again_by_one_click() {
        flip("LOST_ANSWERS", true);
        flip("ESCAPES_HTML", true);
        flip("REFUSE", false);
        assertThat(page().body()).contains("Everything normal again");

        client.send(client.request("POST", "/normal", ""));

        assertThat(page().body()).contains("Lost answers: off", "Refusals: on", "Normal, but refusals are on.");
        assertThat(client.createProject("P-1 & more").statusCode()).isEqualTo(201);
        assertThat(xero.projects().named("P-1 & more")).hasSize(1);
    }

    @Test
    void click_leads_back_to_the_page_it_was_made_on_and_to_no_other() {
        assertThat(post("/switches", "switch=DOWN&on=true&from=%2Fswitches")).isEqualTo("/switches");
        assertThat(post("/normal", "from=%2Fswitches")).isEqualTo("/switches");
        assertThat(post("/normal", "from=https%3A%2F%2Fexample.com")).isEqualTo("/");
    }

    @Test
    void name_that_was_altered_is_shown_beside_the_one_that_was_sent() {
        flip("ALTER_NAMES", true);
        client.createProject("P-1 - Harbour Bridge");

        assertThat(page().body()).containsSubsequence("P-1 - HARBOUR BRIDGE", "sent as", "P-1 - Harbour Bridge");
    }

    @Test
    void what_others_offer_is_done_by_a_click_and_told() {
        xero.offer(new PageAction("Ring the bell", "It is loud.", () -> "It rang."));
        assertThat(page().body()).contains("Ring the bell", "It is loud.").doesNotContain("It rang.");

        post("/actions", "action=Ring+the+bell");

        assertThat(page().body())
                .containsPattern("\\d\\d:\\d\\d:\\d\\d: It rang\\.")
                .doesNotContain("UTC");
    }

    @Test
    void moments_are_those_of_the_installation_as_on_its_own_pages() {
        Clock noon = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneId.of("Pacific/Auckland"));
        try (SandboxXero there = new SandboxXero(0, noon)) {
            SandboxClient caller = new SandboxClient(there);
            caller.createProject("P-1");

            assertThat(caller.send(caller.request("GET", "/", "")).body()).contains("29 Nov 2026, 01:00:00");
        }
    }

    private HttpResponse<String> page() {
        return client.send(client.request("GET", "/", ""));
    }

    private HttpResponse<String> switches() {
        return client.send(client.request("GET", "/switches", ""));
    }

    private String post(String path, String form) {
        return client.send(client.request("POST", path, form))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpResponse<String> flip(String which, boolean on) {
        return client.send(client.request("POST", "/switches", "switch=%s&on=%s".formatted(which, on)));
    }
}
