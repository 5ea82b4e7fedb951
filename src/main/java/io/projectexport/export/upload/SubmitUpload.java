package io.projectexport.export.upload;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Use case: a person submits a file; from here on it is worked off, whatever happens to the browser or the node. */
@Service
public class SubmitUpload {

    private final Uploads uploads;
    private final ActionRules rules;
    private final Clock clock;

    public SubmitUpload(Uploads uploads, ActionRules rules, Clock clock) {
        this.uploads = uploads;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Stores the rows.
     *
     * @param token of the button that was pressed
     * @return the upload; that of the first press where the button was pressed twice
     * @throws ActionRefused when the person may not submit projects
     */
    public Batch submit(List<BatchRow<UploadedProject>> rows, String token, Person owner) {
        rules.checkMaySubmit(owner);
        int refused = (int) rows.stream()
                .filter(row -> row.state() == BatchRow.State.REFUSED)
                .count();
        return uploads.addOnce(
                new Batch(UUID.randomUUID(), owner.userId(), token, clock.instant(), rows.size(), 0, refused), rows);
    }
}
