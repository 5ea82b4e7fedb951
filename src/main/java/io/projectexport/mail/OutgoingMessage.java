package io.projectexport.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that keeps its id however often it is saved, and remembers whether the mail server got all of it. */
final class OutgoingMessage extends MimeMessage {

    private final String messageId;
    private boolean handedOver;

    OutgoingMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** Whether the whole message was written, so that the server may have taken it, whatever it answered. */
    boolean handedOver() {
        return handedOver;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    // called between the server's go-ahead and the dot that makes the server responsible
    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        super.writeTo(out, ignoredHeaders);
        handedOver = true;
    }
}
