package io.projectexport.export.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.diagnostics.TestMails.TestMail;
import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SendTestMailTest {

    private static final Person ADMIN = new Person("root", "Ada", "ada@example.com", Set.of(Privilege.ADMINISTER));

    private final List<Outbox.Mail> outbox = new ArrayList<>();
    private final Map<String, TestMail> mails = new HashMap<>();
    private Optional<String> refusal = Optional.empty();
    private final SendTestMail testMail = new SendTestMail(new Added(), new Stored(), (id, recipient) -> refusal);

    @Test
    void a_mail_to_oneself_waits_in_the_outbox_and_is_under_way() {
        testMail.to(ADMIN);

        assertThat(outbox).extracting(Outbox.Mail::recipient).containsExactly("ada@example.com");
        assertThat(testMail.last(ADMIN))
                .hasValueSatisfying(mail -> assertThat(mail.isUnderWay()).isTrue());
    }

    @Test
    void a_mail_that_went_out_is_no_problem() {
        testMail.to(ADMIN);
        testMail.send(outbox.get(0));

        assertThat(testMail.last(ADMIN)).hasValueSatisfying(mail -> {
            assertThat(mail.isUnderWay()).isFalse();
            assertThat(mail.problem()).isNull();
        });
    }

    @Test
    void a_refused_one_is_not_tried_again_and_says_why() {
        refusal = Optional.of("550 no such user");
        testMail.to(ADMIN);

        testMail.send(outbox.get(0));

        assertThat(testMail.last(ADMIN)).map(TestMail::problem).contains("550 no such user");
    }

    @Test
    void an_older_one_does_not_speak_for_the_one_that_took_its_place() {
        testMail.to(ADMIN);
        testMail.to(ADMIN);

        testMail.send(outbox.get(0));

        assertThat(testMail.last(ADMIN))
                .hasValueSatisfying(mail -> assertThat(mail.isUnderWay()).isTrue());
    }

    private final class Added implements Outbox {

        @Override
        public void add(Mail mail) {
            outbox.add(mail);
        }

        @Override
        public List<Mail> due(int limit) {
            return outbox;
        }

        @Override
        public boolean claim(Mail mail, Duration pause) {
            return true;
        }

        @Override
        public void remove(String noticeId) {
            outbox.removeIf(mail -> mail.noticeId().equals(noticeId));
        }
    }

    private final class Stored implements TestMails {

        @Override
        public void asked(String userId, String noticeId) {
            mails.put(userId, new TestMail(noticeId, Instant.EPOCH, null, null));
        }

        @Override
        public void ended(String noticeId, String problem) {
            mails.replaceAll((user, mail) -> mail.noticeId().equals(noticeId)
                    ? new TestMail(noticeId, mail.askedAt(), Instant.EPOCH, problem)
                    : mail);
        }

        @Override
        public Optional<TestMail> find(String userId) {
            return Optional.ofNullable(mails.get(userId));
        }
    }
}
