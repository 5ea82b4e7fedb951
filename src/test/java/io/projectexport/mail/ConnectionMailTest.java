package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionMailTest {

    @RegisterExtension
    static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Test
    void administrator_reads_what_happened_and_where_to_connect_again() throws Exception {
        try (MailContext context = new MailContext(SMTP.getSmtp().getPort())) {
            context.connectionAlarm().connectionBroke("xero-connection-1-root", "root@example.com");
        }

        ReceivedMail mail = new ReceivedMail(SMTP.getReceivedMessages()[0]);
        assertThat(mail.message().getSubject()).isEqualTo("Project Export: connect Xero again");
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("root@example.com");
        assertThat(mail.text())
                .containsSubsequence(
                        "Xero no longer accepts the connection",
                        "wait in Failed to Export",
                        "https://erp.example.com/xero/connect",
                        "because you administer this installation");
        assertThat(ReceivedMail.words(mail.shownHtml())).isEqualTo(ReceivedMail.words(mail.text()));
        assertThat(ReceivedMail.urls(mail.html())).isEqualTo(ReceivedMail.urls(mail.text()));
    }
}
