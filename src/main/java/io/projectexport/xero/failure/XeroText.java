package io.projectexport.xero.failure;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Text from Xero in a form that can be stored and shown: one plain line of bounded length, because nobody else checks it. */
public final class XeroText {

    /** Tells a person what is the matter, and leaves room for the next one. */
    private static final int LONGEST = 500;

    private static final Pattern INVISIBLE_ELEMENT =
            Pattern.compile("(?is)<!--.*?(?:-->|\\z)|<(script|style|head)\\b.*?(?:</\\1\\s*>|\\z)");
    private static final Pattern TAG = Pattern.compile("(?s)</?[a-zA-Z!][^<>]*>");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Z}\\u202A-\\u202E\\u2066-\\u2069]+");

    private XeroText() {}

    /** What somebody called something; null for null. */
    public static String name(String text) {
        return text == null ? null : bounded(line(HtmlUtils.htmlUnescape(text)));
    }

    /** Words without their mark-up; empty where nothing else was there. */
    static String words(String text) {
        String visible = INVISIBLE_ELEMENT.matcher(text).replaceAll(" ");
        return bounded(line(HtmlUtils.htmlUnescape(TAG.matcher(visible).replaceAll(" "))));
    }

    private static String line(String text) {
        return UNSTORABLE.matcher(text).replaceAll(" ").strip();
    }

    private static String bounded(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
