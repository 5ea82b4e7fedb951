package io.projectexport.export.text;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text as people mean it: composed letters, single blanks, nothing that hides or turns text around. Joiners stay where a script or an
 * emoji needs them.
 */
public final class PlainText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u0085]+");

    /** Marks of direction and of hidden structure, which no letter needs. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF0-\\uFFFB"
                    + "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}]");

    /** Between Latin letters and digits, or at the beginning, there is nothing to join. */
    private static final Pattern IDLE_JOINER =
            Pattern.compile("(?<![^\\p{ASCII}\\p{IsLatin}\\p{Z}\\u200C\\u200D])[\\u200C\\u200D]+");

    /** Letters of a second, invisible alphabet, but for those that make a flag and those that choose a variant of an ideograph. */
    private static final Pattern TAGS = Pattern.compile(
            "(\\x{1F3F4}[\\x{E0020}-\\x{E007E}]+\\x{E007F})|[\\x{E0000}-\\x{E00FF}\\x{E01F0}-\\x{E0FFF}]");

    private static final String CONTROLS_OF_A_TEXT = "\t\n\u000B\f\r\u0085";

    private PlainText() {}

    /**
     * A person's name as it can stand in one line of a mail or a history; null for null and for one that is blank.
     *
     * @param longest in characters; the rest is cut off
     */
    public static String name(String text, int longest) {
        String cleaned = text == null ? null : clean(usable(text));
        if (cleaned == null) {
            return null;
        }
        int length = cleaned.codePointCount(0, cleaned.length());
        return cleaned.substring(0, cleaned.offsetByCodePoints(0, Math.min(length, longest)));
    }

    /** One line; null for null and for text of which nothing can be seen. */
    public static String clean(String text) {
        return text == null ? null : seen(BLANKS.matcher(visible(text)).replaceAll(" "));
    }

    /** With its line breaks, as a reason is written; null for null and for text of which nothing can be seen. */
    public static String cleanLines(String text) {
        return text == null ? null : seen(visible(text));
    }

    /**
     * Where the first character stands that can neither be shown nor stored safely, counted from 1: a control, one of private use, half
     * a character. Letters that this JDK does not know yet are none of them.
     */
    public static OptionalInt firstUnusable(String text) {
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (isUnusable(characters[i])) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static String seen(String text) {
        return ComparableText.key(text).isEmpty() ? null : text.strip();
    }

    private static String visible(String text) {
        String flags = TAGS.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("$1");
        return Normalizer.normalize(IDLE_JOINER.matcher(flags).replaceAll(""), Normalizer.Form.NFC);
    }

    private static String usable(String text) {
        return text.codePoints()
                .filter(character -> !isUnusable(character))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isUnusable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> CONTROLS_OF_A_TEXT.indexOf(character) < 0;
            case Character.SURROGATE, Character.PRIVATE_USE -> true;
            default -> isNoCharacter(character);
        };
    }

    /** For good, whatever later versions of Unicode add. */
    private static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }
}
