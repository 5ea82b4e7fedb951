package io.projectexport.export.migration;

import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.OnBehalf;
import io.projectexport.export.bulk.WorkOff;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Use case: moves running projects to another version, each alone, so that one that cannot go on there leaves the others alone. */
@Service
public class WorkOffModelMoves extends WorkOff<MoveTo> {

    private final ProjectMigration migration;

    WorkOffModelMoves(ModelMoves moves, OnBehalf onBehalf, ProjectMigration migration, Clock clock) {
        super(moves, onBehalf, clock);
        this.migration = migration;
    }

    @Override
    protected UUID carryOut(BatchRow<MoveTo> row) {
        migration.move(row.exportId(), row.work().definitionId());
        return row.exportId();
    }
}
