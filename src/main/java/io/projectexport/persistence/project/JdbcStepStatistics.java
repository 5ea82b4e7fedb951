package io.projectexport.persistence.project;

import static io.projectexport.persistence.sql.SqlValues.timestamp;

import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.query.Figures;
import io.projectexport.export.query.StepStatistics;
import io.projectexport.persistence.sql.QueryPlans;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link StepStatistics}: counts the steps in {@code project_history}, each figure with one statement. */
@Repository
class JdbcStepStatistics implements StepStatistics {

    private static final String DAY =
            "select cast(:date%1$d as date) as on_day, cast(:from%1$d as timestamp(6) with time zone) as start_at,"
                    + " cast(:to%1$d as timestamp(6) with time zone) as end_at";
    private static final String COUNT = """
            select days.on_day,
                   count(case when step.what = :accepted then 1 end) as accepted,
                   count(case when step.what = :rejected then 1 end) as rejected,
                   count(case when step.what = :failed then 1 end) as failed
            from (%s) days
            left join project_history step on step.happened_at >= days.start_at and step.happened_at < days.end_at
            group by days.on_day order by days.on_day
            """;
    private static final String TIME_TO_SYNCED = """
            select percentile_cont(0.5) within group (order by seconds) as median,
                   percentile_cont(0.95) within group (order by seconds) as percentile_95
            from (
                select waited_seconds as seconds from project_history
                where what = :synced and happened_at >= :since and waited_seconds >= 0
                union all
                select cast(extract(epoch from (step.happened_at - export.submitted_at)) as double precision) as seconds
                from project_history step join project_export export on export.id = step.export_id
                where step.what = :synced and step.happened_at >= :since and step.waited_seconds is null
            ) times
            """;

    private static final String IN_STATUS_SINCE = """
            select export_id, max(happened_at) as since from project_history
            where export_id in (:ids) and what in (:statusChanges)
            group by export_id
            """;

    private static final List<String> STATUS_CHANGES = Arrays.stream(HistoryStep.values())
            .filter(HistoryStep::changesStatus)
            .map(HistoryStep::label)
            .toList();

    private final JdbcClient jdbc;
    private final QueryPlans plans;

    JdbcStepStatistics(JdbcClient jdbc, QueryPlans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    @Override
    public List<Figures.Day> on(List<LocalDate> days, ZoneId zone) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "accepted", HistoryStep.ACCEPTED.label(),
                "rejected", HistoryStep.REJECTED.label(),
                "failed", HistoryStep.FAILED_TO_EXPORT.label()));
        for (int i = 0; i < days.size(); i++) {
            values.put("date" + i, days.get(i));
            values.put("from" + i, timestamp(start(days.get(i), zone)));
            values.put("to" + i, timestamp(start(days.get(i).plusDays(1), zone)));
        }
        String rows =
                IntStream.range(0, days.size()).mapToObj(DAY::formatted).collect(Collectors.joining(" union all "));
        plans.planEachQuery();
        return jdbc.sql(COUNT.formatted(rows))
                .params(values)
                .query((row, number) -> new Figures.Day(
                        row.getObject("on_day", LocalDate.class),
                        row.getLong("accepted"),
                        row.getLong("rejected"),
                        row.getLong("failed")))
                .list();
    }

    @Override
    public Figures.TimeToSynced timeToSynced(Instant since) {
        return jdbc.sql(TIME_TO_SYNCED)
                .param("synced", HistoryStep.SYNCED.label())
                .param("since", timestamp(since))
                .query((row, number) -> new Figures.TimeToSynced(seconds(row, "median"), seconds(row, "percentile_95")))
                .single();
    }

    @Override
    public Map<UUID, Instant> inStatusSince(Collection<UUID> exportIds) {
        Map<UUID, Instant> since = new HashMap<>();
        if (!exportIds.isEmpty()) {
            jdbc.sql(IN_STATUS_SINCE)
                    .param("ids", exportIds)
                    .param("statusChanges", STATUS_CHANGES)
                    .query(row -> {
                        since.put(row.getObject("export_id", UUID.class), SqlValues.instant(row, "since"));
                    });
        }
        return since;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
