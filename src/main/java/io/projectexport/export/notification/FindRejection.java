package io.projectexport.export.notification;

import io.projectexport.export.permission.People;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExports;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Query for a rejection: by whom and why; most projects never were rejected. */
@Component
@Transactional(readOnly = true)
public class FindRejection {

    private final ProjectExports exports;
    private final People people;

    public FindRejection(ProjectExports exports, People people) {
        this.exports = exports;
        this.people = people;
    }

    /** The last one, of whichever round; empty when no round ended with a rejection. */
    public Optional<Rejection> latest(UUID exportId) {
        return rejections(exportId).reduce((earlier, later) -> later).map(this::rejection);
    }

    /** Empty when that round did not end with a rejection. */
    Optional<Rejection> of(UUID exportId, int round) {
        return rejections(exportId)
                .filter(step -> step.round() == round)
                .findFirst()
                .map(this::rejection);
    }

    private Stream<HistoryEntry> rejections(UUID exportId) {
        return exports.history(exportId).stream().filter(step -> step.is(HistoryStep.REJECTED));
    }

    private Rejection rejection(HistoryEntry step) {
        return new Rejection(step.round(), people.person(step.who()).name(), step.comment());
    }
}
