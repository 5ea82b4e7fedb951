package io.projectexport.advisory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The command that lists what is known about the libraries in the jar: it needs no database, no network and no application. */
public final class VulnerabilitiesCommand {

    /** The word by which it is called. */
    public static final String NAME = "vulnerabilities";

    static final int NONE_KNOWN = 0;
    static final int SOME_KNOWN = 1;
    static final int UNUSABLE = 2;

    private final PrintStream answers;
    private final PrintStream problems;

    public VulnerabilitiesCommand(PrintStream answers, PrintStream problems) {
        this.answers = answers;
        this.problems = problems;
    }

    /**
     * Compares the libraries with all advisories of the files.
     *
     * @return the exit code: 0 where no vulnerability is known, 1 where one is, 2 where that cannot be told
     */
    public int run(List<String> paths) {
        if (paths.isEmpty()) {
            problems.println("Usage: java -jar project-export.jar vulnerabilities FILE…"
                    + " (advisories in the format of OSV: its archive for Maven, all.zip, or single .json files)");
            return UNUSABLE;
        }
        try {
            return compare(BillOfMaterials.libraries(), paths);
        } catch (IOException unreadable) {
            problems.printf("Cannot read %s.%n", unreadable.getMessage());
            return UNUSABLE;
        }
    }

    private int compare(List<Library> libraries, List<String> paths) throws IOException {
        KnownVulnerabilities known = new KnownVulnerabilities(libraries);
        for (String path : paths) {
            new AdvisoryFile(Path.of(path)).forEach(known::add);
        }
        if (known.advisories() == 0) {
            problems.println("There is no advisory about a library of Maven.");
            return UNUSABLE;
        }
        known.found().forEach(answers::println);
        answers.printf(
                "libraries: %d, advisories: %d, known vulnerabilities: %d%n",
                libraries.size(), known.advisories(), known.found().size());
        return known.found().isEmpty() ? NONE_KNOWN : SOME_KNOWN;
    }
}
