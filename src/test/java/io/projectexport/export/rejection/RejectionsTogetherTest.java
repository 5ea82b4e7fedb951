package io.projectexport.export.rejection;

import static io.projectexport.export.notification.NotifyAboutRejection.Recipient.CREATOR;
import static io.projectexport.export.notification.NotifyAboutRejection.Recipient.SUBMITTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.InMemoryOutbox;
import io.projectexport.export.notification.RejectionNotice;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.outbox.SendOutbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What creators and submitters are told of rejections that come together. */
class RejectionsTogetherTest {

    private record Told(String id, String recipient, List<RejectionNotice> rejections) {

        List<UUID> projects() {
            return rejections.stream().map(notice -> notice.export().id()).toList();
        }
    }

    private final BusinessFixture business = new BusinessFixture();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final UndeliveredMails undelivered = mock(UndeliveredMails.class);
    private final List<Told> told = new ArrayList<>();
    private boolean isServerDown;
    private final CollectRejections collector = new CollectRejections(business.gathered, outbox);
    private final SendOutbox sender = new SendOutbox(
            outbox,
            List.of(new TellAboutRejections(
                    business.notifyAboutRejection, business.notifier, this::take, business.sent, undelivered)),
            business.sent);

    @Test
    void one_rejection_is_told_at_once_and_by_its_job() {
        jobsRun(rejected(1));

        assertThat(business.notices)
                .extracting(RejectionNotice::recipient)
                .containsExactly("sue@example.com", "sam@example.com");
        collectAndSend(Duration.ofHours(1));
        assertThat(told).isEmpty();
        assertThat(business.notices).hasSize(2);
    }

    @Test
    void ten_at_once_are_one_mail_to_each_person_with_every_reason_however_often_a_job_runs() {
        List<UUID> ids = rejected(10);
        jobsRun(ids);
        jobsRun(ids);
        assertThat(business.notices).isEmpty();

        collectAndSend(Duration.ofSeconds(59));
        assertThat(told).as("more may come").isEmpty();
        collectAndSend(Duration.ofSeconds(1));

        assertThat(told).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.projects()).containsExactlyElementsOf(ids);
            assertThat(mail.rejections())
                    .extracting(RejectionNotice::reason)
                    .contains("Reason 0", "Reason 9")
                    .hasSize(10);
        });
        assertThat(told).extracting(Told::recipient).containsExactly("sue@example.com", "sam@example.com");
        jobsRun(ids);
        collectAndSend(Duration.ofHours(1));
        assertThat(told).hasSize(2);
        assertThat(business.notices).isEmpty();
    }

    @Test
    void of_several_one_after_the_other_the_first_is_told_at_once_and_the_others_in_one_mail() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<UUID> one = rejected(1);
            jobsRun(one);
            ids.addAll(one);
            collectAndSend(Duration.ofSeconds(30));
        }
        collectAndSend(Duration.ofMinutes(1));

        assertThat(business.notices)
                .hasSize(2)
                .allSatisfy(notice -> assertThat(notice.export().id()).isEqualTo(ids.get(0)));
        assertThat(told)
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.projects()).containsExactlyElementsOf(ids.subList(1, 4)));
    }

    @Test
    void the_second_of_two_reads_as_any_other_with_the_id_of_its_notice() {
        UUID first = rejected(1).get(0);
        jobsRun(List.of(first));
        UUID second = rejected(1).get(0);
        jobsRun(List.of(second));
        collectAndSend(Duration.ofMinutes(1));

        assertThat(told).isEmpty();
        assertThat(business.notices)
                .extracting(RejectionNotice::id)
                .containsExactly(
                        "rejection-" + first + "-1-creator",
                        "rejection-" + first + "-1-submitter",
                        "rejection-" + second + "-1-creator",
                        "rejection-" + second + "-1-submitter");
    }

    @Test
    void two_hundred_are_four_mails_that_mail_programs_show_whole() {
        List<UUID> ids = rejected(200);
        jobsRun(ids);
        collectAndSend(Duration.ofMinutes(1));

        List<Told> toSam = told.stream()
                .filter(mail -> mail.recipient().equals("sam@example.com"))
                .toList();
        assertThat(toSam)
                .hasSize(4)
                .allSatisfy(mail -> assertThat(mail.rejections()).hasSize(50));
        assertThat(toSam).flatMap(Told::projects).containsExactlyElementsOf(ids);
    }

    @Test
    void what_the_mail_server_does_not_take_is_tried_again_with_the_same_id_and_the_same_projects() {
        List<UUID> ids = rejected(3);
        jobsRun(ids);
        isServerDown = true;
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> collectAndSend(Duration.ofMinutes(1))).hasMessage("down");
        }
        jobsRun(rejected(1));

        isServerDown = false;
        outbox.makeDue();
        collectAndSend(Duration.ZERO);

        assertThat(told)
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.projects()).containsExactlyElementsOf(ids));
        verify(undelivered, never()).giveUp(any());
    }

    @Test
    void what_is_given_up_after_two_days_stands_on_the_page_of_each_project() {
        List<UUID> ids = rejected(2);
        jobsRun(ids);
        isServerDown = true;
        for (int i = 0; i < 22; i++) {
            assertThatThrownBy(() -> collectAndSend(Duration.ofMinutes(1))).hasMessage("down");
            outbox.makeDue();
        }

        ids.forEach(id -> verify(undelivered, times(2)).giveUp(id));
        assertThat(sender.next()).isFalse();
    }

    private List<UUID> rejected(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    UUID id = business.submitted();
                    business.reviewProject.reject(id, business.anna, "Reason " + i);
                    assertThat(business.notifyAboutRejection.expect(id, 1)).containsExactly(CREATOR, SUBMITTER);
                    return id;
                })
                .toList();
    }

    private void jobsRun(List<UUID> ids) {
        ids.forEach(id -> business.notifyAboutRejection.tell(id, 1, CREATOR));
        ids.forEach(id -> business.notifyAboutRejection.tell(id, 1, SUBMITTER));
    }

    private void collectAndSend(Duration later) {
        business.clock.moveTo(business.clock.instant().plus(later));
        collector.collect();
        while (sender.next()) {
            // the next mail
        }
    }

    private void take(String id, String recipient, List<RejectionNotice> rejections) {
        if (isServerDown) {
            throw new IllegalStateException("down");
        }
        told.add(new Told(id, recipient, rejections));
    }
}
