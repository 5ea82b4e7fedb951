package io.projectexport.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.audit.StartSetting;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsAtStartTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADMIN_PASSWORD",
                "SPRING_DATASOURCE_PASSWORD",
                "SPRING_MAIL_PASSWORD",
                "XERO_CLIENT_SECRET",
                "OIDC_CLIENT_SECRET",
                "APP_ENCRYPTION_KEY"
            })
    void of_a_secret_is_said_only_that_it_is_set(String variable) {
        assertThat(shown(property(variable), "correct-horse-9")).isEqualTo(Map.of(variable, "set"));
    }

    @ParameterizedTest
    @CsvSource({
        "FOUR_EYES, false, false",
        "XERO_CLIENT_ID, my-app, my-app",
        "APP_BASE_URL, https://erp.example.com/x, https://erp.example.com/x",
        "XERO_TOKEN_URL, https://me:hidden@xero.example/token?key=hidden, https://xero.example/token",
        "SPRING_DATASOURCE_URL, jdbc:postgresql://one:5432/erp?password=hidden&ssl=true, jdbc:postgresql://one:5432/erp",
        "SPRING_DATASOURCE_URL, 'jdbc:postgresql://one,two/erp?user=a&password=hidden', 'jdbc:postgresql://one,two/erp'",
        "REJECTION_REASONS, Is it late? No., Is it late? No.",
        "MAIL_FROM, ERP <erp@example.com>, ERP <erp@example.com>"
    })
    void of_any_other_the_value_without_what_an_address_hides(String variable, String value, String expected) {
        assertThat(shown(property(variable), value)).isEqualTo(Map.of(variable, expected));
    }

    @Test
    void of_a_secret_a_fingerprint_is_kept_that_differs_with_secret_setting_and_installation() {
        StartSetting first =
                atStart("admin.password", "correct-horse-9", "salt").get("ADMIN_PASSWORD");

        assertThat(first.shown()).isEqualTo("set");
        assertThat(first.fingerprint()).matches("[0-9a-f]{4}");
        assertThat(atStart("admin.password", "correct-horse-9", "salt")).containsEntry("ADMIN_PASSWORD", first);
        assertThat(atStart("admin.password", "correct-horse-8", "salt").values())
                .doesNotContain(first);
        assertThat(atStart("spring.mail.password", "correct-horse-9", "salt").values())
                .doesNotContain(first);
        assertThat(atStart("admin.password", "correct-horse-9", "pepper").values())
                .doesNotContain(first);
        assertThat(atStart("mail.from", "erp@example.com", "salt"))
                .containsEntry("MAIL_FROM", new StartSetting("erp@example.com", null));
    }

    @Test
    void name_of_a_node_is_no_setting_of_the_installation() {
        assertThat(shown("node.name", "node-1")).isEmpty();
    }

    @Test
    void what_is_blank_is_not_set() {
        assertThat(shown("xero.tenant-id", " ")).isEmpty();
    }

    private static String property(String variable) {
        return Map.of(
                        "FOUR_EYES", "four-eyes",
                        "XERO_CLIENT_ID", "xero.client-id",
                        "APP_BASE_URL", "app.base-url",
                        "XERO_TOKEN_URL", "xero.token-url",
                        "REJECTION_REASONS", "rejection-reasons",
                        "XERO_CLIENT_SECRET", "xero.client-secret",
                        "OIDC_CLIENT_SECRET", "oidc.client-secret",
                        "APP_ENCRYPTION_KEY", "app.encryption-key")
                .getOrDefault(
                        variable, variable.toLowerCase(java.util.Locale.ROOT).replace('_', '.'));
    }

    private static Map<String, String> shown(String property, String value) {
        return atStart(property, value, "salt").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, setting -> setting.getValue().shown()));
    }

    private static Map<String, StartSetting> atStart(String property, String value, String salt) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> settings = new HashMap<>(Map.of(property, value));
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return SettingsAtStart.atStart(environment, salt);
    }
}
