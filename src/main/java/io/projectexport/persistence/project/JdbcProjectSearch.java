package io.projectexport.persistence.project;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectQuery.Sort;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.export.query.ProjectSearch;
import io.projectexport.export.text.SearchText;
import io.projectexport.persistence.sql.QueryPlans;
import io.projectexport.persistence.sql.SqlValues;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link ProjectSearch}: pages of project exports, each with two statements, one for the rows, one for the counts. */
@Repository
@Transactional(readOnly = true)
public class JdbcProjectSearch implements ProjectSearch {

    /** Skips the rows before the page in an index, before any whole row is read. */
    private static final String PAGE =
            "select project_export.* from (select id as page_id from project_export%s limit :size offset :offset) page"
                    + " join project_export on id = page_id%s";

    private static final String LOOK_ALIKES = """
            select * from project_export where look_alike_key = :key and id <> :id and status <> :withdrawn
            order by case when status = :synced then 0 else 1 end, submitted_at, id limit :limit
            """;

    private static final String EVERYTHING = " where true";
    private static final String COUNT = "select status, count(*) as matches from project_export%s group by status";

    /** Without the comparisons of a grouping, which cost more than the rows of an index themselves. */
    private static final String COUNT_EACH = Stream.of(ExportStatus.values())
            .map("select '%1$s' as status, count(*) as matches from project_export where status = '%1$s'"::formatted)
            .collect(Collectors.joining(" union all "));

    /** Counting further would tell nobody more. */
    private static final long MOST_COUNTED = 10_000;

    private static final String PLACE = """
            select (select count(*) from project_export%1$s and id = :id) as matches, %2$s as ahead,
                (select count(*) from (select 1 as one from project_export%1$s limit :most) everything) as total,
                %3$s as previous, %4$s as next
            """;

    private final JdbcClient jdbc;
    private final QueryPlans plans;

    public JdbcProjectSearch(JdbcClient jdbc, QueryPlans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    @Override
    public ProjectResultPage search(ProjectQuery query) {
        plans.planEachQuery();
        Map<ExportStatus, Long> counts = counts(query);
        long total = query.status() == null
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.get(query.status());
        return new ProjectResultPage(offset(query) < total ? items(query) : List.of(), counts, total);
    }

    @Override
    public List<UUID> ids(ProjectQuery query) {
        plans.planEachQuery();
        return jdbc.sql("select id from project_export" + whereInStatus(query) + orderBy(query))
                .params(parameters(query))
                .query(UUID.class)
                .list();
    }

    @Override
    public Place place(UUID exportId, ProjectQuery query) {
        plans.planEachQuery();
        String where = whereInStatus(query);
        PlaceInOrder order = order(exportId, query);
        return jdbc.sql(PLACE.formatted(where, order.ahead(where), order.previous(where), order.next(where)))
                .params(parameters(query))
                .param("id", exportId)
                .param("value", order.value())
                .param("most", MOST_COUNTED + 1)
                .query((row, number) -> new Place(
                        row.getLong("matches") > 0,
                        counted(row.getLong("ahead")),
                        counted(row.getLong("total")),
                        row.getObject("previous", UUID.class),
                        row.getObject("next", UUID.class)))
                .single();
    }

    private PlaceInOrder order(UUID exportId, ProjectQuery query) {
        String column = column(query.sort());
        List<Object> value = jdbc.sql("select %s as in_order from project_export where id = ?".formatted(column))
                .param(exportId)
                .query((row, number) -> row.getObject("in_order"))
                .list();
        return new PlaceInOrder(
                column, query.descending(), !nullsLast(query.sort()).isEmpty(), value.isEmpty() ? null : value.get(0));
    }

    private static Long counted(long count) {
        return count > MOST_COUNTED ? null : count;
    }

    @Override
    public List<ProjectExport> withIds(List<UUID> exportIds) {
        if (exportIds.isEmpty()) {
            return List.of();
        }
        Map<UUID, ProjectExport> found = jdbc
                .sql("select * from project_export where id in (:ids)")
                .param("ids", exportIds)
                .query(new ProjectExportRowMapper())
                .stream()
                .collect(Collectors.toMap(ProjectExport::id, Function.identity()));
        return exportIds.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<ProjectExport> lookAlikes(ProjectExport export, int limit) {
        return jdbc.sql(LOOK_ALIKES)
                .param("key", export.project().lookAlikeKey())
                .param("id", export.id())
                .param("withdrawn", ExportStatus.WITHDRAWN.name())
                .param("synced", ExportStatus.SYNCED.name())
                .param("limit", limit)
                .query(new ProjectExportRowMapper())
                .list();
    }

    @Override
    public List<UUID> failedFor(ExportFailure.Reason reason) {
        return jdbc.sql("select id from project_export where status = ? and failed_for = ? order by decided_at, id")
                .params(ExportStatus.FAILED_TO_EXPORT.name(), reason.name())
                .query(UUID.class)
                .list();
    }

    private List<ProjectExport> items(ProjectQuery query) {
        return jdbc.sql(PAGE.formatted(whereInStatus(query) + orderBy(query), orderBy(query)))
                .params(parameters(query))
                .query(new ProjectExportRowMapper())
                .list();
    }

    private Map<ExportStatus, Long> counts(ProjectQuery query) {
        Map<ExportStatus, Long> counts = new EnumMap<>(ExportStatus.class);
        Stream.of(ExportStatus.values()).forEach(status -> counts.put(status, 0L));
        jdbc.sql(where(query).equals(EVERYTHING) ? COUNT_EACH : COUNT.formatted(where(query)))
                .params(parameters(query))
                .query(row -> {
                    counts.put(ExportStatus.valueOf(row.getString("status")), row.getLong("matches"));
                });
        return counts;
    }

    private static String whereInStatus(ProjectQuery query) {
        return query.status() == null ? where(query) : where(query) + " and status = :status";
    }

    private static String where(ProjectQuery query) {
        StringBuilder where = new StringBuilder(EVERYTHING);
        for (int i = 0; i < words(query).size(); i++) {
            where.append(" and search_text like :word").append(i);
        }
        if (query.owner() != null) {
            where.append(" and (submitter = :owner or creator = :owner)");
        }
        SearchFilterColumns.conditions(query.filter())
                .forEach(condition -> where.append(" and ").append(condition));
        return where.toString();
    }

    private static Map<String, Object> parameters(ProjectQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("status", query.status() == null ? null : query.status().name());
        List<String> words = words(query);
        for (int i = 0; i < words.size(); i++) {
            parameters.put("word" + i, SqlValues.contains(words.get(i)));
        }
        parameters.put("owner", query.owner());
        parameters.put("size", query.size());
        parameters.put("offset", offset(query));
        parameters.putAll(SearchFilterColumns.parameters(query.filter()));
        return parameters;
    }

    private static List<String> words(ProjectQuery query) {
        return query.search() == null
                ? List.of()
                : SearchText.words(query.search()).stream()
                        .limit(SearchFilterColumns.MOST_WORDS)
                        .toList();
    }

    private static long offset(ProjectQuery query) {
        return (long) query.page() * query.size();
    }

    private static String orderBy(ProjectQuery query) {
        String direction = query.descending() ? " desc" : " asc";
        return " order by " + column(query.sort()) + direction + nullsLast(query.sort()) + ", id" + direction;
    }

    private static String column(Sort sort) {
        return switch (sort) {
            case SUBMITTED_AT -> "submitted_at";
            case PROJECT_NUMBER -> "project_number";
            case PROJECT_NAME -> "lower(project_name)";
            case CLIENT -> "lower(client)";
            case SUBMITTER -> "submitter";
            case ESTIMATE_AMOUNT -> "estimate_amount";
            case DEADLINE -> "deadline";
        };
    }

    /** Only where there are nulls: PostgreSQL would not use an index for it. */
    private static String nullsLast(Sort sort) {
        return switch (sort) {
            case CLIENT, ESTIMATE_AMOUNT, DEADLINE -> " nulls last";
            case SUBMITTED_AT, PROJECT_NUMBER, PROJECT_NAME, SUBMITTER -> "";
        };
    }
}
