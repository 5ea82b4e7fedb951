package io.projectexport.export.summary;

import io.projectexport.export.project.ProjectExport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one approver is told of projects that wait: on one day, or as soon as they came in.
 *
 * @param id the same for each try to send it
 * @param recipient e-mail address
 * @param name of the approver
 * @param standsInFor names of approvers who are away, whose deputy the recipient is
 * @param waiting the longest waiting first; never empty, and never more than a mail has room for
 * @param total how many wait in all
 * @param failed some of those whose export failed, the last decided first; mostly none
 * @param currency of the estimates; null where it is not known
 */
public record Summary(
        String id,
        String recipient,
        String name,
        List<String> standsInFor,
        LocalDate day,
        List<Waiting> waiting,
        long total,
        List<Failed> failed,
        String currency) {

    /** How many lines a mail has room for. */
    static final int MAX_LISTED = 50;

    /** How many wait that are not listed. */
    public long more() {
        return total - waiting.size();
    }

    /**
     * A project that is ready to export.
     *
     * @param submitter name of the submitter
     * @param client null when not given, as {@code estimate}
     */
    public record Waiting(
            UUID exportId,
            String number,
            String projectName,
            String submitter,
            String client,
            BigDecimal estimate,
            Instant since) {

        static Waiting of(ProjectExport export) {
            return new Waiting(
                    export.id(),
                    export.project().number(),
                    export.project().name(),
                    export.submission().submitterName(),
                    export.project().client(),
                    export.project().estimateAmount(),
                    export.submission().submittedAt());
        }
    }

    /**
     * A project whose export failed.
     *
     * @param error in Xero's words
     */
    public record Failed(UUID exportId, String number, String projectName, String error) {}
}
