package io.projectexport;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No long text stops a regular expression: what it looks at grows with the text, not with its square, and its recursion fits the stack. */
class PatternsTest {

    private static final int LENGTH = 1500;
    private static final long LOOKS_FOR_EACH_LETTER = 200;
    private static final long SMALL_STACK = 256 * 1024;

    /** Those that would, and why none gets to them. */
    private static final Map<String, String> KEPT_SHORT = Map.of(
            "AmountReading.AMOUNT", "60 characters",
            "DateReading.MIDNIGHT", "40 characters",
            "DecisionEngine.QUOTED", "2,000 characters",
            "EmailAddress.DOMAIN", "2,000 characters",
            "EngineRestExceptionMapper.NOISE", "the beginning of a message",
            "FeelTexts.QUOTED", "2,000 characters",
            "OnlyVisibleTasks.TASK", "a whole path, never searched in",
            "SubmissionValidator.SHORTENED", "a whole field, never searched in");

    private static final List<String> BEGINNINGS = List.of("", "a", "1", "\"", "=\"", "(");
    private static final List<String> REPEATED = List.of(
            "a",
            "A",
            "é",
            "ع",
            "1",
            "0",
            " ",
            "\n",
            ".",
            ",",
            "-",
            "\"",
            "'",
            "[",
            "(",
            "<",
            "\\",
            "@",
            "/",
            "€",
            "!",
            "\u200D",
            "a.",
            "1.",
            "a,",
            "1,",
            ",000",
            " 000",
            ".000",
            " .",
            " ,",
            "a ",
            "a-",
            "a1",
            "A.",
            "\"a",
            "\"\\",
            "\"\"",
            "{ ",
            "${",
            "<!--",
            "<script",
            "<script>",
            "<a ",
            "</",
            "<workbookPr ",
            "date1904=",
            "execution.getVariable('",
            "setVariable('",
            "nginx/",
            "&&",
            "==",
            "rejection-",
            "00000000-0000-0000-0000-",
            "No a found with id",
            "org.a.B");
    private static final List<String> ENDS = List.of("", "x", "\n");

    /** A text that counts how often somebody looks at one of its letters. */
    private static final class Counted implements CharSequence {

        private final String text;
        private final long most;
        private long looks;

        Counted(String text) {
            this.text = text;
            most = text.length() * LOOKS_FOR_EACH_LETTER;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > most) {
                throw new IllegalStateException(
                        "looks at each letter more than %d times".formatted(LOOKS_FOR_EACH_LETTER));
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    void no_long_text_stops_a_regular_expression() {
        Map<String, Pattern> patterns = patterns();
        Map<String, String> stopped = new TreeMap<>();

        patterns.forEach((name, pattern) -> problem(pattern).ifPresent(problem -> stopped.put(name, problem)));

        assertThat(patterns).hasSizeGreaterThan(60);
        assertThat(stopped.keySet()).as("%s", stopped).isEqualTo(KEPT_SHORT.keySet());
    }

    private static Map<String, Pattern> patterns() {
        return ProductionCode.types().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers()))
                .collect(toMap(
                        field -> field.getDeclaringClass().getSimpleName() + "." + field.getName(),
                        PatternsTest::value));
    }

    private static Pattern value(Field field) {
        try {
            field.setAccessible(true);
            return (Pattern) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> texts() {
        return BEGINNINGS.stream()
                .flatMap(beginning -> REPEATED.stream()
                        .flatMap(part ->
                                ENDS.stream().map(end -> beginning + part.repeat(LENGTH / part.length()) + end)));
    }

    private static String shown(String text) {
        return "\"%s…\"".formatted(text.substring(0, 30));
    }

    private static Optional<String> problem(Pattern pattern) {
        AtomicReference<String> problem = new AtomicReference<>();
        Thread search = new Thread(
                null,
                () -> texts().takeWhile(text -> problem.get() == null).forEach(text -> {
                    try {
                        pattern.matcher(new Counted(text)).matches();
                        pattern.matcher(new Counted(text)).results().count();
                    } catch (StackOverflowError | IllegalStateException stopped) {
                        problem.set(shown(text) + " " + stopped);
                    }
                }),
                "search",
                SMALL_STACK);
        search.start();
        try {
            search.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Optional.ofNullable(problem.get());
    }
}
