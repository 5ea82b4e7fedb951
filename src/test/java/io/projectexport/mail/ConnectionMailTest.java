package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionMailTest extends MailTest {

    @Test
    void administrator_reads_what_happened_and_where_to_connect_again() throws Exception {
        ReceivedMail mail = mailOf(mails -> mails.connectionAlarm()
                .connectionBroke(
                        "xero-connection-1-root",
                        "root@example.com",
                        "Xero no longer accepts the connection: <b>invalid_grant</b>."));

        assertThat(mail.message().getSubject()).isEqualTo("Project Export: connect Xero again");
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("root@example.com");
        assertThat(mail.text())
                .containsSubsequence(
                        "Xero no longer accepts the connection: <b>invalid_grant</b>.",
                        "wait in Failed to Export",
                        "https://erp.example.com/xero/connect",
                        "because you administer this installation");
        assertSameContent(mail);
    }
}
