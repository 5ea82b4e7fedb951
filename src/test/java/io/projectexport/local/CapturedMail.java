package io.projectexport.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.projectexport.sandbox.FunctionServer;
import io.projectexport.sandbox.HtmlTemplates;
import io.projectexport.sandbox.ReceivedRequest;
import io.projectexport.sandbox.SentAnswer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A mail server that delivers nothing, and a page to read what it was given. */
public final class CapturedMail implements AutoCloseable {

    private static final String MAIL = "/mails/";

    private final HtmlTemplates templates;
    private final GreenMail server;
    private final FunctionServer pages;

    /** Starts both on the given ports; 0 takes a free one. */
    public CapturedMail(int smtpPort, int pagePort) {
        this(smtpPort, pagePort, Clock.systemUTC());
    }

    /** As the other, with a page that shows moments in the clock's zone. */
    CapturedMail(int smtpPort, int pagePort, Clock clock) {
        templates = new HtmlTemplates("/io/projectexport/local/", clock);
        server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        pages = new FunctionServer(pagePort, this::answer);
    }

    public String smtpHost() {
        return server.getSmtp().getBindTo();
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** The address of the page. */
    public String url() {
        return pages.url();
    }

    /** In the order of arrival; a mail to two people arrives twice. */
    public List<ShownMail> mails() {
        List<StoredMessage> stored =
                new ArrayList<>(server.getManagers().getImapHostManager().getAllMessages());
        stored.sort(Comparator.comparing(StoredMessage::getReceivedDate));
        List<ShownMail> mails = new ArrayList<>();
        stored.forEach(message -> mails.add(ShownMail.of(mails.size() + 1, message)));
        return mails;
    }

    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pages.close();
        server.stop();
    }

    private SentAnswer answer(ReceivedRequest request) {
        if (request.path().equals("/")) {
            return list();
        }
        return mails().stream()
                .filter(mail -> request.path().equals(MAIL + mail.number()))
                .findFirst()
                .map(mail -> SentAnswer.html(200, templates.render("mail", Map.of("mail", mail))))
                .orElseGet(() -> SentAnswer.redirect("/"));
    }

    private SentAnswer list() {
        List<ShownMail> newestFirst = new ArrayList<>(mails());
        Collections.reverse(newestFirst);
        return SentAnswer.html(200, templates.render("mails", Map.of("mails", newestFirst)));
    }
}
