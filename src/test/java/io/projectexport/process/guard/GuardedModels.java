package io.projectexport.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Edited copies of the shipped models, and what the guard finds about them without an application. */
public final class GuardedModels {

    private static final ModelGuard GUARD = guard();

    private GuardedModels() {}

    private static ModelGuard guard() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.scan("io.projectexport.process.rule", "io.projectexport.process.catalogue");
        context.register(ModelGuard.class);
        context.refresh();
        return context.getBean(ModelGuard.class);
    }

    /** The shipped models and forms, as they are deployed together. */
    public static Map<String, byte[]> shipped() {
        Map<String, byte[]> files = new TreeMap<>();
        Stream.of("bpmn", "forms")
                .flatMap(GuardedModels::files)
                .forEach(file -> files.put(file.getFileName().toString(), bytes(file)));
        return files;
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What release 1.0.0 was shipped with. */
    public static Map<String, byte[]> released() {
        Map<String, byte[]> files = new TreeMap<>();
        Stream.of("bpmn", "forms")
                .flatMap(folder -> files("src/test/resources/released/1.0.0/" + folder))
                .forEach(file -> files.put(file.getFileName().toString(), bytes(file)));
        return files;
    }

    /** The same with one text of one file replaced everywhere. */
    public static Map<String, byte[]> edited(String file, String text, String replacement) {
        Map<String, byte[]> files = shipped();
        String content = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(content).contains(text);
        files.put(file, content.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    public static List<Finding> findings(Map<String, byte[]> files) {
        return findings(files, Surroundings.UNKNOWN);
    }

    public static List<Finding> findings(Map<String, byte[]> files, Surroundings surroundings) {
        return GUARD.check(new SentModels(files, surroundings));
    }

    public static ModelGuard theGuard() {
        return GUARD;
    }
}
