package io.projectexport.export.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.profile.Absence;
import io.projectexport.export.profile.OptionalMail;
import io.projectexport.export.summary.SummaryReaders.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryReadersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final BusinessFixture business = new BusinessFixture();
    private final SummaryReaders readers = new SummaryReaders(business.people, business.chooseMails, business.absences);

    @Test
    void the_deputy_reads_in_place_of_who_is_away_and_the_mail_says_so() {
        away("anna", "ben");

        assertThat(readers.on(TODAY)).singleElement().satisfies(reader -> {
            assertThat(reader.userId()).isEqualTo("ben");
            assertThat(reader.standsInFor()).containsExactly("Name of anna");
        });
    }

    @Test
    void it_lasts_from_the_first_to_the_last_day() {
        business.absences.save(new Absence("anna", "ben", TODAY, TODAY.plusDays(1)));

        assertThat(logins(TODAY.minusDays(1))).containsExactly("anna", "ben");
        assertThat(logins(TODAY)).containsExactly("ben");
        assertThat(logins(TODAY.plusDays(1))).containsExactly("ben");
        assertThat(logins(TODAY.plusDays(2))).containsExactly("anna", "ben");
    }

    @Test
    void a_deputy_reads_even_if_their_own_summary_is_turned_off() {
        business.mailPreferences.save("ben", OptionalMail.DAILY_SUMMARY, false);
        assertThat(logins(TODAY)).containsExactly("anna");

        away("anna", "ben");

        assertThat(logins(TODAY)).containsExactly("ben");
    }

    @Test
    void a_deputy_of_two_reads_once() {
        business.people.with("cleo", Privilege.APPROVE);
        away("anna", "ben");
        away("cleo", "ben");

        assertThat(readers.on(TODAY))
                .singleElement()
                .extracting(Reader::standsInFor)
                .isEqualTo(List.of("Name of anna", "Name of cleo"));
    }

    @Test
    void a_deputy_who_lost_the_privilege_gets_nothing() {
        away("anna", "ben");
        business.people.with("ben", Privilege.READ_ALL, Privilege.SUBMIT);

        assertThat(readers.on(TODAY)).isEmpty();
    }

    @Test
    void nobody_stands_in_for_who_is_no_approver_any_more() {
        business.mailPreferences.save("ben", OptionalMail.DAILY_SUMMARY, false);
        away("anna", "ben");
        business.people.with("anna", Privilege.READ_ALL);

        assertThat(readers.on(TODAY)).isEmpty();
    }

    @Test
    void an_approver_without_an_address_reads_nothing() {
        business.people.with(new Person("ben", "Ben", null, Set.of(Privilege.APPROVE)));

        assertThat(logins(TODAY)).containsExactly("anna");
    }

    private void away(String userId, String deputy) {
        business.absences.save(new Absence(userId, deputy, TODAY, TODAY));
    }

    private List<String> logins(LocalDate day) {
        return readers.on(day).stream().map(Reader::userId).toList();
    }
}
