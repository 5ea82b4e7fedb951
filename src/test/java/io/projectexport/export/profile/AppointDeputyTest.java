package io.projectexport.export.profile;

import static io.projectexport.export.profile.AbsenceField.DEPUTY;
import static io.projectexport.export.profile.AbsenceField.FROM;
import static io.projectexport.export.profile.AbsenceField.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is 14:00 on 23 November for the people of the installation, and still the 22nd in other parts of the world. */
class AppointDeputyTest {

    private static final Map<AbsenceField, String> BEN_UNTIL_FRIDAY =
            Map.of(DEPUTY, "ben", FROM, "2026-11-23", UNTIL, "2026-11-27");

    private final BusinessFixture business = new BusinessFixture();
    private final AppointDeputy deputies = business.appointDeputy;

    @Test
    void approver_names_another_one_for_some_days() {
        deputies.appoint(BEN_UNTIL_FRIDAY, business.anna);

        assertThat(deputies.current(business.anna))
                .contains(new Absence("anna", "ben", LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27)));
        assertThat(deputies.current(business.ben)).isEmpty();
    }

    @Test
    void a_new_one_takes_the_place_of_the_one_before_and_nothing_entered_ends_it() {
        business.people.with("cleo", Privilege.APPROVE);
        deputies.appoint(BEN_UNTIL_FRIDAY, business.anna);

        deputies.appoint(Map.of(DEPUTY, "cleo", FROM, "2026-12-01", UNTIL, "2026-12-01"), business.anna);
        assertThat(deputies.current(business.anna)).map(Absence::deputy).contains("cleo");

        deputies.appoint(Map.of(DEPUTY, "", FROM, " ", UNTIL, ""), business.anna);
        assertThat(deputies.current(business.anna)).isEmpty();
    }

    @Test
    void one_lasts_through_its_last_day_and_is_over_after_it() {
        deputies.appoint(Map.of(DEPUTY, "ben", FROM, "2026-11-01", UNTIL, "2026-11-23"), business.anna);
        assertThat(deputies.current(business.anna)).isPresent();

        business.clock.moveTo(BusinessFixture.NOW.plus(Duration.ofHours(10)));
        assertThat(deputies.current(business.anna)).isEmpty();
    }

    @Test
    void a_deputy_knows_for_whom_until_it_is_over() {
        deputies.appoint(Map.of(DEPUTY, "ben", FROM, "2026-11-01", UNTIL, "2026-11-23"), business.anna);
        assertThat(deputies.standsIn(business.ben)).extracting(Absence::userId).containsExactly("anna");
        assertThat(deputies.standsIn(business.anna)).isEmpty();

        business.clock.moveTo(BusinessFixture.NOW.plus(Duration.ofHours(10)));
        assertThat(deputies.standsIn(business.ben)).isEmpty();
    }

    @Test
    void candidates_are_the_other_approvers_whom_mails_reach() {
        business.people.with(new Person("carl", "Carl", null, Set.of(Privilege.APPROVE)));

        assertThat(deputies.candidates(business.anna)).containsExactly(business.ben);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "     | 2026-11-24 | 2026-11-25 | deputy    | Deputy is missing: choose who stands in for you",
                "anna | 2026-11-24 | 2026-11-25 | deputy    | Deputy must be another accounting approver",
                "sam  | 2026-11-24 | 2026-11-25 | deputy    | Deputy must be another accounting approver",
                "eve  | 2026-11-24 | 2026-11-25 | deputy    | Deputy must be another accounting approver",
                "ben  | soon       | 2026-11-25 | awayFrom  | First day must be a date written as year-month-day",
                "ben  | 0001-01-01 | 2026-11-25 | awayFrom  | First day must be a date",
                "ben  | 2026-11-24 |            | awayUntil | Last day is missing: enter the last day",
                "ben  | 2026-11-24 | 2026-02-30 | awayUntil | Last day must be a date",
                "ben  | 2026-11-25 | 2026-11-24 | awayUntil | Last day is before the first day",
                "ben  | 2026-11-01 | 2026-11-22 | awayUntil | Last day is over: enter today or a later day."
            })
    void each_mistake_is_named_beside_its_field_and_changes_nothing(
            String deputy, String from, String until, String field, String message) {
        deputies.appoint(BEN_UNTIL_FRIDAY, business.anna);
        Map<AbsenceField, String> entered = Map.of(DEPUTY, orEmpty(deputy), FROM, orEmpty(from), UNTIL, orEmpty(until));

        ActionRefused refused =
                catchThrowableOfType(ActionRefused.class, () -> deputies.appoint(entered, business.anna));

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).startsWith(message);
        });
        assertThat(deputies.current(business.anna).map(Absence::until)).contains(LocalDate.of(2026, 11, 27));
    }

    @Test
    void without_a_first_day_it_begins_today() {
        deputies.appoint(Map.of(DEPUTY, "ben", FROM, " ", UNTIL, "2026-11-27"), business.anna);

        assertThat(deputies.current(business.anna))
                .contains(new Absence("anna", "ben", LocalDate.now(business.clock), LocalDate.of(2026, 11, 27)));
    }

    @Test
    void all_mistakes_are_told_at_once() {
        ActionRefused refused =
                catchThrowableOfType(ActionRefused.class, () -> deputies.appoint(Map.of(DEPUTY, "sam"), business.anna));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("deputy", "awayUntil");
    }

    @Test
    void only_approvers_name_a_deputy() {
        ActionRefused refused =
                catchThrowableOfType(ActionRefused.class, () -> deputies.appoint(BEN_UNTIL_FRIDAY, business.sam));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.FORBIDDEN);
        assertThat(business.absences.of("sam")).isEmpty();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
