package io.projectexport.export.audit;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Use case: administrators read who did what. */
@Service
public class ReadAudit {

    private static final int AT_ONCE = 1_000;

    private final AuditTrail trail;

    ReadAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * The newest lines, or those after a line of the page before.
     *
     * @throws ActionRefused when the person is no administrator
     */
    public List<AuditLine> page(AuditFilter filter, Optional<AuditPosition> after, int size, Person person) {
        check(person);
        return trail.read(filter, after, size);
    }

    /**
     * All lines, the newest first, with few of them in memory at a time and no transaction that lasts.
     *
     * @throws ActionRefused when the person is no administrator
     */
    public Stream<AuditLine> all(AuditFilter filter, Person person) {
        check(person);
        return Stream.iterate(
                        trail.read(filter, Optional.empty(), AT_ONCE),
                        lines -> !lines.isEmpty(),
                        lines -> trail.read(
                                filter, Optional.of(lines.get(lines.size() - 1).position()), AT_ONCE))
                .flatMap(List::stream);
    }

    private static void check(Person person) {
        if (!person.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only administrators read the audit log.");
        }
    }
}
