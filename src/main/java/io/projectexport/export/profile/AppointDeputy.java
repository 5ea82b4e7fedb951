package io.projectexport.export.profile;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: an approver appoints a deputy, who gets mail about waiting projects during an absence; the deputy may do nothing more than
 * before.
 */
@Service
@Transactional
public class AppointDeputy {

    private final Absences absences;
    private final People people;
    private final Clock clock;

    public AppointDeputy(Absences absences, People people, Clock clock) {
        this.absences = absences;
        this.people = people;
        this.clock = clock;
    }

    /** The absence that lasts or is to come; empty when there is none, or when it is over. */
    public Optional<Absence> current(Person approver) {
        return absences.of(approver.userId()).filter(absence -> !absence.until().isBefore(today()));
    }

    /** Where the person stands in for others, now or later, in the order of the days. */
    public List<Absence> standsIn(Person deputy) {
        return absences.by(deputy.userId(), today());
    }

    /** The other approvers whom mails reach, ordered by login. */
    public List<Person> candidates(Person approver) {
        return people.approvers().stream()
                .filter(other -> other.getsMail() && !other.userId().equals(approver.userId()))
                .toList();
    }

    /**
     * Names the deputy for an absence, in place of the one before; nobody when nothing is entered.
     *
     * @throws ActionRefused naming every field that breaks a rule, or when the person is no approver
     */
    public void appoint(Map<AbsenceField, String> entered, Person person) {
        if (!person.may(Privilege.APPROVE)) {
            throw ActionRefused.forbidden("Only accounting approvers name a deputy.");
        }
        List<String> candidates =
                candidates(person).stream().map(Person::userId).toList();
        AbsenceValidator.check(person.userId(), entered, candidates, today())
                .ifPresentOrElse(absences::save, () -> absences.remove(person.userId()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
