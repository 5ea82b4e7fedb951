package io.projectexport.web.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands between two values of a CSV file. */
enum Separator {
    COMMA(',', "comma"),
    TAB('\t', "tab"),
    SEMICOLON(';', "semicolon"),
    /** Between the cells of a workbook, which nobody needs to put in quotes; never guessed. */
    CELL('|', null);

    private static final Pattern DECLARATION = Pattern.compile("\\A\"?(?i:sep)=([,;|\t])\"?[,;|\t]*(?:\\R|\\z)");
    private static final int LINES_LOOKED_AT = 20;
    private static final int LONGEST_LOOK = 8_192;

    private final char character;
    private final String word;

    Separator(char character, String word) {
        this.character = character;
        this.word = word;
    }

    /** A text whose separator is known. */
    record Separated(String text, Separator separator) {}

    char character() {
        return character;
    }

    String word() {
        return word;
    }

    /** What the file declares, or that which makes the most headings of one of its first lines, or is in the most of them. */
    static Separated of(String text, Predicate<String> isHeading) {
        Matcher declared = DECLARATION.matcher(text);
        if (declared.find()) {
            char character = declared.group(1).charAt(0);
            return new Separated(text.substring(declared.end()), of(character));
        }
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_LOOKED_AT)
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LOOK)))
                .toList();
        String headings = lines.stream()
                .max(Comparator.comparing(line -> most(line, isHeading)))
                .orElse("");
        boolean isKnown = most(headings, isHeading) > 0;
        return new Separated(text, isKnown ? best(headings, isHeading) : mostCommon(lines));
    }

    private static Separator of(char character) {
        return Stream.of(values())
                .filter(separator -> separator.character == character)
                .findFirst()
                .orElseThrow();
    }

    private static long most(String line, Predicate<String> isHeading) {
        return best(line, isHeading).headings(line, isHeading);
    }

    private static Separator best(String line, Predicate<String> isHeading) {
        return Stream.of(COMMA, TAB, SEMICOLON)
                .max(Comparator.<Separator>comparingLong(separator -> separator.headings(line, isHeading))
                        .thenComparingLong(separator -> separator.count(line)))
                .orElseThrow();
    }

    /** That which is in the most lines, where no line has a heading that anybody knows. */
    private static Separator mostCommon(List<String> lines) {
        return Stream.of(COMMA, TAB, SEMICOLON)
                .max(Comparator.<Separator>comparingLong(separator -> lines.stream()
                                .filter(line -> separator.count(line) > 0)
                                .count())
                        .thenComparingLong(separator ->
                                lines.stream().mapToLong(separator::count).sum()))
                .orElseThrow();
    }

    private long headings(String line, Predicate<String> isHeading) {
        return Stream.of(line.split(Pattern.quote(String.valueOf(character)), -1))
                .filter(isHeading)
                .count();
    }

    private long count(String line) {
        return line.chars().filter(c -> c == character).count();
    }
}
