package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.util.HtmlUtils;

/** The package as Spring wires it, and the mail server that it sends to. */
abstract class MailTest {

    static final String SCRIPT = "<script>alert('x')</script>";

    @RegisterExtension
    static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    MailContext context;

    @BeforeEach
    void start() {
        context = new MailContext(SMTP.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        context.close();
    }

    /** The only mail that follows from what is done. */
    ReceivedMail mailOf(Consumer<MailContext> notice) {
        notice.accept(context);
        return ReceivedMail.only(SMTP);
    }

    static void assertSameContent(ReceivedMail mail) throws Exception {
        assertThat(ReceivedMail.words(mail.shownHtml())).isEqualTo(ReceivedMail.words(mail.text()));
        assertThat(ReceivedMail.urls(HtmlUtils.htmlUnescape(mail.html()))).isEqualTo(ReceivedMail.urls(mail.text()));
    }

    /** What people wrote: a number, from 1 on, and the script. */
    static void assertShownAsText(ReceivedMail mail, int fields) throws Exception {
        assertThat(mail.html()).doesNotContain("<script");
        for (int field = 1; field <= fields; field++) {
            assertThat(mail.shownHtml()).contains(field + SCRIPT);
            assertThat(mail.text()).contains(field + SCRIPT);
        }
    }
}
