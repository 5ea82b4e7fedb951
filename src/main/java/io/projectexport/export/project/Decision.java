package io.projectexport.export.project;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.JobRequest;
import java.time.Instant;

/**
 * What an approver decided.
 *
 * @param by login of the approver
 * @param contactName the Xero contact that the approver chose; null for none and for a rejection
 * @param approvedHash {@link JobRequest#hash()} of what was approved; null for a rejection
 * @param organisation {@link Accounting#organisation()} that it was approved for; null for a rejection, and where it was not known
 */
public record Decision(String by, Instant at, String contactName, String approvedHash, String organisation) {

    public static Decision rejection(String by, Instant at) {
        return new Decision(by, at, null, null, null);
    }
}
