package io.projectexport.export.summary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.profile.Absence;
import io.projectexport.export.profile.Absences;
import io.projectexport.export.profile.ChooseMails;
import io.projectexport.export.profile.OptionalMail;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who is told of projects that wait: the approvers who want it and are not away, and the deputies of those who are, even if they turned
 * their own off; each of them once, and only somebody who is an approver now.
 */
@Component
class SummaryReaders {

    private final People people;
    private final ChooseMails chooseMails;
    private final Absences absences;

    SummaryReaders(People people, ChooseMails chooseMails, Absences absences) {
        this.people = people;
        this.chooseMails = chooseMails;
        this.absences = absences;
    }

    /**
     * One of them.
     *
     * @param standsInFor names of those who are away; empty for whoever reads only for themselves
     */
    record Reader(Person person, List<String> standsInFor) {

        String userId() {
            return person.userId();
        }
    }

    /** Those of the summary of a day, ordered by login; all with an e-mail address that mail servers take. */
    List<Reader> on(LocalDate day) {
        List<Person> approvers = people.approvers();
        return readers(OptionalMail.DAILY_SUMMARY, approvers, absences(day, approvers));
    }

    /** Members of these groups whom a mail reaches. */
    List<Reader> members(Set<String> groups) {
        return groups.isEmpty()
                ? List.of()
                : people.members(groups).stream()
                        .filter(Person::getsMail)
                        .map(member -> new Reader(member, List.of()))
                        .toList();
    }

    /** As {@link #on}, of those who are told at once; a deputy for nobody but who would be told. */
    List<Reader> ofNewProjects(LocalDate day) {
        List<Person> approvers = people.approvers();
        List<Person> wanting = chooseMails.wanting(OptionalMail.NEW_SUBMISSION, approvers);
        return readers(OptionalMail.NEW_SUBMISSION, approvers, absences(day, wanting));
    }

    private List<Reader> readers(OptionalMail mail, List<Person> approvers, List<Absence> absences) {
        Map<String, List<String>> deputies = deputies(absences, approvers);
        Set<String> away = absences.stream().map(Absence::userId).collect(toSet());
        Set<Person> wanting = Set.copyOf(chooseMails.wanting(mail, approvers));
        return approvers.stream()
                .filter(Person::getsMail)
                .filter(approver -> deputies.containsKey(approver.userId())
                        || wanting.contains(approver) && !away.contains(approver.userId()))
                .map(approver -> new Reader(approver, deputies.getOrDefault(approver.userId(), List.of())))
                .toList();
    }

    /** Nobody stands in for somebody who is none of these, as an approver who is none any more. */
    private List<Absence> absences(LocalDate day, List<Person> people) {
        Set<String> logins = people.stream().map(Person::userId).collect(toSet());
        return absences.on(day).stream()
                .filter(absence -> logins.contains(absence.userId()))
                .toList();
    }

    /** By the deputy's login, the names of those who are away. */
    private static Map<String, List<String>> deputies(List<Absence> absences, List<Person> approvers) {
        Map<String, String> names = approvers.stream().collect(toMap(Person::userId, Person::name));
        return absences.stream()
                .collect(groupingBy(Absence::deputy, mapping(absence -> names.get(absence.userId()), toList())));
    }
}
