package io.projectexport.export.migration;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.DeployedModels;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Use case: an administrator moves the running projects of one version of the model to another one. */
@Service
public class MoveProjects {

    private final DeployedModels models;
    private final ProjectMigration migration;
    private final ModelMoves moves;
    private final Clock clock;

    MoveProjects(DeployedModels models, ProjectMigration migration, ModelMoves moves, Clock clock) {
        this.models = models;
        this.migration = migration;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * What would become of what waits now.
     *
     * @throws ActionRefused when they are of different processes
     */
    public List<PlannedStep> plan(String fromId, String toId, Person person) {
        check(fromId, toId, person);
        return migration.plan(fromId, toId);
    }

    /**
     * Stores the move; from here on it is carried out, whatever happens to browser or node.
     *
     * @param token of the page on which it was confirmed
     * @return the batch; that of the first press where the button was pressed twice
     */
    public Batch confirm(String fromId, String toId, String token, Person person) {
        check(fromId, toId, person);
        List<BatchRow<MoveTo>> rows = new ArrayList<>();
        migration
                .running(fromId)
                .forEach((exportId, label) ->
                        rows.add(BatchRow.waiting(rows.size() + 1, label, new MoveTo(toId), exportId)));
        if (rows.isEmpty()) {
            throw ActionRefused.conflict("Nothing was moved: no project runs on this version any more.");
        }
        return moves.addOnce(
                new Batch(UUID.randomUUID(), person.userId(), token, clock.instant(), rows.size(), 0, 0), rows);
    }

    private void check(String fromId, String toId, Person person) {
        if (!person.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only administrators change the models.");
        }
        DeployedModel from = models.find(fromId).orElseThrow(ActionRefused::notFound);
        DeployedModel to = models.find(toId).orElseThrow(ActionRefused::notFound);
        if (!from.key().equals(to.key()) || from.equals(to)) {
            throw ActionRefused.invalid("to", "Version: choose another version of the same model.");
        }
    }

    /**
     * How far a move has come.
     *
     * @throws ActionRefused when there is none
     */
    public Batch one(UUID moveId, Person person) {
        checkMayLook(person);
        return moves.find(moveId).orElseThrow(ActionRefused::notFound);
    }

    /** The projects that stayed where they were, with the reasons. */
    public List<BatchRow<MoveTo>> refused(Batch move, Person person) {
        checkMayLook(person);
        return moves.rows(move.id()).stream()
                .filter(row -> row.state() == BatchRow.State.REFUSED)
                .toList();
    }

    private static void checkMayLook(Person person) {
        if (!person.may(Privilege.WATCH) && !person.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only process owners and administrators look at the models.");
        }
    }
}
