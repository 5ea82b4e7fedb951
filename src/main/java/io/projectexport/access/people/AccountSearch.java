package io.projectexport.access.people;

import io.projectexport.export.text.SearchText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The search for accounts in SQL, without accents as {@link SearchText} has it, which the engine's tables do not store. */
final class AccountSearch {

    private static final int MOST_WORDS = 5;
    private static final int FIRST_ACCENTED = 0xC0;
    private static final int LAST_ACCENTED = 0x24F;

    /** What is searched in, of the table of users by its name {@code u}. */
    static final String IN =
            "translate(replace(lower(concat(u.ID_, ' ', u.FIRST_, ' ', u.LAST_, ' ', u.EMAIL_)), '%s', '%s'), '%s', '%s')"
                    .formatted("\u00DF", plain("\u00DF"), accented().collect(Collectors.joining()), plainOnes());

    private AccountSearch() {}

    static List<String> words(String search) {
        return SearchText.words(search).stream().limit(MOST_WORDS).toList();
    }

    static String condition(List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> "searched like :word%d escape '!'".formatted(i))
                .collect(Collectors.joining(" and ", words.isEmpty() ? "true" : "", ""));
    }

    static Map<String, String> parameters(List<String> words) {
        return IntStream.range(0, words.size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> "word" + i, i -> "%" + words.get(i).replaceAll("[!%_]", "!$0") + "%"));
    }

    /** Those letters of Latin scripts that one other letter stands for in a search. */
    private static Stream<String> accented() {
        return IntStream.rangeClosed(FIRST_ACCENTED, LAST_ACCENTED)
                .mapToObj(Character::toString)
                .filter(letter -> plain(letter).length() == 1 && !plain(letter).equals(letter));
    }

    private static String plainOnes() {
        return accented().map(AccountSearch::plain).collect(Collectors.joining());
    }

    private static String plain(String letter) {
        return SearchText.of(Stream.of(letter));
    }
}
