package io.projectexport.mail;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A mail as its recipient gets it. */
record ReceivedMail(MimeMessage message) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\"<]+");

    /** The only mail that arrived. */
    static ReceivedMail only(GreenMailExtension greenMail) {
        MimeMessage[] messages = greenMail.getReceivedMessages();
        if (messages.length != 1) {
            throw new AssertionError("Not one mail, but " + messages.length);
        }
        return new ReceivedMail(messages[0]);
    }

    String header(String name) throws MessagingException {
        return message.getHeader(name, null);
    }

    String text() throws MessagingException, IOException {
        return part(0, "text/plain");
    }

    String html() throws MessagingException, IOException {
        return part(1, "text/html");
    }

    /** What a browser shows of the HTML, without the lines that only the inbox shows. */
    String shownHtml() throws MessagingException, IOException {
        String body = html().replaceAll("(?s)<head>.*</head>|<div style=\"display:none.*?</div>", "");
        return HtmlUtils.htmlUnescape(body.replaceAll("<[^>]*>", " "));
    }

    static Set<String> words(String text) {
        return all(WORD, URL.matcher(text).replaceAll(" "));
    }

    static Set<String> urls(String text) {
        return all(URL, text);
    }

    private static Set<String> all(Pattern pattern, String text) {
        return new TreeSet<>(
                pattern.matcher(text).results().map(MatchResult::group).toList());
    }

    private String part(int index, String type) throws MessagingException, IOException {
        BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(index);
        if (!part.isMimeType(type)) {
            throw new AssertionError("Part %d is %s".formatted(index, part.getContentType()));
        }
        return (String) part.getContent();
    }
}
