package io.projectexport.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.permission.Action;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.query.ReadProject;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.web.problem.WaitsAt;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * Response body with everything about one project export.
 *
 * @param project its fields stand beside {@code history} and {@code actions}
 * @param history oldest first
 * @param actions what the person who asks can do right now
 * @param foundJobs jobs of its number in Xero, between which an approver has to choose when accepting or retrying; mostly none
 * @param waitsAt the step at which its process waits, and for whom; null when it is over and nobody has a task of it, or has no running process
 */
record ProjectDetailsResponse(
        @JsonUnwrapped ProjectResponse project,
        List<Step> history,
        Set<Action> actions,
        List<Found> foundJobs,
        WaitsAt waitsAt) {

    /**
     * A job of the project's name.
     *
     * @param id what an acceptance and a retry take as {@code linkTo}
     */
    record Found(String id, String url, String details) {

        static Found of(FoundJob found) {
            return new Found(found.job().id(), found.job().url(), found.details());
        }
    }

    /**
     * One step of the history.
     *
     * @param who login, or {@code system}
     */
    record Step(OffsetDateTime at, String who, String what, String comment, String error, String xeroJobId, int round) {

        static Step of(HistoryEntry entry, DisplayFormat format) {
            return new Step(
                    format.at(entry.at()),
                    entry.who(),
                    entry.what(),
                    entry.comment(),
                    entry.error(),
                    entry.xeroJobId(),
                    entry.round());
        }
    }

    static ProjectDetailsResponse of(ReadProject.Details details, DisplayFormat format) {
        return new ProjectDetailsResponse(
                ProjectResponse.of(details.export(), details.xeroPreview(), format),
                details.history().stream().map(entry -> Step.of(entry, format)).toList(),
                details.actions(),
                details.foundJobs().stream().map(Found::of).toList(),
                details.position().waitsAt().map(WaitsAt::of).orElse(null));
    }
}
