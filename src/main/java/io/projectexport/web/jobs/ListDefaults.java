package io.projectexport.web.jobs;

import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.web.input.SearchParameters;

/** What the list shows where its address says nothing: approvers come to their work, and what waits longest stands first. */
public final class ListDefaults {

    private static final String OLDEST_FIRST = "submittedAt";

    private ListDefaults() {}

    /** What a person sees. */
    public static SearchParameters shown(SearchParameters asked, Person viewer) {
        return asked.areEmpty() && viewer.may(Privilege.APPROVE)
                ? asked.withStatus(ExportStatus.READY_TO_EXPORT.name())
                : asked;
    }

    /** In which order. */
    public static SearchParameters ordered(SearchParameters shown) {
        return ExportStatus.READY_TO_EXPORT.name().equals(shown.status()) ? shown.withDefaultSort(OLDEST_FIRST) : shown;
    }
}
