package io.projectexport.persistence.monitoring;

import io.projectexport.export.monitoring.Backlog;
import io.projectexport.export.monitoring.Backlogs;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link Backlogs}: each figure is a row of one statement. */
@Repository
class JdbcBacklogs implements Backlogs {

    /** Mails that were given up longer ago are history. */
    private static final Duration UNDELIVERED_FOR = Duration.ofDays(14);

    /** Steps with which an export begins; others, as an answer, can be made while it runs. */
    private static final List<String> BEGUN = List.of(HistoryStep.ACCEPTED.label(), HistoryStep.RETRIED.label());

    // the engine stores its times without a zone, in that of the JVM, which the session has, too
    private static final String READ = """
            select status as figure, cast(count(*) as double precision) as amount from project_export group by status
            union all
            select 'oldest waiting', extract(epoch from {now} - min(submitted_at)) from project_export where status = 'READY_TO_EXPORT'
            union all
            select 'oldest exporting', extract(epoch from {now} - min(latest.at)) from (
                select max(step.happened_at) as at
                from project_export export join project_history step on step.export_id = export.id
                where export.status = 'EXPORTING' and step.what in (:begun)
                group by export.id
            ) latest
            union all
            select 'exports queued', count(*) from xero_place
            union all
            select 'mails waiting', count(*) from mail_outbox
            union all
            select 'mails undelivered', count(*) from undelivered_mail where given_up and failed_at > :undeliveredSince
            union all
            select 'summaries today', count(*) from summary_claim where summary_day = :today
            union all
            select 'jobs overdue', count(*) from act_ru_job
            where retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, create_time_) < localtimestamp - interval '1' minute
              and (lock_exp_time_ is null or lock_exp_time_ < localtimestamp)
            union all
            select 'jobs failed', count(*) from act_ru_job where retries_ = 0
            union all
            select 'incidents', count(*) from act_ru_incident
            """;

    private final JdbcClient jdbc;
    private final DatabaseTime time;
    private final Clock clock;

    JdbcBacklogs(JdbcClient jdbc, DatabaseTime time, Clock clock) {
        this.jdbc = jdbc;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Backlog read() {
        Map<String, Double> figures = new HashMap<>();
        jdbc.sql(time.in(READ))
                .param("undeliveredSince", SqlValues.timestamp(clock.instant().minus(UNDELIVERED_FOR)))
                .param("begun", BEGUN)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    figures.put(row.getString("figure"), row.getDouble("amount"));
                });
        return new Backlog(
                projects(figures),
                age(figures, "oldest waiting"),
                age(figures, "oldest exporting"),
                count(figures, "exports queued"),
                count(figures, "mails waiting"),
                count(figures, "mails undelivered"),
                count(figures, "summaries today"),
                count(figures, "jobs overdue"),
                count(figures, "jobs failed"),
                count(figures, "incidents"));
    }

    private static Map<ExportStatus, Long> projects(Map<String, Double> figures) {
        Map<ExportStatus, Long> projects = new EnumMap<>(ExportStatus.class);
        Stream.of(ExportStatus.values()).forEach(status -> projects.put(status, count(figures, status.name())));
        return projects;
    }

    private static long count(Map<String, Double> figures, String figure) {
        return figures.getOrDefault(figure, 0.0).longValue();
    }

    /** Never negative, as clocks could have it. */
    private static Duration age(Map<String, Double> figures, String figure) {
        return Duration.ofSeconds(Math.max(0, count(figures, figure)));
    }
}
