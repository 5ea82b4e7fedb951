package io.projectexport.persistence.audit;

import io.projectexport.export.audit.AuditFilter;
import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditPosition;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.text.SearchText;
import io.projectexport.persistence.sql.SqlValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conditions of a page of the audit log in SQL, with their parameters, for its own lines and for the steps of projects. */
final class AuditConditions {

    /** The steps that are about something else than the project itself. */
    static final Map<HistoryStep, AuditKind> KINDS =
            Map.of(HistoryStep.MOVED, AuditKind.MODEL, HistoryStep.PUT_BACK, AuditKind.RECOVERY);

    private static final int OWN = 1;
    private static final int STEPS = 0;

    private final AuditFilter filter;
    private final Optional<AuditPosition> after;
    private final Map<String, Object> parameters = new HashMap<>();

    AuditConditions(AuditFilter filter, Optional<AuditPosition> after) {
        this.filter = filter;
        this.after = after;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Of the log's own lines. */
    String ofOwn() {
        List<String> conditions = shared(OWN);
        if (filter.kind() != null) {
            conditions.add("kind = '%s'".formatted(filter.kind().name()));
        }
        for (int i = 0; i < filter.words().size(); i++) {
            conditions.add("search_text like " + word(i));
        }
        return where(conditions);
    }

    /** Of steps of projects; their words are the step's name and what finds the project on the Jobs page. */
    String ofSteps() {
        List<String> conditions = shared(STEPS);
        if (filter.kind() != null) {
            conditions.add(steps(filter.kind()));
        }
        for (int i = 0; i < filter.words().size(); i++) {
            conditions.add(
                    "(%s%s)".formatted(found(i), stepsNamed(filter.words().get(i))));
        }
        return where(conditions);
    }

    private List<String> shared(int source) {
        List<String> conditions = new ArrayList<>();
        if (filter.userId() != null) {
            conditions.add("who = " + parameter("who", SqlValues.text(filter.userId())));
        }
        if (filter.from() != null) {
            conditions.add("happened_at >= " + parameter("from", SqlValues.timestamp(filter.from())));
        }
        if (filter.until() != null) {
            conditions.add("happened_at < " + parameter("until", SqlValues.timestamp(filter.until())));
        }
        after.ifPresent(last -> conditions.add(behind(last, source)));
        return conditions;
    }

    /** Later in the list, which is earlier in time; what happened at the same moment goes by source and id. */
    private String behind(AuditPosition last, int source) {
        String at = parameter("lastAt", SqlValues.timestamp(last.at()));
        if (source > last.source()) {
            return "happened_at < " + at;
        }
        return source < last.source()
                ? "happened_at <= " + at
                : "happened_at <= %1$s and (happened_at < %1$s or id < %2$s)"
                        .formatted(at, parameter("lastId", last.id()));
    }

    /** As words of the statement, because PostgreSQL then sees that an index of few rows has them all. */
    private static String steps(AuditKind kind) {
        String labels = kind == AuditKind.PROJECT
                ? labels(Stream.of(HistoryStep.values()).filter(step -> !KINDS.containsKey(step)))
                : labels(KINDS.keySet().stream().filter(step -> KINDS.get(step) == kind));
        return labels.isEmpty() ? "false" : "what in (%s)".formatted(labels);
    }

    private String found(int i) {
        return "export_id in (select id from project_export where search_text like %s)".formatted(word(i));
    }

    private static String stepsNamed(String word) {
        String labels = labels(Arrays.stream(HistoryStep.values())
                .filter(step -> SearchText.of(Stream.of(step.label())).contains(word)));
        return labels.isEmpty() ? "" : " or what in (%s)".formatted(labels);
    }

    private static String labels(Stream<HistoryStep> steps) {
        return steps.map(step -> "'%s'".formatted(step.label())).sorted().collect(Collectors.joining(", "));
    }

    private String word(int i) {
        return parameter("word" + i, SqlValues.contains(filter.words().get(i)));
    }

    private String parameter(String name, Object value) {
        parameters.put(name, value);
        return ":" + name;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }
}
