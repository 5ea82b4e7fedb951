package io.projectexport.export.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as people mean it: composed letters, single blanks, nothing invisible at the ends. */
public final class PlainText {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]");

    private PlainText() {}

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
