package io.projectexport.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.text.DisplayFormat;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class CapturedMailTest {

    @AutoClose
    private final CapturedMail mail = new CapturedMail(0, 0);

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    CapturedMailTest() {
        sender.setHost(mail.smtpHost());
        sender.setPort(mail.smtpPort());
    }

    @Test
    void mail_with_both_parts_is_captured() throws Exception {
        send("Project rejected", "Estimate missing – ü", "<p>Estimate <b>missing</b></p>");

        assertThat(mail.mails()).singleElement().satisfies(captured -> {
            assertThat(captured.from()).isEqualTo("erp@example.com");
            assertThat(captured.to()).isEqualTo("Tom <tom@example.com>");
            assertThat(captured.subject()).isEqualTo("Project rejected");
            assertThat(captured.text()).isEqualTo("Estimate missing – ü");
            assertThat(captured.html()).isEqualTo("<p>Estimate <b>missing</b></p>");
        });
    }

    @Test
    void list_shows_the_newest_first_and_headers_as_text() throws Exception {
        send("First <script>alert(1)</script>", "text", "<p>html</p>");
        sender.send(plain("Second"));

        String list = get("/").body();

        assertThat(list)
                .containsSubsequence("Second", "First &lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("http-equiv=\"refresh\"", "href=\"/mails/1\"", "To Tom &lt;tom@example.com&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void html_part_is_shown_in_a_frame_that_runs_no_scripts() throws Exception {
        send("Rejected", "Dear \"Tom\" <plain>", "<p class=\"x\">Dear Tom</p><script>alert(1)</script>");

        String page = get("/mails/1").body();

        assertThat(page)
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("&lt;p class=&quot;x&quot;&gt;Dear Tom&lt;/p&gt;&lt;script&gt;")
                .contains("<pre>Dear &quot;Tom&quot; &lt;plain&gt;</pre>")
                .doesNotContain("<script>");
    }

    @Test
    void moments_are_those_of_the_installation_as_on_its_own_pages() throws Exception {
        Clock clock = Clock.system(ZoneId.of("Pacific/Chatham"));
        try (CapturedMail there = new CapturedMail(0, 0, clock)) {
            sender.setPort(there.smtpPort());
            sender.send(plain("Plain"));
            String arrived = new DisplayFormat(clock)
                    .momentToTheSecond(there.mails().get(0).at());

            assertThat(get(there, "/").body()).contains(arrived).doesNotContain("UTC");
            assertThat(get(there, "/mails/1").body()).contains(arrived).doesNotContain("UTC");
        }
    }

    @Test
    void mail_without_an_html_part_says_so() throws Exception {
        sender.send(plain("Plain"));

        assertThat(get("/mails/1").body()).contains("The mail has none.").doesNotContain("<iframe");
    }

    @Test
    void cleared_mail_is_gone_and_its_page_leads_to_the_list() throws Exception {
        sender.send(plain("Plain"));
        mail.clear();

        assertThat(mail.mails()).isEmpty();
        assertThat(get("/").body()).contains("No mail yet");
        assertThat(get("/mails/1").headers().firstValue("Location")).contains("/");
    }

    private void send(String subject, String text, String html) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("erp@example.com");
        helper.setTo("Tom <tom@example.com>");
        helper.setSubject(subject);
        helper.setText(text, html);
        sender.send(message);
    }

    private static SimpleMailMessage plain(String subject) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("erp@example.com");
        message.setTo("ann@example.com");
        message.setSubject(subject);
        message.setText("text");
        return message;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(mail, path);
    }

    private static HttpResponse<String> get(CapturedMail from, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(from.url() + path)).build(), BodyHandlers.ofString());
    }
}
