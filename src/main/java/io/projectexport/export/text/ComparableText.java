package io.projectexport.export.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Comparison key of a text: two texts have the same one when people would call them the same, whatever marks, widths, hyphens and blanks
 * a program between them has put in.
 *
 * <p>Numbers of projects are unique by it in the database: a change needs a migration that computes them anew.
 */
public final class ComparableText {

    /** Unicode's default ignorable code points, by their stable list: the tables of a JDK are years behind. */
    private static final Pattern IGNORABLE = Pattern.compile(
            "[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E"
                    + "\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\x{1BCA0}-\\x{1BCA3}"
                    + "\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\s\\u0085]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u0085\\u2800]+");
    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\\u02D7\\u2043\\u2212]");
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u02B9\\u02BC\\u2018\\u2019\\u201B\\u2032]");

    private static final Pattern QUOTES = Pattern.compile("[\\u201C\\u201D\\u201F\\u2033]");

    private ComparableText() {}

    /** Empty when nothing of the text can be seen; the key of a key is itself; null for null. */
    public static String key(String text) {
        if (text == null) {
            return null;
        }
        return isAscii(text) ? ofAscii(text) : ofAny(text);
    }

    /** As most are, and thousands are compared where Xero is looked through. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }

    private static String ofAscii(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static String ofAny(String text) {
        String folded = visible(fold(visible(text)));
        String straight =
                QUOTES.matcher(APOSTROPHES.matcher(folded).replaceAll("'")).replaceAll("\"");
        return HYPHENS.matcher(straight).replaceAll("-");
    }

    /** Short key of several texts together, the same one when people would call each of them the same. */
    public static String digest(String... texts) {
        String keys = Stream.of(texts).map(ComparableText::key).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(keys.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** What can be seen, in its plainest form, with single blanks; upper and lower case stay. */
    static String visible(String text) {
        String plain = withoutInvisible(Normalizer.normalize(withoutInvisible(text), Normalizer.Form.NFKC));
        return BLANKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    private static String withoutInvisible(String text) {
        return CONTROL.matcher(IGNORABLE.matcher(text).replaceAll("")).replaceAll("");
    }

    /** Full case folding: letters that become several in upper case count as those, and there is one sigma. */
    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('\u03C2', '\u03C3');
    }
}
