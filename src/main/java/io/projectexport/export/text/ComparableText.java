package io.projectexport.export.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Equality of text as people mean it, because the same words come in other letters, blanks and hyphens from another program. */
public final class ComparableText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u0085]+");
    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\\u2212\\u2043]");

    /** Controls, formats, and what Unicode ignores by default although it calls it letter or mark. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2065\\u3164\\uFFA0\\uFE00-\\uFE0F"
                    + "\\x{E0000}-\\x{E0FFF}]");

    private ComparableText() {}

    /** Equal for two texts that people would call the same, whatever their case; null for null. */
    public static String key(String text) {
        if (text == null) {
            return null;
        }
        String blanks = BLANKS.matcher(text).replaceAll(" ");
        String visible = INVISIBLE.matcher(compatible(blanks)).replaceAll("");
        String hyphens = HYPHENS.matcher(visible).replaceAll("-");
        String folded = compatible(hyphens.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        return BLANKS.matcher(folded).replaceAll(" ").strip();
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
