package io.projectexport.mail;

import io.projectexport.export.project.ExportStatus;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where mails lead: pages that ask for a login and only then offer something to do. */
@Component
final class MailLinks {

    private static final Pattern BASE_URL = Pattern.compile("(https?://([^\\s/:?#@\\[]+)[^\\s?#]*?)/*");

    private final String home;
    private final String host;

    MailLinks(@Value("${app.base-url}") String baseUrl) {
        Matcher address = BASE_URL.matcher(baseUrl.strip());
        if (!address.matches()) {
            throw new IllegalArgumentException(
                    "APP_BASE_URL must be this installation's address, as https://erp.example.com, and is " + baseUrl);
        }
        this.home = address.group(1);
        this.host = address.group(2);
    }

    String home() {
        return home;
    }

    /** Names the installation in message ids. */
    String host() {
        return host;
    }

    String project(UUID exportId) {
        return home + "/jobs/" + exportId;
    }

    String diagnostics() {
        return home + "/admin/check";
    }

    String connection() {
        return home + "/xero/connect";
    }

    /** Where people get new passwords. */
    String people() {
        return home + "/people";
    }

    /** What stands behind the # is sent to no server, so that it is in no log of one. */
    String password(String code) {
        return home + "/password#" + code;
    }

    /** Where people choose which mails they get. */
    String profile() {
        return home + "/profile";
    }

    String readyToExport() {
        return home + "/jobs?status=" + ExportStatus.READY_TO_EXPORT;
    }

    String rejected() {
        return home + "/jobs?status=" + ExportStatus.REJECTED;
    }

    String failedToExport() {
        return home + "/jobs?status=" + ExportStatus.FAILED_TO_EXPORT;
    }
}
