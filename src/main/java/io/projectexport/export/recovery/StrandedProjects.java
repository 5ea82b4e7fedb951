package io.projectexport.export.recovery;

import io.projectexport.export.project.ExportStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Port to the projects that are not over and have no running process, so that nobody can do anything with them. */
public interface StrandedProjects {

    /** @param since the last step in its history */
    record Stranded(UUID exportId, String number, String name, ExportStatus status, Instant since) {}

    /** How many there are, as of a minute ago at most; what somebody changed within the last minute is left out. */
    long count();

    /** A few of them, as of the same moment. */
    List<Stranded> first();

    /** Those of this moment, the longest stranded first; at most as many as the limit. */
    List<Stranded> list(int limit);
}
