package io.projectexport.export.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Port to statistics of the steps of all project exports. */
public interface StepStatistics {

    /** Decisions and failures on each of these calendar days in this zone, in their order. */
    List<Figures.Day> on(List<LocalDate> days, ZoneId zone);

    /** How long those took that were synced since then. */
    Figures.TimeToSynced timeToSynced(Instant since);

    /** When each of these came into the status that it has. */
    Map<UUID, Instant> inStatusSince(Collection<UUID> exportIds);
}
