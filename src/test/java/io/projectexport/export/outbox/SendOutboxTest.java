package io.projectexport.export.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.InMemoryOutbox;
import io.projectexport.export.conversation.RemarkNotice;
import io.projectexport.export.conversation.SendRemark;
import io.projectexport.export.notification.SentNotices;
import io.projectexport.export.notification.UndeliveredMails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendOutboxTest {

    private final BusinessFixture business = new BusinessFixture();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final UndeliveredMails undelivered = mock(UndeliveredMails.class);
    private final List<RemarkNotice> taken = new ArrayList<>();
    private boolean isServerDown;
    private final SendOutbox remarks = new SendOutbox(
            outbox, List.of(new SendRemark(business.exports, business.people, this::take, undelivered)), new Sent());

    private final UUID id = business.submitted();

    @BeforeEach
    void a_mail_waits() {
        outbox.add(new Outbox.Mail("remark-1", "QUESTION", id, "anna", "Which budget?", "sam@example.com", 0));
    }

    @Test
    void mail_names_who_wrote_what_and_is_sent_once() {
        assertThat(remarks.next()).isTrue();
        assertThat(remarks.next()).isFalse();

        assertThat(taken).singleElement().satisfies(notice -> {
            assertThat(notice.writtenBy()).isEqualTo("Name of anna");
            assertThat(notice.text()).isEqualTo("Which budget?");
            assertThat(notice.recipient()).isEqualTo("sam@example.com");
            assertThat(notice.export().id()).isEqualTo(id);
        });
        assertThat(outbox.claimed).isEmpty();
    }

    @Test
    void node_that_dies_after_the_mail_went_out_has_nobody_send_it_again() {
        Outbox.Mail mail = outbox.due.get(0);
        remarks.next();
        outbox.add(mail);

        remarks.next();

        assertThat(taken).hasSize(1);
        assertThat(outbox.due).isEmpty();
    }

    @Test
    void what_the_mail_server_does_not_take_is_tried_again_less_and_less_often_and_given_up_after_two_days() {
        isServerDown = true;
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(remarks::next).hasMessage("down");
            outbox.makeDue();
        }
        verify(undelivered, never()).giveUp(any());
        assertThat(outbox.pauses).isSorted().first().isEqualTo(Duration.ofSeconds(150));

        assertThatThrownBy(remarks::next).hasMessage("down");
        outbox.makeDue();

        verify(undelivered).giveUp(id);
        assertThat(remarks.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void node_that_dies_in_the_last_try_holds_up_no_mail(boolean isDown) {
        Outbox.Mail mail = outbox.due.get(0);
        outbox.due.clear();
        outbox.add(new Outbox.Mail(
                mail.noticeId(), mail.kind(), id, mail.writtenBy(), mail.content(), mail.recipient(), 11));
        isServerDown = isDown;

        if (isDown) {
            assertThatThrownBy(remarks::next).hasMessage("down");
            verify(undelivered).giveUp(id);
        } else {
            assertThat(remarks.next()).isTrue();
            assertThat(taken).hasSize(1);
        }
        outbox.makeDue();

        assertThat(remarks.next()).isFalse();
    }

    @Test
    void mail_server_that_is_back_gets_it() {
        isServerDown = true;
        assertThatThrownBy(remarks::next).hasMessage("down");
        assertThat(remarks.next()).as("during the pause").isFalse();

        isServerDown = false;
        outbox.makeDue();
        remarks.next();

        assertThat(taken).hasSize(1);
    }

    private void take(RemarkNotice notice) {
        if (isServerDown) {
            throw new IllegalStateException("down");
        }
        taken.add(notice);
    }

    private static final class Sent implements SentNotices {

        private final Set<String> ids = new HashSet<>();

        @Override
        public boolean contains(String noticeId) {
            return ids.contains(noticeId);
        }

        @Override
        public void add(String noticeId) {
            ids.add(noticeId);
        }

        @Override
        public boolean claim(String noticeId) {
            return ids.add(noticeId);
        }
    }
}
