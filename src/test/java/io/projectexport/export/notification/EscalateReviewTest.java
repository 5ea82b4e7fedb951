package io.projectexport.export.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalateReviewTest {

    private static final Instant OVERDUE = BusinessFixture.NOW.plusSeconds(3 * 24 * 3600);

    private final BusinessFixture business = new BusinessFixture();
    private final List<EscalationNotice> notices = business.escalationNotices;

    @BeforeEach
    void erp_administrators() {
        business.people.withErpAdmin(admin("ada", "ada@example.com"));
        business.people.withErpAdmin(admin("erik", "erik@example.com"));
    }

    @Test
    void each_erp_administrator_hears_of_it_and_the_history_says_so() {
        UUID id = business.submitted();

        business.escalateReview.escalate(id, OVERDUE);

        assertThat(notices)
                .extracting(EscalationNotice::recipient)
                .containsExactly("ada@example.com", "erik@example.com");
        assertThat(notices.get(0).id()).isEqualTo("escalation-" + id + "-1-ada");
        assertThat(notices.get(0).submittedBy()).isEqualTo("Name of sam");
        assertThat(escalated(id)).singleElement().satisfies(step -> {
            assertThat(step.who()).isEqualTo(HistoryEntry.SYSTEM);
            assertThat(step.round()).isEqualTo(1);
            assertThat(step.comment()).isEqualTo("To Name of ada, Name of erik.");
        });
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
    }

    @Test
    void a_job_that_runs_twice_tells_nobody_twice() {
        UUID id = business.submitted();

        business.escalateReview.escalate(id, OVERDUE);
        business.escalateReview.escalate(id, OVERDUE);

        assertThat(notices).hasSize(2);
        assertThat(escalated(id)).hasSize(1);
    }

    @Test
    void one_broken_mailbox_does_not_disturb_the_others_and_is_tried_again() {
        UUID id = business.submitted();
        business.brokenMailboxes.add("erik@example.com");

        assertThatThrownBy(() -> business.escalateReview.escalate(id, OVERDUE))
                .hasMessage("no such mailbox: erik@example.com");
        assertThat(notices).extracting(EscalationNotice::recipient).containsExactly("ada@example.com");
        assertThat(escalated(id)).hasSize(1);
        business.brokenMailboxes.clear();
        business.escalateReview.escalate(id, OVERDUE);

        assertThat(notices)
                .extracting(EscalationNotice::recipient)
                .containsExactly("ada@example.com", "erik@example.com");
        assertThat(escalated(id)).hasSize(1);
    }

    @Test
    void every_broken_mailbox_is_told_of() {
        business.people.withErpAdmin(admin("eva", "eva@example.com"));
        business.brokenMailboxes.addAll(Set.of("ada@example.com", "erik@example.com", "eva@example.com"));
        UUID id = business.submitted();

        Throwable failure = catchThrowable(() -> business.escalateReview.escalate(id, OVERDUE));

        assertThat(failure).hasMessage("no such mailbox: ada@example.com");
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("no such mailbox: erik@example.com", "no such mailbox: eva@example.com");
    }

    @Test
    void what_was_decided_or_taken_back_in_the_meantime_is_not_escalated() {
        UUID accepted = business.accepted();
        UUID rejected = business.rejected();

        business.escalateReview.escalate(accepted, OVERDUE);
        business.escalateReview.escalate(rejected, OVERDUE);

        assertThat(notices).isEmpty();
        assertThat(escalated(accepted)).isEmpty();
        assertThat(escalated(rejected)).isEmpty();
    }

    @Test
    void a_mail_that_was_late_for_its_round_does_not_hurry_the_next_one() {
        UUID id = business.rejected();
        business.clock.moveTo(OVERDUE.plusSeconds(60));
        business.submitProject.submit(id, Map.of("estimateAmount", "5"), business.sam);

        business.escalateReview.escalate(id, OVERDUE);
        assertThat(notices).isEmpty();
        business.escalateReview.escalate(id, OVERDUE.plusSeconds(3600));

        assertThat(notices).hasSize(2);
        assertThat(escalated(id)).extracting(HistoryEntry::round).containsExactly(2);
    }

    @Test
    void where_nobody_has_an_address_the_history_says_that() {
        UUID id = business.submitted();
        business.people.withErpAdmin(admin("ada", null));
        business.people.withErpAdmin(admin("erik", null));

        business.escalateReview.escalate(id, OVERDUE);

        assertThat(escalated(id))
                .extracting(HistoryEntry::comment)
                .containsExactly("Nobody in erp-admin has an e-mail address.");
    }

    private List<HistoryEntry> escalated(UUID id) {
        return business.exports.history(id).stream()
                .filter(step -> step.what().equals("Escalated"))
                .toList();
    }

    private static Person admin(String userId, String email) {
        return new Person(userId, "Name of " + userId, email, Set.of());
    }
}
