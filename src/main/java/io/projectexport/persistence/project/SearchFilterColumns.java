package io.projectexport.persistence.project;

import static io.projectexport.persistence.sql.SqlValues.timestamp;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.SearchFilter;
import io.projectexport.export.text.ComparableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a filter in SQL, and their parameters; what is not asked for is no condition. */
final class SearchFilterColumns {

    private SearchFilterColumns() {}

    static List<String> conditions(SearchFilter filter) {
        List<String> conditions = new ArrayList<>();
        add(conditions, filter.client(), "lower(client) like :client");
        add(
                conditions,
                filter.submitter(),
                "(lower(submitter_name) like :submitter or lower(submitter) like :submitter)");
        add(conditions, filter.estimateFrom(), "estimate_amount >= :estimateFrom");
        add(conditions, filter.estimateTo(), "estimate_amount <= :estimateTo");
        add(conditions, filter.deadlineFrom(), "deadline >= :deadlineFrom");
        add(conditions, filter.deadlineTo(), "deadline <= :deadlineTo");
        add(
                conditions,
                filter.waitingSince(),
                "status = '%s' and submitted_at <= :waitingSince".formatted(ExportStatus.READY_TO_EXPORT));
        return conditions;
    }

    private static void add(List<String> conditions, Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    static Map<String, Object> parameters(SearchFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("client", filter.client() == null ? null : containing(ComparableText.key(filter.client())));
        parameters.put(
                "submitter", filter.submitter() == null ? null : containing(ComparableText.key(filter.submitter())));
        parameters.put("estimateFrom", filter.estimateFrom());
        parameters.put("estimateTo", filter.estimateTo());
        parameters.put("deadlineFrom", filter.deadlineFrom());
        parameters.put("deadlineTo", filter.deadlineTo());
        parameters.put("waitingSince", timestamp(filter.waitingSince()));
        return parameters;
    }

    /** A pattern that finds the text anywhere. */
    static String containing(String text) {
        return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
