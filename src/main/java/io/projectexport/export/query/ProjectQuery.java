package io.projectexport.export.query;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.text.PlainText;

/**
 * Which project exports to show.
 *
 * @param status null for every status
 * @param search part of number, name, client or submitter, whatever its case; null for all
 * @param owner login of the creator or submitter; null for everybody's
 * @param page 0 is the first
 * @param size rows a page
 */
public record ProjectQuery(
        ExportStatus status, String search, String owner, Sort sort, boolean descending, int page, int size) {

    public ProjectQuery {
        search = PlainText.clean(search);
    }

    public ProjectQuery ownedBy(String userId) {
        return new ProjectQuery(status, search, userId, sort, descending, page, size);
    }

    /** By what the rows can be ordered. */
    public enum Sort {
        SUBMITTED_AT,
        PROJECT_NUMBER,
        PROJECT_NAME,
        CLIENT,
        SUBMITTER,
        ESTIMATE_AMOUNT,
        DEADLINE
    }
}
