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
        Absences absences;

        @Test
        void one_is_found_by_the_one_who_is_away() {
            absences.save(ANNAS);

            assertThat(absences.of("anna")).contains(ANNAS);
            assertThat(absences.of("ben")).isEmpty();
        }

        @Test
        void first_and_last_day_belong_to_it_and_the_days_around_do_not() {
            absences.save(CLEOS);
            absences.save(ANNAS);

            assertThat(absences.on(MONDAY.minusDays(1))).isEmpty();
            assertThat(absences.on(MONDAY)).containsExactly(ANNAS);
            assertThat(absences.on(MONDAY.plusDays(4))).containsExactly(ANNAS, CLEOS);
            assertThat(absences.on(MONDAY.plusDays(5))).containsExactly(CLEOS);
            assertThat(absences.on(MONDAY.plusDays(10))).isEmpty();
        }

        @Test
        void those_of_a_deputy_are_found_until_their_last_day() {
            absences.save(CLEOS);
            absences.save(ANNAS);

            assertThat(absences.by("ben", MONDAY.plusDays(4))).containsExactly(ANNAS, CLEOS);
            assertThat(absences.by("ben", MONDAY.plusDays(5))).containsExactly(CLEOS);
            assertThat(absences.by("anna", MONDAY)).isEmpty();
        }

        @Test
        void last_one_saved_counts_also_within_one_transaction() {
            Absence later = new Absence("anna", "cleo", MONDAY.plusDays(7), MONDAY.plusDays(8));

            transaction.executeWithoutResult(outer -> {
                absences.save(ANNAS);
                absences.save(later);
            });

            assertThat(absences.of("anna")).contains(later);
            assertThat(absences.on(MONDAY)).isEmpty();
        }

        @Test
        void what_is_removed_is_gone_and_removing_nothing_does_no_harm() {
            absences.save(ANNAS);
            absences.save(CLEOS);

            absences.remove("anna");
            absences.remove("anna");

            assertThat(absences.of("anna")).isEmpty();
            assertThat(absences.of("cleo")).contains(CLEOS);
        }
    }
}
