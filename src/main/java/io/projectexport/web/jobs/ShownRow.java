package io.projectexport.web.jobs;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row with marks that a list shows, as its page tells it when it asks what is new: id, round and status, with points in between. */
record ShownRow(UUID id, int round, ExportStatus status) {

    private static final Pattern ROW = Pattern.compile(
            "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(\\d{1,6})\\.(READY_TO_EXPORT|FAILED_TO_EXPORT)");

    /** An address has no place for many more. */
    private static final int MOST = 100;

    /** Those of the texts that are some, each project once. */
    static List<ShownRow> of(List<String> texts) {
        return texts.stream()
                .limit(MOST)
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(ShownRow::of)
                .distinct()
                .toList();
    }

    private static ShownRow of(MatchResult row) {
        return new ShownRow(
                UUID.fromString(row.group(1)), Integer.parseInt(row.group(2)), ExportStatus.valueOf(row.group(3)));
    }

    /** Whether somebody has done something with the project since then. */
    boolean isSettled(ProjectExport now) {
        return now.status() != status || now.submission().round() != round;
    }
}
