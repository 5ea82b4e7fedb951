package io.projectexport.export.project;

import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.text.ComparableText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A construction project as the portfolio knows it, checked and cleaned.
 *
 * @param number unique among live project exports, whatever its case, invisible marks and look-alike hyphens
 * @param client null when not given
 * @param estimateAmount in the currency of the Xero organisation, at most two decimals; null when not given
 * @param deadline a date in the installation's time zone; null when not given
 */
public record Project(
        String number, String name, Address address, String client, BigDecimal estimateAmount, LocalDate deadline) {

    /** What people call it: its number and its name. */
    public String title() {
        return number + " " + name;
    }

    /** The name of the job in Xero; it carries the number, so that a look-up by name is exact. */
    public String nameInXero() {
        return nameInXero(number, name);
    }

    public static String nameInXero(String number, String name) {
        return number + " - " + name;
    }

    /** What becomes of it in Xero, with the contact that an approver chose; null for none. */
    public JobRequest jobRequest(String contactName) {
        return new JobRequest(nameInXero(), contactName, estimateAmount, deadline);
    }

    /** What a project that was submitted once more has in common with it, under whichever number; null without a client. */
    public String lookAlikeKey() {
        return lookAlikeKey(name, client);
    }

    /** The same of what nobody has checked yet. */
    public static String lookAlikeKey(String name, String client) {
        return client == null ? null : ComparableText.digest(name, client);
    }

    /** A project number as it is compared with others; in upper case, as earlier releases stored it. */
    public static String comparable(String number) {
        return ComparableText.key(number).toUpperCase(Locale.ROOT);
    }
}
