package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.export.permission.GuessedPassword;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuessedPasswordMailTest extends MailTest {

    @BeforeEach
    void administrators_of_whom_one_cannot_be_reached() {
        context.people.with("root", Privilege.ADMINISTER);
        context.people.with(new Person("mute", "Mute", null, Set.of(Privilege.ADMINISTER)));
        context.people.with(new Person("anna", "Anna\r\nBcc: " + SCRIPT, "anna@example.com", Set.of()));
    }

    private void guess(String userId) {
        context.happens(new GuessedPassword(userId, "10.0.0.1", 7));
    }

    private static void awaitMails(int many) {
        await().atMost(Duration.ofSeconds(20)).until(() -> SMTP.getReceivedMessages().length >= many);
    }

    @Test
    void administrators_read_whose_password_from_where_how_often_and_what_to_do() throws Exception {
        guess("anna");
        awaitMails(1);

        ReceivedMail mail = ReceivedMail.only(SMTP);
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("root@example.com");
        assertThat(mail.message().getSubject()).isEqualTo("Project Export: somebody guesses a password");
        assertThat(mail.message().getHeader("Bcc")).isNull();
        assertThat(mail.text())
                .containsSubsequence(
                        "Anna Bcc: " + SCRIPT,
                        "user name anna",
                        "7 within the last hour",
                        "10.0.0.1",
                        "nobody is locked out",
                        "send the person a link to set a new one",
                        "https://erp.example.com/people");
        assertThat(mail.html()).doesNotContain("<script");
        assertSameContent(mail);
    }

    @Test
    void once_a_day_for_each_person_and_about_ten_people_an_hour() {
        for (int i = 0; i < 5; i++) {
            guess("anna");
        }
        IntStream.range(0, 30).forEach(i -> guess("user" + i));
        guess("anna");

        awaitMails(10);
        await().pollDelay(Duration.ofMillis(500)).until(() -> SMTP.getReceivedMessages().length == 10);
    }
}
