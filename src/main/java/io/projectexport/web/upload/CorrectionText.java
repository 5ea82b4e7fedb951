package io.projectexport.web.upload;

import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.submission.Correction;
import io.projectexport.export.text.DisplayFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a row corrects, in words.
 *
 * @param id of the project export
 * @param said which project, and why it has to be corrected
 * @param changes one for each field, or that there are none
 */
record CorrectionText(UUID id, String said, List<String> changes) {

    static CorrectionText of(Correction correction, DisplayFormat format) {
        List<String> changes =
                correction.changes().stream().map(Correction.Change::inWords).toList();
        return new CorrectionText(
                correction.export().id(),
                "Corrects %s, %s"
                        .formatted(correction.export().project().number(), ended(correction.rejection(), format)),
                changes.isEmpty() ? List.of("Nothing is changed.") : changes);
    }

    private static String ended(HistoryEntry rejection, DisplayFormat format) {
        return rejection == null
                ? "which was retrieved."
                : "rejected on %s: %s".formatted(format.date(rejection.at()), rejection.comment());
    }
}
