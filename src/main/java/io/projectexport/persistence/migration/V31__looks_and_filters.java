package io.projectexport.persistence.migration;

import io.projectexport.export.text.SearchText;
import io.projectexport.persistence.sql.PostgreSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Keeps who has which project open; what clients and submitters are found by, each alone, as {@link SearchText} writes it, which SQL
 * cannot compute; and with each decision how long it was waited for.
 */
@Component
class V31__looks_and_filters extends BaseJavaMigration {

    private static final List<String> SCHEMA = List.of(
            // a row that is not refreshed for a minute counts for nothing, and goes when somebody opens another
            // project; without a
            // foreign key, because whoever looks must not wait for whoever decides, who holds the row of project_export
            """
            create table project_view (
                export_id uuid                        not null,
                user_id   varchar(255)                not null,
                opened_at timestamp(6) with time zone not null,
                seen_at   timestamp(6) with time zone not null,
                primary key (export_id, user_id)
            )
            """,
            // null without a client, and where a node of an earlier release wrote the row
            "alter table project_export add column client_search varchar(850)",
            "alter table project_export add column submitter_search varchar(850)",
            // of accepted, rejected and synced ones, from the submission of their round; -1 where nobody waited for it,
            // and null for what is
            // older than any figure, and where a node of an earlier release wrote the row
            "alter table project_history add column waited_seconds double precision",
            """
            update project_history set waited_seconds = case
                when exists (select 1 from project_history earlier
                    where earlier.export_id = project_history.export_id and earlier.round = project_history.round
                        and earlier.what = 'Accepted' and earlier.id < project_history.id) then -1
                else coalesce(cast(extract(epoch from (happened_at - (
                    select max(submission.happened_at) from project_history submission
                    where submission.export_id = project_history.export_id and submission.round = project_history.round
                        and submission.what in ('Submitted', 'Resubmitted')))) as double precision), -1) end
            where what in ('Accepted', 'Rejected') and happened_at >= current_timestamp - interval '120' day
            """,
            """
            update project_history set waited_seconds = coalesce(cast(extract(epoch from (happened_at
                - (select submitted_at from project_export where id = project_history.export_id))) as double precision), -1)
            where what = 'Synced' and happened_at >= current_timestamp - interval '120' day
            """);

    /** Figures are read from indexes alone, for which H2 has no words. */
    private static final List<String> POSTGRESQL = List.of(
            "drop index project_history_by_time",
            "create index project_history_by_time on project_history (happened_at) include (what, who, round, waited_seconds)",
            "create index project_history_rejections on project_history (happened_at) where what = 'Rejected'",
            "create index project_history_not_measured on project_history (happened_at)"
                    + " where waited_seconds is null and what in ('Accepted', 'Rejected', 'Synced')",
            "alter table project_history set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)");

    private static final String NEXT =
            "select id, client, submitter, submitter_name from project_export where id > ? order by id limit 1000";
    private static final int MAX_SEARCHED = 850;

    @Override
    public void migrate(Context context) throws SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        SCHEMA.forEach(jdbc::execute);
        UUID last = new UUID(0, 0);
        while (last != null) {
            last = migrateAfter(last, jdbc);
        }
        if (PostgreSql.is(context.getConnection())) {
            POSTGRESQL.forEach(jdbc::execute);
        }
    }

    /** The last id of these; null when there is none. */
    private static UUID migrateAfter(UUID first, JdbcTemplate jdbc) {
        List<Object[]> changes = new ArrayList<>();
        jdbc.query(
                NEXT,
                row -> {
                    changes.add(new Object[] {
                        searched(row.getString("client")),
                        searched(row.getString("submitter"), row.getString("submitter_name")),
                        row.getObject("id", UUID.class)
                    });
                },
                first);
        jdbc.batchUpdate("update project_export set client_search = ?, submitter_search = ? where id = ?", changes);
        return changes.isEmpty() ? null : (UUID) changes.get(changes.size() - 1)[2];
    }

    private static String searched(String... texts) {
        String text = SearchText.of(Stream.of(texts).filter(Objects::nonNull));
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), MAX_SEARCHED));
    }
}
