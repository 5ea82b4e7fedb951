package io.projectexport.export.audit;

import java.util.Map;
import java.util.Optional;

/** Port to the settings of the last start, whichever node it was. */
public interface StartSettings {

    /** Random text with which fingerprints are made, always the same for one installation. */
    String salt();

    /**
     * Keeps those of this start. Nodes that start together wait for each other's transaction.
     *
     * @return those of the start before; empty where there was none
     */
    Optional<Map<String, StartSetting>> replace(Map<String, StartSetting> settings);
}
