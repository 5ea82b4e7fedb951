package io.projectexport.process;

import io.projectexport.process.model.DecisionTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models and forms as admins find them, by file. */
public final class ModelFiles {

    private ModelFiles() {}

    public static List<Path> models() {
        return files("bpmn", ".bpmn");
    }

    public static List<Path> forms() {
        return files("forms", ".form");
    }

    /** Those that the models show; the others are for whoever edits a model. */
    public static List<Path> formsInUse() {
        return forms().stream()
                .filter(form -> !baseName(form).equals(DecisionTask.APPROVE.form()))
                .toList();
    }

    /** The file's name without its ending. */
    public static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
