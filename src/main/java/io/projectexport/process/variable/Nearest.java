package io.projectexport.process.variable;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** The word that was probably meant. */
public final class Nearest {

    /** Letters that may differ; more is another word. */
    private static final int MOST = 3;

    private Nearest() {}

    /** Empty where none is near. */
    public static Optional<String> to(String word, Stream<String> known) {
        int most = Math.min(MOST, Math.max(1, word.length() / 3));
        return known.filter(candidate -> distance(word, candidate, most) >= 0)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate, most))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** For a remedy: the question, or what else to do. */
    public static String question(String word, Stream<String> known, String otherwise) {
        return to(word, known)
                .map("Did you mean %s? If so, write it exactly so"::formatted)
                .orElse(otherwise);
    }

    // its successor would be one more dependency for one method
    @SuppressWarnings("deprecation")
    private static int distance(String one, String other, int most) {
        return one.equalsIgnoreCase(other) ? 0 : StringUtils.getLevenshteinDistance(one, other, most);
    }
}
