package io.projectexport.settings;

import static io.projectexport.settings.Setting.defaulted;
import static io.projectexport.settings.Setting.required;

import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.scheduling.support.CronExpression;

/** The settings that an installation has, apart from those that Spring checks itself. */
final class KnownSettings {

    private static final int ENCRYPTION_KEY_BYTES = 32;

    static final List<Setting> ALL = List.of(
            required(
                    "spring.datasource.url",
                    "the PostgreSQL database, as jdbc:postgresql://host:5432/name",
                    v -> v.startsWith("jdbc:")),
            required("spring.mail.host", "the name of the SMTP server", v -> true),
            required("mail.from", "the e-mail address that mails come from", v -> v.matches("[^@]*[^\\s@]+@[^\\s@]+")),
            required("app.base-url", "the address at which people open this application", KnownSettings::isHttpUrl),
            required("admin.user", "the first administrator's login", v -> v.matches("[a-zA-Z0-9._@+-]+")),
            required(
                    "admin.password",
                    "the first administrator's password, of 8 characters or more",
                    v -> v.length() >= 8),
            new Setting(
                    "admin.email",
                    "the first administrator's e-mail address",
                    environment -> false,
                    v -> v.matches("[^@\\s]+@[^@\\s]+"),
                    false),
            required("xero.client-id", "the client id of your app at Xero", v -> true),
            required("xero.client-secret", "the client secret of your app at Xero", v -> true),
            defaulted("xero.api-url", "an http or https address", KnownSettings::isHttpUrl),
            defaulted("xero.token-url", "an http or https address", KnownSettings::isHttpUrl),
            defaulted("xero.authorize-url", "an http or https address", KnownSettings::isHttpUrl),
            defaulted(
                    "xero.grant-type",
                    "client_credentials or authorization_code",
                    v -> v.matches("client_credentials|authorization_code")),
            defaulted("xero.job-type", "project or tracking-option", v -> v.matches("project|tracking-option")),
            new Setting(
                    "xero.tracking-category-id",
                    "the id of the tracking category that gets the options, as 297c2dc5-cc47-4afd-8ec8-74990b8761e9",
                    environment -> "tracking-option".equals(environment.getProperty("xero.job-type")),
                    v -> v.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
                    false),
            defaulted("xero.calls-per-minute", "a whole number from 1", KnownSettings::isPositive),
            defaulted("xero.concurrent-calls", "a whole number from 1", KnownSettings::isPositive),
            new Setting(
                    "app.encryption-key",
                    "32 bytes in base64, as from: openssl rand -base64 32; several, of which the first encrypts, with commas between them",
                    environment -> "authorization_code".equals(environment.getProperty("xero.grant-type")),
                    KnownSettings::isKey,
                    false),
            optional(
                    "oidc.issuer-uri",
                    "oidc.client-id",
                    "the http or https address of your provider",
                    KnownSettings::isHttpUrl),
            optional(
                    "oidc.client-id",
                    "oidc.issuer-uri",
                    "the client id of this application at your provider",
                    v -> true),
            optional(
                    "oidc.client-secret",
                    "oidc.issuer-uri",
                    "the client secret of this application at your provider",
                    v -> true),
            defaulted(
                    "oidc.scopes",
                    "openid and others, separated by blanks",
                    v -> v.matches("(.*[\\s,])?openid([\\s,].*)?")),
            defaulted("oidc.user-claim", "the name of a claim", v -> v.matches("\\S+")),
            defaulted("oidc.groups-claim", "the name of a claim", v -> v.matches("\\S+")),
            defaulted("oidc.email-trusted", "true or false", v -> v.matches("true|false")),
            defaulted("app.time-zone", "a time zone such as Pacific/Auckland", KnownSettings::isTimeZone),
            defaulted("daily-summary.cron", "six fields such as 0 0 7 * * MON-FRI", CronExpression::isValidExpression),
            new Setting(
                    "escalate-after-days",
                    "a whole number from 1",
                    environment -> false,
                    KnownSettings::isPositive,
                    false),
            defaulted(
                    "trusted-proxies",
                    "a regular expression of addresses such as 10\\.0\\.0\\.\\d+",
                    KnownSettings::isPattern),
            defaulted(LogFormat.PROPERTY, "text or ecs", v -> v.equals(LogFormat.TEXT) || v.equals(LogFormat.ECS)),
            new Setting(
                    TraceExport.PROPERTY,
                    "the http or https address of a receiver of traces by OTLP, such as http://collector:4318",
                    environment -> false,
                    KnownSettings::isHttpUrl,
                    false),
            new Setting(
                    "node.name",
                    "letters, digits and -, another one for each node",
                    environment -> false,
                    v -> v.matches("[A-Za-z0-9-]+"),
                    false),
            defaulted("four-eyes", "true or false", v -> v.matches("true|false")),
            defaulted("accept-by-rule", "true or false", v -> v.matches("true|false")));

    private KnownSettings() {}

    /** Needed once the other one is there. */
    private static Setting optional(String property, String other, String expected, Predicate<String> valid) {
        return new Setting(
                property,
                expected,
                environment -> !environment.getProperty(other, "").isBlank(),
                valid,
                false);
    }

    private static boolean isHttpUrl(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null && uri.getScheme().matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPattern(String value) {
        try {
            Pattern.compile(value);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isPositive(String value) {
        return value.matches("[1-9][0-9]{0,6}");
    }

    private static boolean isTimeZone(String value) {
        // browsers know these, and not everything else that Java takes for a zone
        return ZoneId.getAvailableZoneIds().contains(value);
    }

    private static boolean isKey(String value) {
        try {
            return Arrays.stream(value.split(",", -1))
                    .allMatch(key -> Base64.getDecoder().decode(key.strip()).length == ENCRYPTION_KEY_BYTES);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
