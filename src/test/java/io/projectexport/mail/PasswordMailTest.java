package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.people.Account;
import io.projectexport.export.people.PasswordLinkMailer.Letter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordMailTest extends MailTest {

    private ReceivedMail mail(Account.Login login, String name) {
        Account anna = new Account("anna.keller", name, null, "anna@example.com", Set.of(), List.of(), true, login);
        return mailOf(context ->
                context.passwordLinks().send(new Letter("password-link-1-0", anna, "Root 2" + SCRIPT, "abc123")));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_PASSWORD, Project Export: set your password, added you to Project Export",
        "PASSWORD, Project Export: set a new password, Your present password counts until you have set the new one."
    })
    void mail_says_who_sent_it_what_it_is_for_and_how_long_it_works(Account.Login login, String subject, String purpose)
            throws Exception {
        ReceivedMail mail = mail(login, "Anna");

        assertThat(mail.message().getSubject()).isEqualTo(subject);
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("anna@example.com");
        assertThat(mail.text())
                .containsSubsequence("Hello Anna,", purpose, "Your user name: anna.keller")
                .contains("https://erp.example.com/password#abc123", "works once, and for one day");
        assertSameContent(mail);
    }

    @Test
    void names_stay_text_in_one_line() throws Exception {
        ReceivedMail mail = mail(Account.Login.PASSWORD, "Anna\nBcc: 1" + SCRIPT);

        assertShownAsText(mail, 2);
        assertThat(mail.text()).contains("Hello Anna Bcc: 1");
    }

    @Test
    void code_stands_in_no_text_about_the_letter() {
        Letter letter = new Letter("id", null, "root", "secret");

        assertThat(letter.toString()).doesNotContain("secret");
    }
}
