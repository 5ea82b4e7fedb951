package io.projectexport.web.profile;

import io.projectexport.export.profile.AbsenceField;
import io.projectexport.export.profile.OptionalMail;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody sent from their profile page.
 *
 * @param mails those that are ticked
 * @param absence only the fields that were there
 * @param ending whether the absence is to end, whatever else was typed about it
 */
record ProfileForm(Set<OptionalMail> mails, Map<AbsenceField, String> absence, boolean ending) {

    static ProfileForm of(Map<String, String> sent) {
        // a browser sends nothing for what is not ticked
        Set<OptionalMail> mails = Arrays.stream(OptionalMail.values())
                .filter(mail -> sent.containsKey(mail.key()))
                .collect(Collectors.toSet());
        Map<AbsenceField, String> absence = new EnumMap<>(AbsenceField.class);
        Arrays.stream(AbsenceField.values())
                .filter(field -> sent.containsKey(field.key()))
                .forEach(field -> absence.put(field, sent.get(field.key())));
        return new ProfileForm(mails, absence, sent.containsKey("end"));
    }

    /** Whether the page that was sent had something about an absence on it. */
    boolean hasAbsence() {
        return ending || !absence.isEmpty();
    }

    Map<AbsenceField, String> wantedAbsence() {
        return ending ? Map.of() : absence;
    }
}
