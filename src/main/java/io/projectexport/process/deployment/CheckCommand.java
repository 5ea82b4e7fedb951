package io.projectexport.process.deployment;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelGuard;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Surroundings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The command that checks files as a deployment would, with the rules alone: it needs no database, no network and no application. */
public final class CheckCommand {

    /** The word by which it is called. */
    public static final String NAME = "check";

    static final int FINE = 0;
    static final int REFUSED = 1;
    static final int UNUSABLE = 2;

    private static final List<String> READ_BY_THE_ENGINE =
            List.of(".bpmn", ".bpmn20.xml", ".dmn", ".dmn11.xml", ".cmmn", ".cmmn10.xml", ".cmmn11.xml", ".form");

    private final PrintStream answers;
    private final PrintStream problems;

    public CheckCommand(PrintStream answers, PrintStream problems) {
        this.answers = answers;
        this.problems = problems;
    }

    /**
     * Checks files, and those in folders, together.
     *
     * @return the exit code: 0 where all can be deployed, 1 where not, 2 where there is nothing to check
     */
    public int run(List<String> paths) {
        if (paths.isEmpty()) {
            problems.println(
                    "Usage: java -jar project-export.jar check FILE… (models and their forms, or folders of them)");
            return UNUSABLE;
        }
        try {
            return check(read(paths));
        } catch (IOException unreadable) {
            problems.printf("%s cannot be read.%n", unreadable.getMessage());
            return UNUSABLE;
        }
    }

    private static Map<String, byte[]> read(List<String> paths) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String path : paths) {
            for (Path file : files(Path.of(path))) {
                files.put(file.toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(path)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> READ_BY_THE_ENGINE.stream().anyMatch(file.toString()::endsWith))
                    .forEach(found::add);
        }
        return found;
    }

    private int check(Map<String, byte[]> files) {
        if (files.isEmpty()) {
            problems.println("There is neither a model nor a form.");
            return UNUSABLE;
        }
        List<Finding> findings = guard().check(new SentModels(files, Surroundings.UNKNOWN));
        findings.forEach(finding -> answers.println(line(finding)));
        boolean isRefused = findings.stream().anyMatch(Finding::refuses);
        answers.printf("%d files: %s%n", files.size(), isRefused ? "cannot be deployed." : "can be deployed.");
        return isRefused ? REFUSED : FINE;
    }

    private static String line(Finding finding) {
        return "%s: rule %d %s: %s"
                .formatted(
                        finding.place().resource(),
                        finding.rule(),
                        finding.refuses() ? "refuses" : "warns",
                        finding.sentence());
    }

    private static ModelGuard guard() {
        AnnotationConfigApplicationContext rules = new AnnotationConfigApplicationContext();
        rules.scan("io.projectexport.process.rule", "io.projectexport.process.catalogue");
        rules.register(ModelGuard.class);
        rules.refresh();
        return rules.getBean(ModelGuard.class);
    }
}
