package io.projectexport.export.accounting;

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
