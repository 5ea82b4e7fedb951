package io.projectexport.export.accounting;

import java.util.List;

/**
 * Jobs of one project number, sorted by how their names stand to the one that was looked for.
 *
 * @param same those whose name is the same text
 * @param altered those whose name can be what was stored of that text
 * @param others those that have nothing certain in common with it but the number
 */
public record FoundJobs(List<FoundJob> same, List<FoundJob> altered, List<FoundJob> others) {

    public FoundJobs {
        same = List.copyOf(same);
        altered = List.copyOf(altered);
        others = List.copyOf(others);
    }

    /** The ones that most likely bear the name. */
    public List<FoundJob> likely() {
        return same.isEmpty() ? altered : same;
    }
}
