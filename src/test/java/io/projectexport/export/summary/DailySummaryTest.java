package io.projectexport.export.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.profile.Absence;
import io.projectexport.export.profile.OptionalMail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailSendException;

class DailySummaryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final BusinessFixture business = new BusinessFixture();
    private final List<Summary> sent = new ArrayList<>();
    private final LogInMemory log = new LogInMemory();
    private final SummaryReaders readers = new SummaryReaders(business.people, business.chooseMails, business.absences);
    private final DailySummary dailySummary = summaries(sent::add);

    @Test
    void every_approver_with_an_address_is_reminded_while_something_waits() {
        business.submitted();
        business.people.with(new Person("carl", "Carl", null, Set.of(Privilege.APPROVE)));

        assertThat(dailySummary.recipients(TODAY)).containsExactly("anna", "ben");
    }

    @Test
    void nobody_is_reminded_while_nothing_waits() {
        assertThat(dailySummary.recipients(TODAY)).isEmpty();
    }

    @Test
    void the_summary_lists_every_waiting_project() {
        business.submitted();
        business.submitted();

        dailySummary.send("anna", TODAY);

        assertThat(sent).singleElement().satisfies(summary -> {
            assertThat(summary.recipient()).isEqualTo("anna@example.com");
            assertThat(summary.day()).isEqualTo(TODAY);
            assertThat(summary.waiting()).hasSize(2).allSatisfy(line -> {
                assertThat(line.submitter()).isEqualTo("Name of sam");
                assertThat(line.since()).isEqualTo(BusinessFixture.NOW);
            });
        });
    }

    @ParameterizedTest
    @CsvSource({"49, 49, 0", "50, 50, 0", "51, 50, 1", "53, 50, 3"})
    void a_summary_lists_the_fifty_that_wait_longest_and_counts_the_others(int waiting, int listed, long more) {
        List<UUID> ids = IntStream.range(0, waiting)
                .mapToObj(i -> {
                    business.clock.moveTo(BusinessFixture.NOW.plusSeconds(i));
                    return business.submitted();
                })
                .toList();

        dailySummary.send("anna", TODAY);

        assertThat(sent).singleElement().satisfies(summary -> {
            assertThat(summary.waiting())
                    .extracting(Summary.Waiting::exportId)
                    .containsExactlyElementsOf(ids.subList(0, listed));
            assertThat(summary.total()).isEqualTo(waiting);
            assertThat(summary.more()).isEqualTo(more);
        });
    }

    @Test
    void nobody_gets_a_second_one_on_the_same_day() {
        business.submitted();

        dailySummary.send("anna", TODAY);
        dailySummary.send("anna", TODAY);

        assertThat(sent).hasSize(1);
        assertThat(dailySummary.recipients(TODAY)).containsExactly("ben");
    }

    @Test
    void whoever_lost_the_privilege_gets_none() {
        business.submitted();
        business.people.with("anna");

        dailySummary.send("anna", TODAY);

        assertThat(sent).isEmpty();
    }

    @Test
    void whoever_turned_it_off_gets_none_even_if_its_job_is_there_already() {
        business.submitted();
        business.mailPreferences.save("anna", OptionalMail.DAILY_SUMMARY, false);

        dailySummary.send("anna", TODAY);

        assertThat(sent).isEmpty();
        assertThat(dailySummary.recipients(TODAY)).containsExactly("ben");
    }

    @Test
    void whoever_turned_it_off_and_on_again_gets_the_one_of_the_day_once() {
        business.submitted();
        dailySummary.send("anna", TODAY);
        business.mailPreferences.save("anna", OptionalMail.DAILY_SUMMARY, false);
        business.mailPreferences.save("anna", OptionalMail.DAILY_SUMMARY, true);

        dailySummary.send("anna", TODAY);

        assertThat(sent).hasSize(1);
    }

    @Test
    void a_deputy_gets_one_mail_for_both_and_who_is_away_gets_none() {
        business.submitted();
        business.absences.save(new Absence("anna", "ben", TODAY, TODAY));
        assertThat(dailySummary.recipients(TODAY)).containsExactly("ben");

        dailySummary.send("anna", TODAY);
        dailySummary.send("ben", TODAY);
        dailySummary.send("ben", TODAY);

        assertThat(sent).singleElement().satisfies(summary -> {
            assertThat(summary.recipient()).isEqualTo("ben@example.com");
            assertThat(summary.standsInFor()).containsExactly("Name of anna");
        });
    }

    @Test
    void a_mail_that_the_server_refused_is_sent_later() {
        business.submitted();
        DailySummary broken = summaries(summary -> {
            throw new MailSendException("no such mailbox");
        });

        assertThatThrownBy(() -> broken.send("anna", TODAY)).isInstanceOf(MailSendException.class);
        dailySummary.send("anna", TODAY);

        assertThat(sent).hasSize(1);
    }

    @Test
    void nothing_is_sent_when_the_last_project_was_decided_in_the_meantime() {
        dailySummary.send("anna", TODAY);

        assertThat(sent).isEmpty();
        assertThat(log.claims).isEmpty();
    }

    @Test
    void a_summary_that_comes_too_late_neither_goes_out_nor_uses_up_the_next_day() {
        business.submitted();

        dailySummary.send("anna", TODAY.minusDays(1));

        assertThat(sent).isEmpty();
        assertThat(dailySummary.recipients(TODAY)).contains("anna");
    }

    private DailySummary summaries(SummaryMailer mailer) {
        return new DailySummary(
                business.exports,
                new WaitingProjects(business.exports, readers, business.actionRules),
                log,
                mailer,
                business.accounting,
                business.clock);
    }

    private static final class LogInMemory implements SummaryClaims {
        private final Set<String> claims = new HashSet<>();

        @Override
        public Set<String> claimed(LocalDate day) {
            return claims.stream()
                    .filter(claim -> claim.endsWith("@" + day))
                    .map(claim -> claim.substring(0, claim.indexOf('@')))
                    .collect(Collectors.toSet());
        }

        @Override
        public boolean claim(String userId, LocalDate day) {
            return claims.add(userId + "@" + day);
        }

        @Override
        public void release(String userId, LocalDate day) {
            claims.remove(userId + "@" + day);
        }
    }
}
