package io.projectexport.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.ProjectExportApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class SettingsTest {

    private static final Map<String, Object> COMPLETE = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db:5432/exports",
            "spring.mail.host", "smtp.example.com",
            "mail.from", "Exports <exports@example.com>",
            "app.base-url", "https://exports.example.com",
            "admin.user", "admin",
            "admin.password", "not-a-default",
            "xero.client-id", "id",
            "xero.client-secret", "s3cr3t");

    @Test
    void a_complete_installation_has_no_problem() {
        assertThat(problems(Map.of())).isEmpty();
    }

    @Test
    void without_any_setting_every_missing_one_is_named_with_a_sentence() {
        assertThat(problemsOf(Map.of()))
                .hasSize(8)
                .allSatisfy(problem -> assertThat(problem).matches("[A-Z_]+ is missing: set it to .+\\."))
                .anySatisfy(problem -> assertThat(problem).startsWith("SPRING_DATASOURCE_URL is missing"))
                .anySatisfy(problem -> assertThat(problem).startsWith("ADMIN_PASSWORD is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, postgres://db, SPRING_DATASOURCE_URL",
        "mail.from, nobody, MAIL_FROM",
        "app.base-url, exports.example.com, APP_BASE_URL",
        "admin.password, short, ADMIN_PASSWORD",
        "xero.api-url, ftp://api.xero.com, XERO_API_URL",
        "xero.grant-type, password, XERO_GRANT_TYPE",
        "xero.authorize-url, login.xero.com, XERO_AUTHORIZE_URL",
        "xero.job-type, invoice, XERO_JOB_TYPE",
        "xero.tracking-category-id, Project, XERO_TRACKING_CATEGORY_ID",
        "xero.calls-per-minute, 0, XERO_CALLS_PER_MINUTE",
        "xero.concurrent-calls, many, XERO_CONCURRENT_CALLS",
        "oidc.scopes, profile email, OIDC_SCOPES",
        "oidc.user-claim, user name, OIDC_USER_CLAIM",
        "oidc.groups-claim, my groups, OIDC_GROUPS_CLAIM",
        "app.time-zone, Middle/Earth, APP_TIME_ZONE",
        "oidc.email-trusted, perhaps, OIDC_EMAIL_TRUSTED",
        "app.encryption-key, c2hvcnQ=, APP_ENCRYPTION_KEY",
        "app.encryption-key, 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=,c2hvcnQ=', APP_ENCRYPTION_KEY",
        "daily-summary.cron, every day, DAILY_SUMMARY_CRON",
        "escalate-after-days, soon, ESCALATE_AFTER_DAYS",
        "escalate-after-days, 0, ESCALATE_AFTER_DAYS",
        "node.name, app 1, NODE_NAME",
        "four-eyes, perhaps, FOUR_EYES",
        "accept-by-rule, sometimes, ACCEPT_BY_RULE",
        "log-format, json, LOG_FORMAT",
        "otel.exporter.otlp.endpoint, collector.example.com:4318, OTEL_EXPORTER_OTLP_ENDPOINT",
        "trusted-proxies, 10.0.0.(, TRUSTED_PROXIES",
    })
    void a_wrong_value_is_refused_with_what_would_be_right(String property, String value, String variable) {
        assertThat(problems(Map.of(property, value))).singleElement().satisfies(problem -> {
            assertThat(problem).startsWith(variable + " is wrong: it must be ");
            assertThat(problem).doesNotContain(value);
        });
    }

    @Test
    void an_empty_value_does_not_hide_a_default() throws IOException {
        PropertySource<?> defaults = new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("application.yaml"))
                .get(0);
        List<Setting> defaulted = KnownSettings.ALL.stream()
                .filter(setting -> defaults.containsProperty(setting.property()))
                .toList();

        assertThat(defaulted).extracting(Setting::variable).contains("APP_TIME_ZONE", "FOUR_EYES");
        assertThat(defaulted)
                .allSatisfy(setting -> assertThat(problems(Map.of(setting.property(), " ")))
                        .singleElement()
                        .asString()
                        .matches(setting.variable() + " is empty: set it to .+ or remove it\\."));
    }

    @Test
    void an_empty_value_without_a_default_is_none() {
        assertThat(problems(Map.of("xero.tracking-category-id", "", "app.encryption-key", "")))
                .isEmpty();
    }

    @Test
    void tokens_that_are_stored_need_a_key() {
        assertThat(problems(Map.of("xero.grant-type", "authorization_code")))
                .singleElement()
                .asString()
                .startsWith("APP_ENCRYPTION_KEY is missing");
    }

    @Test
    void single_sign_on_needs_all_that_names_this_application_to_the_provider() {
        assertThat(problems(Map.of("oidc.issuer-uri", "https://login.example.com")))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("OIDC_CLIENT_ID is missing"),
                        problem -> assertThat(problem).startsWith("OIDC_CLIENT_SECRET is missing"));
        assertThat(problems(Map.of("oidc.client-id", "exports", "oidc.client-secret", "s3cr3t")))
                .singleElement()
                .asString()
                .startsWith("OIDC_ISSUER_URI is missing");
        assertThat(problems(Map.of(
                        "oidc.issuer-uri",
                        "login.example.com",
                        "oidc.client-id",
                        "exports",
                        "oidc.client-secret",
                        "s3cr3t")))
                .singleElement()
                .asString()
                .startsWith("OIDC_ISSUER_URI is wrong");
    }

    @Test
    void tracking_options_need_a_category() {
        assertThat(problems(Map.of("xero.job-type", "tracking-option")))
                .singleElement()
                .asString()
                .startsWith("XERO_TRACKING_CATEGORY_ID is missing");
    }

    @Test
    void the_start_stops_before_anything_is_touched() {
        SpringApplication application = ProjectExportApplication.application();
        application.setWebApplicationType(WebApplicationType.NONE);

        SettingsInvalid refused = catchThrowableOfType(SettingsInvalid.class, application::run);

        assertThat(refused.problems()).hasSize(8);
        assertThat(new SettingsInvalidAnalyzer().analyze(refused).getDescription())
                .contains("SPRING_MAIL_HOST is missing")
                .doesNotContain("Exception");
    }

    @Test
    void the_readme_lists_every_setting() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(KnownSettings.ALL)
                .allSatisfy(setting -> assertThat(readme).contains("`" + setting.variable() + "`"));
    }

    private static List<String> problems(Map<String, Object> changes) {
        Map<String, Object> settings = new HashMap<>(COMPLETE);
        settings.putAll(changes);
        return problemsOf(settings);
    }

    private static List<String> problemsOf(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return KnownSettings.ALL.stream()
                .flatMap(setting -> setting.problem(environment).stream())
                .toList();
    }
}
