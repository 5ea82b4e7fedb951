package io.projectexport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The imports of the production code, which name what the compiled classes do not. */
final class Imports {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (io\\.projectexport[a-z.]*);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(io\\.projectexport(?:\\.[a-z]+)*)\\.[A-Z]");

    private Imports() {}

    /** One line for each room that imports from another one. */
    static Set<String> betweenRooms(String line) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> from(file, line))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> from(Path file, String line) {
        try {
            String source = Files.readString(file);
            String own = packages(PACKAGE, source).findFirst().orElseThrow();
            return packages(IMPORT, source)
                    .filter(other -> !other.equals(own))
                    .map(other -> line.formatted(RoomTable.roomOf(own), RoomTable.roomOf(other)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> packages(Pattern pattern, String source) {
        return pattern.matcher(source).results().map((MatchResult match) -> match.group(1));
    }
}
