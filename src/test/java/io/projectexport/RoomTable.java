package io.projectexport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of rooms in {@code docs/architecture.md}: package, types and what they may use. It is data for {@link ArchitectureTest}, so
 * that the manual cannot say anything else than what holds.
 */
final class RoomTable {

    static final String ROOT = "(root)";

    private static final Path MANUAL = Path.of("docs", "architecture.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`|]+)` \\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /**
     * One package.
     *
     * @param name below {@code io.projectexport}
     * @param types simple names of the types that it holds
     * @param mayUse names of the other rooms on which it may depend
     */
    record Room(String name, Set<String> types, Set<String> mayUse) {

        String packageName() {
            return packageOf(name);
        }
    }

    private RoomTable() {}

    static Map<String, Room> read() {
        Map<String, Room> rooms = ROW.matcher(manual())
                .results()
                .map(RoomTable::room)
                .collect(Collectors.toMap(
                        Room::name,
                        room -> room,
                        (first, second) -> {
                            throw new IllegalStateException(
                                    "Two rows of docs/architecture.md are about " + first.name());
                        },
                        LinkedHashMap::new));
        return Collections.unmodifiableMap(rooms);
    }

    static String packageOf(String room) {
        return room.equals(ROOT) ? "io.projectexport" : "io.projectexport." + room;
    }

    static String roomOf(String packageName) {
        return packageName.equals("io.projectexport") ? ROOT : packageName.substring("io.projectexport.".length());
    }

    private static Room room(MatchResult row) {
        return new Room(row.group(1), names(row.group(2)), names(row.group(3)));
    }

    private static Set<String> names(String cell) {
        Matcher names = NAME.matcher(cell);
        return names.results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String manual() {
        try {
            return Files.readString(MANUAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
