package io.projectexport.export.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.InMemoryOutbox;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.profile.Absence;
import io.projectexport.export.profile.OptionalMail;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What approvers are told at once of new projects. */
class NewProjectsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final BusinessFixture business = new BusinessFixture();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final List<Summary> told = new ArrayList<>();
    private final SummaryReaders readers = new SummaryReaders(business.people, business.chooseMails, business.absences);
    private final CollectNewProjects collector =
            new CollectNewProjects(business.newSubmissions, readers, outbox, business.clock);
    private final TellAboutNewProjects sender = new TellAboutNewProjects(
            business.exports, business.actionRules, readers, told::add, business.accounting, business.clock);

    @Test
    void nobody_is_told_unless_they_want_it() {
        business.submitted();

        assertThat(recipientsAfter(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void what_came_before_somebody_wanted_it_stays_untold() {
        business.submitted();
        wants("anna");
        UUID later = business.submitted();

        recipientsAfter(Duration.ofMinutes(1));
        sendAll();

        assertThat(told)
                .singleElement()
                .satisfies(mail -> assertThat(mail.waiting())
                        .extracting(Summary.Waiting::exportId)
                        .containsExactly(later));
    }

    @Test
    void what_comes_together_is_one_mail_that_lists_fifty_the_longest_waiting_first_and_counts_all() {
        wants("anna");
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            ids.add(business.submitted());
            business.clock.moveTo(business.clock.instant().plusSeconds(1));
            assertThat(recipientsAfter(Duration.ZERO)).as("while more come").isEmpty();
        }

        assertThat(recipientsAfter(Duration.ofMinutes(1))).containsExactly("anna");
        sendAll();

        assertThat(told).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("anna@example.com");
            assertThat(mail.total()).isEqualTo(120);
            assertThat(mail.waiting())
                    .extracting(Summary.Waiting::exportId)
                    .containsExactlyElementsOf(ids.subList(0, 50));
        });
    }

    @Test
    void the_first_waits_for_five_minutes_at_most_however_many_still_come() {
        wants("anna");
        int mails = 0;
        for (int i = 0; i < 20; i++) {
            business.submitted();
            mails += recipientsAfter(Duration.ofSeconds(30)).size();
            outbox.due.clear();
        }

        assertThat(mails).isEqualTo(2);
    }

    @Test
    void nobody_is_told_of_projects_that_they_may_not_decide() {
        wants("ben");
        business.submitProject.submit(UUID.randomUUID(), BusinessFixture.fields(), business.ben);
        recipientsAfter(Duration.ofMinutes(1));
        sendAll();
        assertThat(told).isEmpty();

        business.submitProject.submit(UUID.randomUUID(), BusinessFixture.fields(), business.ben);
        business.submitProject.submit(
                UUID.randomUUID(), BusinessFixture.fields("creatorEmail", "ben@example.com"), business.sam);
        UUID others = business.submitted();
        recipientsAfter(Duration.ofMinutes(1));
        sendAll();

        assertThat(told).singleElement().satisfies(mail -> {
            assertThat(mail.total()).isEqualTo(1);
            assertThat(mail.waiting()).extracting(Summary.Waiting::exportId).containsExactly(others);
        });
    }

    @Test
    void what_somebody_decided_or_took_back_meanwhile_is_told_to_nobody() {
        wants("anna");
        UUID accepted = business.submitted();
        UUID retrieved = business.submitted();
        recipientsAfter(Duration.ofMinutes(1));
        business.reviewProject.accept(accepted, business.ben, JobChoice.NONE);
        business.retrieveProject.retrieve(retrieved, business.sam);

        sendAll();

        assertThat(told).isEmpty();
    }

    @Test
    void who_turned_it_off_or_lost_the_privilege_meanwhile_is_not_told() {
        wants("anna");
        wants("ben");
        business.submitted();
        assertThat(recipientsAfter(Duration.ofMinutes(1))).containsExactly("anna", "ben");
        business.mailPreferences.save("anna", OptionalMail.NEW_SUBMISSION, false);
        business.people.with("ben", Privilege.READ_ALL);

        sendAll();

        assertThat(told).isEmpty();
    }

    @Test
    void deputy_is_told_in_place_of_who_is_away_and_wants_it() {
        wants("anna");
        business.absences.save(new Absence("anna", "ben", TODAY, TODAY));
        business.submitted();

        assertThat(recipientsAfter(Duration.ofMinutes(1))).containsExactly("ben");
        sendAll();

        assertThat(told)
                .singleElement()
                .satisfies(mail -> assertThat(mail.standsInFor()).containsExactly("Name of anna"));
    }

    @Test
    void deputy_of_somebody_who_does_not_want_it_is_not_told() {
        wants("sam");
        business.absences.save(new Absence("anna", "ben", TODAY, TODAY));
        business.submitted();

        assertThat(recipientsAfter(Duration.ofMinutes(1))).isEmpty();
    }

    private void wants(String userId) {
        business.mailPreferences.save(userId, OptionalMail.NEW_SUBMISSION, true);
    }

    private List<String> recipientsAfter(Duration time) {
        business.clock.moveTo(business.clock.instant().plus(time));
        collector.collect();
        return outbox.due.stream().map(Outbox.Mail::recipient).toList();
    }

    private void sendAll() {
        outbox.due.forEach(sender::send);
        outbox.due.clear();
    }
}
