package io.projectexport.persistence.project;

import io.projectexport.export.project.ProjectExport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Cache of the project exports that the current transaction has read, since rules, use case and engine all ask for the same one. What is
 * written is kept as the database has it; what was locked stays locked. Without a transaction nothing is kept.
 */
@Component
class TransactionReads {

    private static final class Reads implements TransactionSynchronization {

        private final Map<UUID, ProjectExport> read = new HashMap<>();
        private final Set<UUID> locked = new HashSet<>();
        private final Object key;

        Reads(Object key) {
            this.key = key;
        }

        /** For another transaction within this one, which sees what others have committed. */
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }

    Optional<ProjectExport> find(UUID id, Supplier<Optional<ProjectExport>> lookUp) {
        Reads reads = current();
        ProjectExport known = reads.read.get(id);
        return known == null ? keep(lookUp.get(), reads) : Optional.of(known);
    }

    Optional<ProjectExport> lock(UUID id, Supplier<Optional<ProjectExport>> lookUp) {
        Reads reads = current();
        if (reads.locked.contains(id)) {
            return find(id, lookUp);
        }
        Optional<ProjectExport> found = keep(lookUp.get(), reads);
        found.ifPresent(export -> reads.locked.add(id));
        return found;
    }

    void written(ProjectExport asStored) {
        Reads reads = current();
        reads.read.put(asStored.id(), asStored);
        reads.locked.add(asStored.id());
    }

    private static Optional<ProjectExport> keep(Optional<ProjectExport> found, Reads reads) {
        found.ifPresent(export -> reads.read.put(export.id(), export));
        return found;
    }

    private Reads current() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return new Reads(this);
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Reads reads) {
            return reads;
        }
        Reads reads = new Reads(this);
        TransactionSynchronizationManager.bindResource(this, reads);
        TransactionSynchronizationManager.registerSynchronization(reads);
        return reads;
    }
}
