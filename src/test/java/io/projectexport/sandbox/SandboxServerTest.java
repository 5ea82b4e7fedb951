package io.projectexport.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxServerTest {

    @Test
    void another_client_secret_ends_what_the_one_before_was_good_for() throws Exception {
        try (SandboxXero xero = SandboxServer.start(Map.of("SANDBOX_PORT", "0"))) {
            String before = xero.tokens().clientSecret();
            String token = xero.tokens().issue();

            HttpRequest press = HttpRequest.newBuilder(URI.create(xero.url() + "/actions"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("action=Another+client+secret"))
                    .build();
            HttpClient.newHttpClient().send(press, BodyHandlers.discarding());

            assertThat(xero.tokens().clientSecret())
                    .isEqualTo("sandbox-secret-2")
                    .isNotEqualTo(before);
            assertThat(xero.tokens().find(token)).isEmpty();
        }
    }

    /** What stands beside it in the image is the application, and no library of the tests. */
    @Test
    void as_a_program_it_needs_nothing_but_the_application() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Test.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.junit..",
                        "org.assertj..",
                        "org.awaitility..",
                        "org.mockito..",
                        "com.icegreen..",
                        "io.zonky..",
                        "com.microsoft.playwright..",
                        "org.springframework.boot.test..",
                        "org.springframework.test..")
                .check(new ClassFileImporter().importPackages("io.projectexport.sandbox"));
    }
}
