package io.projectexport.export.query;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.text.PlainText;

/**
 * Which project exports to show.
 *
 * @param status null for every status
 * @param search words, each a part of number, name, client, submitter or address, whatever their order, case and accents; null for all
 * @param owner login of the creator or submitter; null for everybody's
 * @param page 0 is the first
 * @param size rows a page
 */
public record ProjectQuery(
        ExportStatus status,
        String search,
        SearchFilter filter,
        String owner,
        Sort sort,
        boolean descending,
        int page,
        int size) {

    public ProjectQuery {
        search = PlainText.clean(search);
    }

    /** Without a filter. */
    public ProjectQuery(
            ExportStatus status, String search, String owner, Sort sort, boolean descending, int page, int size) {
        this(status, search, SearchFilter.NONE, owner, sort, descending, page, size);
    }

    public ProjectQuery ownedBy(String userId) {
        return new ProjectQuery(status, search, filter, userId, sort, descending, page, size);
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
