package io.projectexport.export.project;

import java.util.Set;
import java.util.TreeSet;

/**
 * Approval that a model asks for besides the accounting approvers' acceptance, as of a director above some amount; before it or after it.
 *
 * @param step name of the task at which the project waits for it; null while it waits for none
 * @param groups ids of the groups whose members can give it
 * @param audience names of these groups, as people read them; null while it waits for none
 * @param by logins of those who have given theirs in this round
 */
public record FurtherApproval(String step, Set<String> groups, String audience, Set<String> by) {

    public static final FurtherApproval NONE = new FurtherApproval(null, Set.of(), null, Set.of());

    public FurtherApproval {
        groups = Set.copyOf(groups);
        by = Set.copyOf(by);
    }

    /** Whether the project waits for one. */
    public boolean isOpen() {
        return step != null;
    }

    /** Where the project waits, and for whom, as people read it. */
    public String inWords() {
        return "Waits at “%s” for %s.".formatted(step, audience);
    }

    /** The same round's next one. */
    public FurtherApproval at(String nextStep, Set<String> nextGroups, String nextAudience) {
        return new FurtherApproval(nextStep, nextGroups, nextAudience, by);
    }

    FurtherApproval given(String userId) {
        Set<String> all = new TreeSet<>(by);
        all.add(userId);
        return new FurtherApproval(null, Set.of(), null, all);
    }

    FurtherApproval closed() {
        return new FurtherApproval(null, Set.of(), null, by);
    }
}
