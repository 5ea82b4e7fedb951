package io.projectexport.persistence.project;

import static io.projectexport.persistence.sql.SqlValues.timestamp;

import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.query.ReviewFigures.Approver;
import io.projectexport.export.query.ReviewFigures.Reason;
import io.projectexport.export.query.ReviewFigures.Reviews;
import io.projectexport.export.query.ReviewFigures.Week;
import io.projectexport.export.query.ReviewStatistics;
import io.projectexport.persistence.sql.QueryPlans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link ReviewStatistics}: counts the decisions in {@code project_history}, each figure with one statement. */
@Repository
class JdbcReviewStatistics implements ReviewStatistics {

    /**
     * The first decision of each round, and how long it was waited for. It is kept with the step, and found out for those that a node of an
     * earlier release wrote.
     */
    private static final String REVIEWS = """
            select who, what, round, waited_seconds as seconds from project_history
            where what in (:accepted, :rejected) and happened_at >= %1$s and happened_at < %2$s and waited_seconds >= 0
            union all
            select decision.who, decision.what, decision.round,
                   cast(extract(epoch from (decision.happened_at - submission.happened_at)) as double precision) as seconds
            from project_history decision join project_history submission
                on submission.export_id = decision.export_id and submission.round = decision.round
                    and submission.what in (:submissions)
            where decision.what in (:accepted, :rejected) and decision.happened_at >= %1$s and decision.happened_at < %2$s
                and decision.waited_seconds is null
                and not exists (select 1 from project_history earlier
                    where earlier.export_id = decision.export_id and earlier.round = decision.round
                        and earlier.what = :accepted and earlier.id < decision.id)
            """;

    private static final String COUNTS = """
            count(case when review.what = :accepted then 1 end) as accepted,
            count(case when review.what = :rejected then 1 end) as rejected,
            count(case when review.round = 1 then 1 end) as decided_at_first,
            count(case when review.round = 1 and review.what = :accepted then 1 end) as accepted_at_first,
            percentile_cont(0.5) within group (order by review.seconds) as median,
            avg(review.seconds) as mean
            """;

    private static final String BY_APPROVER = "select review.who, " + COUNTS + " from ("
            + REVIEWS.formatted(":since", ":until") + ") review group by review.who order by count(*) desc, review.who";

    /** However long a comment is, its beginning tells it from others. */
    private static final String REASONS = """
            select min(comment) as comment, count(*) as rejections
            from (
                select trim(cast(comment as varchar(300))) as comment from project_history
                where what = :rejected and happened_at >= :since and comment is not null
            ) rejection
            group by lower(comment) order by count(*) desc, min(comment) limit :limit
            """;

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final QueryPlans plans;

    JdbcReviewStatistics(JdbcClient jdbc, QueryPlans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    @Override
    public List<Week> inWeeks(List<LocalDate> mondays, ZoneId zone) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < mondays.size(); i++) {
            values.put("monday" + i, mondays.get(i));
            values.put("from" + i, timestamp(start(mondays.get(i), zone)));
            values.put("to" + i, timestamp(start(mondays.get(i).plusWeeks(1), zone)));
        }
        String rows = IntStream.range(0, mondays.size())
                .mapToObj(JdbcReviewStatistics::week)
                .collect(Collectors.joining(" union all "));
        plans.planEachQuery();
        return reviews(rows + " order by monday")
                .params(values)
                .query((row, number) -> new Week(row.getObject("monday", LocalDate.class), counts(row)))
                .list();
    }

    /** Each from its own part of an index; a week without reviews is a row, too. */
    private static String week(int number) {
        return "select cast(:monday%1$d as date) as monday, ".formatted(number) + COUNTS + " from ("
                + REVIEWS.formatted(":from" + number, ":to" + number) + ") review";
    }

    @Override
    public List<Approver> byApprover(Instant since) {
        plans.planEachQuery();
        return reviews(BY_APPROVER)
                .param("since", timestamp(since))
                .param("until", timestamp(NEVER))
                .query((row, number) -> new Approver(row.getString("who"), counts(row)))
                .list();
    }

    @Override
    public List<Reason> reasons(Instant since, int limit) {
        return jdbc.sql(REASONS)
                .param("rejected", HistoryStep.REJECTED.label())
                .param("since", timestamp(since))
                .param("limit", limit)
                .query((row, number) -> new Reason(row.getString("comment"), row.getLong("rejections")))
                .list();
    }

    private JdbcClient.StatementSpec reviews(String statement) {
        return jdbc.sql(statement)
                .param("accepted", HistoryStep.ACCEPTED.label())
                .param("rejected", HistoryStep.REJECTED.label())
                .param("submissions", List.of(HistoryStep.SUBMITTED.label(), HistoryStep.RESUBMITTED.label()));
    }

    private static Reviews counts(ResultSet row) throws SQLException {
        return new Reviews(
                row.getLong("accepted"),
                row.getLong("rejected"),
                row.getLong("decided_at_first"),
                row.getLong("accepted_at_first"),
                seconds(row, "median"),
                seconds(row, "mean"));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
