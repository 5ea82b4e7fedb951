package io.projectexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** For how long the jobs of a node that was killed stay its own. */
class JobLockTest {

    private static final Duration LOCK = millis("camunda.bpm.job-execution.lock-time-in-millis");

    @Test
    void the_exports_of_a_killed_node_go_on_within_minutes() {
        assertThat(LOCK).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void an_export_ends_before() {
        // a look, the contact, the job: each connects and reads
        Duration longestExport = Duration.ofSeconds(5 + 30).multipliedBy(3);

        assertThat(LOCK).isGreaterThan(longestExport.plusSeconds(30));
    }

    @Test
    void a_mail_ends_before() {
        // greeting, EHLO, STARTTLS, EHLO, three for the login, MAIL, RCPT, DATA and the end of the mail
        Duration longestMail = millis("spring.mail.properties.mail.smtp.timeout")
                .multipliedBy(11)
                .plus(millis("spring.mail.properties.mail.smtp.connectiontimeout"));

        assertThat(LOCK).isGreaterThan(longestMail.plusSeconds(30));
    }

    private static Duration millis(String property) {
        return Duration.ofMillis(Long.parseLong(String.valueOf(settings().getProperty(property))));
    }

    private static PropertySource<?> settings() {
        try {
            return new YamlPropertySourceLoader()
                    .load("settings", new ClassPathResource("application.yaml"))
                    .get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
