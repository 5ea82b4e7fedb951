package io.projectexport.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * What will be created in Xero, as the approver saw it.
 *
 * @param name unique for the project number
 * @param contactName null for a job without a contact
 * @param estimateAmount in the organisation's currency; null for none
 * @param deadline null for none
 */
public record JobRequest(String name, String contactName, BigDecimal estimateAmount, LocalDate deadline) {

    /** What becomes of a project with the contact that an approver chose. */
    public static JobRequest of(Project project, String contactName) {
        return new JobRequest(project.nameInXero(), contactName, project.estimateAmount(), project.deadline());
    }

    /**
     * SHA-256 in hexadecimal over every part; two requests with the same hash create the same job.
     *
     * @param jobKind {@link Accounting#jobKind()}
     */
    public String hash(String jobKind) {
        String estimate = estimateAmount == null
                ? ""
                : estimateAmount.stripTrailingZeros().toPlainString();
        // the lengths keep "a" + "bc" apart from "ab" + "c"
        String canonical = part(jobKind) + part(name) + part(contactName) + part(estimate) + part(deadline);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String part(Object value) {
        String text = value == null ? "" : value.toString();
        return text.length() + ":" + text + ";";
    }
}
