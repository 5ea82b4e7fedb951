package io.projectexport.persistence.migration;

import io.projectexport.export.text.SearchText;
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
 * Keeps who has which project open, and what clients and submitters are found by, each alone, as {@link SearchText} writes it, which SQL
 * cannot compute.
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
            "alter table project_export add column submitter_search varchar(850)");

    private static final String NEXT =
            "select id, client, submitter, submitter_name from project_export where id > ? order by id limit 1000";
    private static final int MAX_SEARCHED = 850;

    @Override
    public void migrate(Context context) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        SCHEMA.forEach(jdbc::execute);
        UUID last = new UUID(0, 0);
        while (last != null) {
            last = migrateAfter(last, jdbc);
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
