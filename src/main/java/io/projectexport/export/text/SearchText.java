package io.projectexport.export.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text as it is searched: by words in any order, without accents, and with or without hyphens.
 *
 * <p>It is stored beside each project: a change needs a migration that computes it anew.
 */
public final class SearchText {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");
    private static final Pattern BLANK = Pattern.compile(" ");

    private SearchText() {}

    /** What is searched in; words with hyphens stand in it without them, too. */
    public static String of(Stream<String> texts) {
        String plain = plain(texts.collect(Collectors.joining(" ")));
        Stream<String> joined =
                words(plain).stream().filter(word -> word.contains("-")).map(word -> word.replace("-", ""));
        return Stream.concat(Stream.of(plain), joined)
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** The words of a query, each of which has to be found. */
    public static List<String> words(String query) {
        return Arrays.stream(BLANK.split(plain(query)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String plain(String text) {
        String split = Normalizer.normalize(ComparableText.key(text), Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENTS.matcher(split).replaceAll(""), Normalizer.Form.NFC)
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd');
    }
}
