package io.projectexport.web.profile;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.profile.Absence;
import io.projectexport.export.profile.AbsenceField;
import io.projectexport.export.profile.AppointDeputy;
import io.projectexport.export.profile.ChooseMails;
import io.projectexport.export.profile.OptionalMail;
import io.projectexport.web.page.PageFormat;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Factory of the view model of the profile page: as it is stored, or as it was typed and refused. */
@Component
public class ProfilePageFactory {

    private final ChooseMails chooseMails;
    private final AppointDeputy deputies;
    private final People people;
    private final Clock clock;
    private final PageFormat format;

    ProfilePageFactory(ChooseMails chooseMails, AppointDeputy deputies, People people, Clock clock, PageFormat format) {
        this.chooseMails = chooseMails;
        this.deputies = deputies;
        this.people = people;
        this.clock = clock;
        this.format = format;
    }

    ProfilePage stored(Person person) {
        return page(person, chooseMails.of(person), absence(person), Map.of());
    }

    ProfilePage refused(Person person, ProfileForm typed, ActionRefused refused) {
        Map<OptionalMail, Boolean> mails = new EnumMap<>(OptionalMail.class);
        chooseMails
                .of(person)
                .keySet()
                .forEach(mail -> mails.put(mail, typed.mails().contains(mail)));
        Map<String, String> errors =
                refused.errors().stream().collect(Collectors.toMap(FieldError::field, FieldError::message));
        return page(person, mails, typed.absence(), errors);
    }

    private ProfilePage page(
            Person person,
            Map<OptionalMail, Boolean> mails,
            Map<AbsenceField, String> absence,
            Map<String, String> errors) {
        DeputySection section = !person.may(Privilege.APPROVE)
                ? null
                : DeputySection.of(
                        deputies.candidates(person),
                        standsIn(person),
                        absence,
                        errors,
                        clock.getZone(),
                        deputies.current(person).isPresent());
        return ProfilePage.of(person, mails, section);
    }

    private List<String> standsIn(Person deputy) {
        List<Absence> absences = deputies.standsIn(deputy);
        Map<String, String> names =
                people.names(absences.stream().map(Absence::userId).toList());
        return absences.stream()
                .map(away -> "You stand in for %s from %s to %s."
                        .formatted(names.get(away.userId()), format.date(away.from()), format.date(away.until())))
                .toList();
    }

    private Map<AbsenceField, String> absence(Person person) {
        return deputies.current(person).map(ProfilePageFactory::values).orElseGet(Map::of);
    }

    private static Map<AbsenceField, String> values(Absence absence) {
        return Map.of(
                AbsenceField.DEPUTY, absence.deputy(),
                AbsenceField.FROM, absence.from().toString(),
                AbsenceField.UNTIL, absence.until().toString());
    }
}
