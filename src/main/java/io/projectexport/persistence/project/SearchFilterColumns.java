package io.projectexport.persistence.project;

import static io.projectexport.persistence.sql.SqlValues.timestamp;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.SearchFilter;
import io.projectexport.export.text.SearchText;
import io.projectexport.persistence.sql.SqlValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a filter in SQL, and their parameters; what is not asked for is no condition. */
final class SearchFilterColumns {

    /** More say nothing new, and each costs time. */
    static final int MOST_WORDS = 10;

    private SearchFilterColumns() {}

    static List<String> conditions(SearchFilter filter) {
        List<String> conditions = new ArrayList<>();
        words(conditions, filter.client(), "coalesce(client_search, lower(client)) like :client");
        words(
                conditions,
                filter.submitter(),
                "coalesce(submitter_search, lower(concat(submitter, ' ', submitter_name))) like :submitter");
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

    /** Each word has to be found, as in a search. */
    private static void words(List<String> conditions, String text, String condition) {
        for (int i = 0; i < words(text).size(); i++) {
            conditions.add(condition + i);
        }
    }

    private static List<String> words(String text) {
        return text == null
                ? List.of()
                : SearchText.words(text).stream().limit(MOST_WORDS).toList();
    }

    static Map<String, Object> parameters(SearchFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "client", words(filter.client()));
        put(parameters, "submitter", words(filter.submitter()));
        parameters.put("estimateFrom", filter.estimateFrom());
        parameters.put("estimateTo", filter.estimateTo());
        parameters.put("deadlineFrom", filter.deadlineFrom());
        parameters.put("deadlineTo", filter.deadlineTo());
        parameters.put("waitingSince", timestamp(filter.waitingSince()));
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            parameters.put(name + i, SqlValues.contains(words.get(i)));
        }
    }
}
