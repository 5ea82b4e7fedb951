package io.projectexport.export.accounting;

import io.projectexport.export.text.ComparableText;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A job's name as it was sent, to be found again under the name that was stored: without emoji, cut, in other letters. What stays is the
 * project number before the first {@code " - "}.
 */
public record JobName(String number, String title) {

    /** How a stored name stands to the one that was sent; only names of the same project number are compared. */
    public enum Likeness {
        /** The same text. */
        SAME,
        /** What is left of the text where characters were dropped or the end was cut. */
        ALTERED,
        /** Another text behind the number, or a number that is not certain. */
        OTHER,
        /** Another number. */
        NONE;

        /** Whether a name that is like this belongs to the job that was sent, as far as names can tell. */
        public boolean isLikely() {
            return this == SAME || this == ALTERED;
        }
    }

    private static final String SEPARATOR = " - ";
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\\u2018-\\u201B\\u2032\\u00B4`]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\\u201C-\\u201F\\u2033\\u00AB\\u00BB]");
    private static final Pattern BEYOND_16_BITS = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\x{10000}-\\x{10FFFF}]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    public static JobName of(String name) {
        int end = name.indexOf(SEPARATOR);
        return end < 0
                ? new JobName(name, "")
                : new JobName(name.substring(0, end), name.substring(end + SEPARATOR.length()));
    }

    /** Equal for two names that people would call the same, however their quotation marks look. */
    public static String comparable(String name) {
        String single = SINGLE_QUOTES.matcher(name).replaceAll("'");
        return ComparableText.key(DOUBLE_QUOTES.matcher(single).replaceAll("\""));
    }

    /** With one of these a comparable name begins that is more than {@link Likeness#NONE}. */
    public Set<String> prefixes() {
        Set<String> prefixes = new LinkedHashSet<>();
        Stream.of(
                        number,
                        BEYOND_16_BITS.matcher(number).replaceAll(""),
                        withoutMarks(number),
                        ascii(number),
                        NO_ASCII.matcher(number).replaceAll("?"))
                .filter(each -> !each.isBlank())
                .forEach(each -> prefixes.add(prefix(each)));
        return prefixes;
    }

    public Likeness likeness(String stored) {
        String storedName = comparable(stored);
        if (storedName.equals(comparable(number + SEPARATOR + title))) {
            return Likeness.SAME;
        }
        if (begins(storedName, prefix(number))) {
            String rest = storedName.substring(prefix(number).length());
            return isLeftOf(comparable(title), rest) ? Likeness.ALTERED : Likeness.OTHER;
        }
        return prefixes().stream().anyMatch(prefix -> begins(storedName, prefix)) ? Likeness.OTHER : Likeness.NONE;
    }

    /** A title of which nothing is left has taken the blank before it along. */
    private String prefix(String itsNumber) {
        boolean isBare = title.isEmpty();
        return comparable(isBare ? itsNumber : itsNumber + SEPARATOR);
    }

    private static boolean begins(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + " ");
    }

    /** Letters can have lost their marks or have been dropped as a whole. */
    private static boolean isLeftOf(String sent, String stored) {
        String bare = NO_LETTERS.matcher(stored).replaceAll("");
        String letters = NO_LETTERS.matcher(sent).replaceAll("");
        return isRemainder(letters, bare) || isRemainder(withoutMarks(letters), withoutMarks(bare));
    }

    private static boolean isRemainder(String sent, String stored) {
        return ascii(sent).startsWith(ascii(stored)) && isSubsequence(sent, stored);
    }

    private static boolean isSubsequence(String whole, String part) {
        int[] wanted = part.codePoints().toArray();
        int found = 0;
        for (int letter : whole.codePoints().toArray()) {
            found += found < wanted.length && wanted[found] == letter ? 1 : 0;
        }
        return found == wanted.length;
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String ascii(String text) {
        return NO_ASCII.matcher(text).replaceAll("");
    }
}
