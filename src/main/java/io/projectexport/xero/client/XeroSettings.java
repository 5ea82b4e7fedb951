package io.projectexport.xero.client;

import io.projectexport.export.ratelimit.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * How to reach one Xero organisation, and what a job is there.
 *
 * @param tenantId null for a custom connection, which belongs to one organisation anyway, and for the one that is chosen
 * @param trackingCategoryId needed for {@link JobType#TRACKING_OPTION} only
 * @param jobUrlTemplate opens a job in Xero; {@code {id}} and {@code {shortCode}} are filled in; null for the job type's own
 */
@ConfigurationProperties("xero")
public record XeroSettings(
        String clientId,
        String clientSecret,
        String tenantId,
        @DefaultValue("https://api.xero.com") String apiUrl,

        @DefaultValue("https://identity.xero.com/connect/token")
        String tokenUrl,

        @DefaultValue("client_credentials") GrantType grantType,

        @DefaultValue("https://login.xero.com/identity/connect/authorize")
        String authorizeUrl,

        @DefaultValue("project") JobType jobType,
        UUID trackingCategoryId,
        String jobUrlTemplate,
        @DefaultValue("60") int callsPerMinute,
        @DefaultValue("5") int concurrentCalls,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout) {

    /** What becomes of an accepted project in Xero. */
    public enum JobType {
        PROJECT,
        TRACKING_OPTION
    }

    /** What makes Xero let this application in. */
    public enum GrantType {
        /** A custom connection, authorised once at Xero. */
        CLIENT_CREDENTIALS,
        /** An administrator's consent, given on this application's page. */
        AUTHORIZATION_CODE
    }

    public XeroSettings {
        // an environment variable that is set to nothing means the same as none
        tenantId = StringUtils.hasText(tenantId) ? tenantId.strip() : null;
        jobUrlTemplate = StringUtils.hasText(jobUrlTemplate) ? jobUrlTemplate.strip() : null;
        apiUrl = StringUtils.trimTrailingCharacter(apiUrl, '/');
    }

    /** Beside the address for tokens, as at Xero. */
    public String revocationUrl() {
        return tokenUrl.replaceFirst("/token$", "/revocation");
    }

    /** Xero counts for the organisation; a custom connection has just one. */
    RateLimits plan() {
        return new RateLimits(
                tenantId == null ? clientId : tenantId,
                callsPerMinute,
                concurrentCalls,
                callTimeout().multipliedBy(2));
    }

    /** For how long one call can run. */
    public Duration callTimeout() {
        return connectTimeout.plus(readTimeout);
    }

    /** These settings, unless one is missing. */
    public XeroSettings complete() {
        if (!problems().isEmpty()) {
            throw new IllegalStateException(String.join(" ", problems()));
        }
        return this;
    }

    /** A sentence for each setting that is missing. */
    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!StringUtils.hasText(clientId)) {
            problems.add(
                    "XERO_CLIENT_ID is missing: set it to the client id of the app at https://developer.xero.com.");
        }
        if (!StringUtils.hasText(clientSecret)) {
            problems.add("XERO_CLIENT_SECRET is missing: set it to the client secret of that app.");
        }
        if (jobType == JobType.TRACKING_OPTION && trackingCategoryId == null) {
            problems.add("XERO_TRACKING_CATEGORY_ID is missing: XERO_JOB_TYPE=tracking-option needs it.");
        }
        return problems;
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "XeroSettings[apiUrl=%s, clientId=%s, tenantId=%s, jobType=%s]"
                .formatted(apiUrl, clientId, tenantId, jobType);
    }
}
