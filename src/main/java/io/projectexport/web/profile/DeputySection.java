package io.projectexport.web.profile;

import io.projectexport.export.permission.Person;
import io.projectexport.export.profile.AbsenceField;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * View model of the section of the profile page where approvers appoint a deputy.
 *
 * @param candidates who can stand in
 * @param standsIn for whom the person stands in, a sentence each
 * @param zone in which the days are meant
 * @param lasting whether there is an absence that can be ended
 */
record DeputySection(
        List<Candidate> candidates, List<String> standsIn, List<Field> fields, String zone, boolean lasting) {

    /** Somebody who can stand in. */
    record Candidate(String login, String name) {}

    /**
     * One field.
     *
     * @param error null for none
     */
    record Field(String key, String label, String value, String error) {

        public boolean isDeputy() {
            return key.equals(AbsenceField.DEPUTY.key());
        }
    }

    static DeputySection of(
            List<Person> candidates,
            List<String> standsIn,
            Map<AbsenceField, String> values,
            Map<String, String> errors,
            ZoneId zone,
            boolean lasting) {
        return new DeputySection(
                candidates.stream()
                        .map(person -> new Candidate(person.userId(), person.name()))
                        .toList(),
                standsIn,
                Arrays.stream(AbsenceField.values())
                        .map(field -> new Field(
                                field.key(), field.label(), values.getOrDefault(field, ""), errors.get(field.key())))
                        .toList(),
                zone.getId(),
                lasting);
    }

    /** The fields that were refused. */
    public List<Field> wrong() {
        return fields.stream().filter(field -> field.error() != null).toList();
    }

    /** The stored or chosen deputy, where it is none of the candidates any more; null otherwise. */
    public String goneDeputy() {
        return fields.stream()
                .filter(Field::isDeputy)
                .map(Field::value)
                .filter(login -> !login.isBlank()
                        && candidates.stream()
                                .noneMatch(candidate -> candidate.login().equals(login)))
                .findFirst()
                .orElse(null);
    }
}
