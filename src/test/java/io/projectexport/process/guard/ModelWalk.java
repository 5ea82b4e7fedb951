package io.projectexport.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A walk of {@code docs/model.md}: what its lines change in the shipped files. */
public final class ModelWalk {

    private static final Pattern HUNK = Pattern.compile("(?s)```diff (\\S+)\\n(.*?)```");

    /**
     * Lines that are replaced by others.
     *
     * @param file its name without its folder
     */
    public record Edit(String file, String before, String after) {}

    private ModelWalk() {}

    /** @param walk as its heading has it */
    public static List<Edit> edits(String walk) {
        String manual = read(Path.of("docs/model.md"));
        String heading = "\n## Walk: " + walk + "\n";
        assertThat(manual).contains(heading);
        String section =
                manual.substring(manual.indexOf(heading) + heading.length()).split("\n## ", 2)[0];
        List<Edit> edits = HUNK.matcher(section)
                .results()
                .map(hunk -> new Edit(
                        Path.of(hunk.group(1)).getFileName().toString(),
                        side(hunk.group(2), '-'),
                        side(hunk.group(2), '+')))
                .toList();
        assertThat(edits).isNotEmpty();
        return edits;
    }

    /** The shipped files with them. */
    public static Map<String, byte[]> files(String walk) {
        Map<String, byte[]> files = GuardedModels.shipped();
        edits(walk).forEach(edit -> {
            String content = new String(files.get(edit.file()), StandardCharsets.UTF_8);
            assertThat(content).contains(edit.before());
            files.put(edit.file(), content.replace(edit.before(), edit.after()).getBytes(StandardCharsets.UTF_8));
        });
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What stands there before, with the lines that go, or afterwards, with those that come. */
    private static String side(String hunk, char mark) {
        return hunk.lines()
                .filter(line -> line.charAt(0) == ' ' || line.charAt(0) == mark)
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
