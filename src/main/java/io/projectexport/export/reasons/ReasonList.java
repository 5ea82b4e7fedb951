package io.projectexport.export.reasons;

import java.util.List;

/**
 * The reasons that are offered at one moment.
 *
 * @param version of what is stored
 * @param kept whether administrators keep them; otherwise they are those of the setting
 */
public record ReasonList(int version, List<String> reasons, boolean kept) {

    /** Names exactly this list, for whoever sends a change of what they saw. */
    public String mark() {
        return version + "-" + Integer.toHexString(reasons.hashCode());
    }
}
