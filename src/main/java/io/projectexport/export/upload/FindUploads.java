package io.projectexport.export.upload;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: people see what became of the files that they submitted. */
@Service
@Transactional(readOnly = true)
public class FindUploads {

    private static final int MOST_SHOWN = 5;

    private final Uploads uploads;

    public FindUploads(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * How far it has come.
     *
     * @throws ActionRefused when there is none, or it is somebody else's
     */
    public Batch one(UUID uploadId, Person person) {
        return uploads.find(uploadId)
                .filter(upload -> upload.owner().equals(person.userId()))
                .orElseThrow(
                        () -> ActionRefused.notFound(
                                "There is no such upload, or it is not yours. What became of a file can be seen for two weeks."));
    }

    /** What became of its rows, those that were refused first. */
    public List<BatchRow<UploadedProject>> rows(Batch upload) {
        return uploads.rows(upload.id()).stream()
                .sorted((one, other) -> other.state().compareTo(one.state()))
                .toList();
    }

    /** The person's last ones, the newest first. */
    public List<Batch> latest(Person person) {
        return uploads.ownedBy(person.userId(), MOST_SHOWN);
    }
}
