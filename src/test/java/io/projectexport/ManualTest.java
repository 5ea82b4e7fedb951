package io.projectexport;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manual, that is all Markdown of the repository and the {@code package-info} of each room: what it names is there. */
class ManualTest {

    private static final Path SOURCES = Path.of("src/main/java/io/projectexport");
    private static final List<Path> ROOTS = List.of(Path.of(""), SOURCES, Path.of("src/main/resources"));
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`(?! \\(new\\))");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern FILE = Pattern.compile("(?!/|target/)("
            + "[\\w./-]+\\.(java|html|txt|form|bpmn|sql|css|js|json|svg|xml|ya?ml|md|gz)|[a-z]+(/[a-z]+)+)");
    private static final Pattern TYPE = Pattern.compile("@?([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:[.#(].*)?");
    private static final Pattern TESTS = Pattern.compile("mvn [^`\\n]*-Dtest='?([\\w,#]+)");
    private static final Pattern JAVADOC_LINK = Pattern.compile("\\{@link\\s+([\\w.]+)");
    private static final Set<String> TYPES = types();

    static List<Path> manuals() {
        return files(Path.of(""), ".md")
                .filter(path -> !path.toString().matches("(target|.*/?node_modules)/.*"))
                .toList();
    }

    /** Those about today's code alone; records of decisions, the glossary and the changelog also name what was, or is not ours. */
    static List<Path> manualsOfToday() {
        return manuals().stream()
                .filter(path -> !path.toString().matches("docs/adr/.*|docs/glossary.md|CHANGELOG.md|src/.*"))
                .toList();
    }

    static Set<Path> rooms() {
        return files(SOURCES, ".java").map(Path::getParent).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("manuals")
    void every_link_leads_somewhere(Path manual) {
        assertThat(matches(LINK, read(manual))).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? manual : manual.resolveSibling(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).contains(link.group(2));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("manuals")
    void every_command_names_tests_that_there_are(Path manual) {
        assertThat(matches(TESTS, read(manual)))
                .flatExtracting(command -> List.of(command.group(1).split(",")))
                .allSatisfy(test -> {
                    String[] parts = test.split("#");
                    assertThat(TYPES).contains(parts[0]);
                    assertThat(source(parts[0])).contains(parts.length > 1 ? parts[1] + "(" : parts[0]);
                });
    }

    @ParameterizedTest
    @MethodSource("manualsOfToday")
    void every_file_is_there(Path manual) {
        assertThat(code(manual).filter(FILE.asMatchPredicate()).filter(not(RoomTable.read()::containsKey)))
                .allSatisfy(file -> assertThat(ROOTS.stream().map(root -> root.resolve(file)))
                        .as(file)
                        .anyMatch(Files::exists));
    }

    @ParameterizedTest
    @MethodSource("manualsOfToday")
    void every_type_is_there(Path manual) {
        assertThat(code(manual).map(TYPE::matcher).filter(matcher -> matcher.matches()))
                .extracting(type -> type.group(1))
                .isSubsetOf(TYPES);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void every_room_says_its_rule_and_what_it_names_is_there(Path room) {
        String info = read(room.resolve("package-info.java"));

        assertThat(info).contains("<p>Rule: ");
        assertThat(matches(JAVADOC_LINK, info))
                .extracting(link -> Path.of("src/main/java", link.group(1).replace('.', '/') + ".java"))
                .filteredOn(not(Files::exists))
                .filteredOn(path -> !Files.isDirectory(Path.of(path.toString().replace(".java", ""))))
                .isEmpty();
    }

    @Test
    void a_room_that_was_split_names_its_rooms() {
        assertThat(rooms())
                .filteredOn(room -> !room.getParent().equals(SOURCES) && !room.equals(SOURCES))
                .allSatisfy(room -> assertThat(read(room.resolveSibling("package-info.java")))
                        .contains("<li>{@code " + room.getFileName() + "}: "));
    }

    private static Stream<String> code(Path manual) {
        return matches(CODE, read(manual)).stream().map(code -> code.group(1));
    }

    private static Set<String> anchors(Path manual) {
        return matches(HEADING, read(manual)).stream()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(text -> text.replaceAll("[^\\w -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> types() {
        return files(Path.of("src"), ".java")
                .map(path -> path.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static String source(String type) {
        return files(Path.of("src"), "/" + type + ".java")
                .map(ManualTest::read)
                .findFirst()
                .orElse("");
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static Stream<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> path.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
