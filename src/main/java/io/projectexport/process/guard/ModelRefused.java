package io.projectexport.process.guard;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;

/** Refusal of a deployment, with everything that is wrong with it; the message tells as much of it as people read at once. */
public final class ModelRefused extends BadUserRequestException {

    /** So that the engine's REST API, which says it with words of its own before, has no need to cut it. */
    private static final int LONGEST = 800;

    private final transient List<Finding> findings;

    /** @param findings of which at least one refuses */
    public ModelRefused(List<Finding> findings) {
        super("The model cannot work: " + readable(findings));
        this.findings = List.copyOf(findings);
    }

    /** What refuses, and what only warns. */
    public List<Finding> findings() {
        return findings;
    }

    private static String readable(List<Finding> findings) {
        List<String> problems = findings.stream()
                .filter(Finding::refuses)
                .map(Finding::sentence)
                .toList();
        StringBuilder said = new StringBuilder(problems.get(0));
        int told = 1;
        while (told < problems.size() && said.length() + problems.get(told).length() < LONGEST) {
            said.append(' ').append(problems.get(told++));
        }
        int untold = problems.size() - told;
        return untold == 0 ? said.toString() : "%s And %d more.".formatted(said, untold);
    }
}
