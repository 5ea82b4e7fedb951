package io.projectexport.export.version;

import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: those who watch the process learn which version of its model projects run on; nobody else is told any. */
@Service
public class FindModelVersions {

    private final ModelVersions versions;

    FindModelVersions(ModelVersions versions) {
        this.versions = versions;
    }

    /** The versions that projects run on, and the latest one; the latest first. */
    @Transactional(readOnly = true)
    public List<ModelVersions.Usage> inUse(Person person) {
        return person.may(Privilege.WATCH) ? versions.inUse() : List.of();
    }

    /** The version that a project, which the person may see, runs or ran on. */
    @Transactional(readOnly = true)
    public Optional<ModelVersion> of(UUID exportId, Person person) {
        return person.may(Privilege.WATCH) ? versions.of(exportId) : Optional.empty();
    }
}
