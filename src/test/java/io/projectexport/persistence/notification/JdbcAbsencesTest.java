package io.projectexport.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.profile.Absence;
import io.projectexport.export.profile.Absences;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcAbsencesTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
        private static final Absence ANNAS = new Absence("anna", "ben", MONDAY, MONDAY.plusDays(4));
        private static final Absence CLEOS = new Absence("cleo", "ben", MONDAY.plusDays(4), MONDAY.plusDays(9));

        @Autowired
        Absences substitutions;

        @Test
        void one_is_found_by_the_one_who_is_away() {
            substitutions.save(ANNAS);

            assertThat(substitutions.of("anna")).contains(ANNAS);
            assertThat(substitutions.of("ben")).isEmpty();
        }

        @Test
        void first_and_last_day_belong_to_it_and_the_days_around_do_not() {
            substitutions.save(CLEOS);
            substitutions.save(ANNAS);

            assertThat(substitutions.on(MONDAY.minusDays(1))).isEmpty();
            assertThat(substitutions.on(MONDAY)).containsExactly(ANNAS);
            assertThat(substitutions.on(MONDAY.plusDays(4))).containsExactly(ANNAS, CLEOS);
            assertThat(substitutions.on(MONDAY.plusDays(5))).containsExactly(CLEOS);
            assertThat(substitutions.on(MONDAY.plusDays(10))).isEmpty();
        }

        @Test
        void those_of_a_deputy_are_found_until_their_last_day() {
            substitutions.save(CLEOS);
            substitutions.save(ANNAS);

            assertThat(substitutions.by("ben", MONDAY.plusDays(4))).containsExactly(ANNAS, CLEOS);
            assertThat(substitutions.by("ben", MONDAY.plusDays(5))).containsExactly(CLEOS);
            assertThat(substitutions.by("anna", MONDAY)).isEmpty();
        }

        @Test
        void last_one_saved_counts_also_within_one_transaction() {
            Absence later = new Absence("anna", "cleo", MONDAY.plusDays(7), MONDAY.plusDays(8));

            transaction.executeWithoutResult(outer -> {
                substitutions.save(ANNAS);
                substitutions.save(later);
            });

            assertThat(substitutions.of("anna")).contains(later);
            assertThat(substitutions.on(MONDAY)).isEmpty();
        }

        @Test
        void what_is_removed_is_gone_and_removing_nothing_does_no_harm() {
            substitutions.save(ANNAS);
            substitutions.save(CLEOS);

            substitutions.remove("anna");
            substitutions.remove("anna");

            assertThat(substitutions.of("anna")).isEmpty();
            assertThat(substitutions.of("cleo")).contains(CLEOS);
        }
    }
}
