package io.projectexport.export.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as people mean it: composed letters, single blanks, nothing invisible at the ends. */
public final class PlainText {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]");

    /** Marks that reorder or hide text, but for the two that join letters in some languages. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");

    private PlainText() {}

    /**
     * A person's name as it can stand in one line of a mail or a history; null for null and for one that is blank.
     *
     * @param longest in characters; the rest is cut off
     */
    public static String name(String text, int longest) {
        String cleaned = text == null ? null : clean(INVISIBLE.matcher(text).replaceAll(""));
        if (cleaned == null) {
            return null;
        }
        String printable = UNPRINTABLE.matcher(cleaned).replaceAll("");
        int length = printable.codePointCount(0, printable.length());
        return printable.substring(0, printable.offsetByCodePoints(0, Math.min(length, longest)));
    }

    /** Null for null and for text that is blank. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String cleaned = WHITE_SPACE.matcher(composed).replaceAll(" ").strip();
        return cleaned.isEmpty() ? null : cleaned;
    }

    public static boolean isPrintable(String text) {
        return !UNPRINTABLE.matcher(text).find();
    }
}
