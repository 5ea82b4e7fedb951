package io.projectexport.web.mapping;

import java.util.regex.Pattern;

/** The beginning of a text from a file, as part of a sentence that it must not turn around or make endless. */
final class ShownText {

    private static final int LONGEST = 60;
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private ShownText() {}

    static String of(String text) {
        String start = text.substring(0, Math.min(text.length(), 4 * LONGEST));
        String plain = BLANKS.matcher(DIRECTIONS.matcher(start).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
