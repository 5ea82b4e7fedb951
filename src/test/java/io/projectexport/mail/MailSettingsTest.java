package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.templateresolver.ITemplateResolver;

class MailSettingsTest {

    @RegisterExtension
    static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, http://localhost:8080/jobs/, localhost",
        "https://example.com/erp/, https://example.com/erp/jobs/, example.com"
    })
    void links_and_ids_follow_the_base_url(String baseUrl, String link, String host) throws Exception {
        try (MailContext context = new MailContext(SMTP.getSmtp().getPort(), Map.of("app.base-url", baseUrl))) {
            context.notifier().send(MailSamples.rejection());
        }
        ReceivedMail mail = ReceivedMail.only(SMTP);
        assertThat(ReceivedMail.urls(mail.text())).contains(link + MailSamples.EXPORT_ID);
        assertThat(mail.header("Message-ID")).endsWith("@" + host + ">");
    }

    @Test
    void sender_may_have_a_name_in_any_script() throws Exception {
        Map<String, Object> settings = Map.of("mail.from", "Büro Köln <erp@example.com>");
        try (MailContext context = new MailContext(SMTP.getSmtp().getPort(), settings)) {
            context.notifier().send(MailSamples.rejection());
        }
        assertThat(ReceivedMail.only(SMTP).header("From"))
                .isEqualTo("=?UTF-8?Q?B=C3=BCro_K=C3=B6ln?= <erp@example.com>");
    }

    @Test
    void sender_under_an_umlaut_domain_is_sent_in_ascii() throws Exception {
        Map<String, Object> settings = Map.of("mail.from", "ERP <erp@bücher.example>");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
                MailContext context = new MailContext(server.port(), settings)) {
            context.notifier().send(MailSamples.rejection());

            assertThat(server.received())
                    .anyMatch(line -> line.startsWith("MAIL FROM:<erp@xn--bcher-kva.example>"))
                    .contains("From: ERP <erp@xn--bcher-kva.example>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"erp.example.com", "ftp://erp.example.com", "/erp", "https://"})
    void wrong_base_url_stops_the_start(String baseUrl) {
        assertThatThrownBy(() -> new MailContext(1, Map.of("app.base-url", baseUrl)))
                .rootCause()
                .hasMessageContaining("APP_BASE_URL must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"erp", "a@example.com, b@example.com", "jörg@example.com", "erp@\u0435xample.com"})
    void wrong_sender_stops_the_start(String from) {
        assertThatThrownBy(() -> new MailContext(1, Map.of("mail.from", from)))
                .hasStackTraceContaining("MAIL_FROM must be");
    }

    @Test
    void pages_keep_the_template_engine_of_spring_boot() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ThymeleafAutoConfiguration.class))
                .withBean(MailTemplates.class)
                .run(context -> {
                    assertThat(context).hasSingleBean(ISpringTemplateEngine.class);
                    assertThat(context).hasSingleBean(ITemplateResolver.class);
                });
    }
}
