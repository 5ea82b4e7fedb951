package io.projectexport.persistence.migration;

import io.projectexport.export.text.ComparableText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Keeps the mails about questions and answers until they are sent, and what projects have in common that look alike, which SQL cannot
 * compute.
 */
@Component
class V29__conversation extends BaseJavaMigration {

    private static final List<String> SCHEMA = List.of(
            """
            create table remark_mail (
                notice_id  varchar(500)                not null primary key,
                export_id  uuid                        not null,
                kind       varchar(20)                 not null,
                written_by varchar(255)                not null,
                remark     text                        not null,
                recipient  varchar(1000)               not null,
                tries      integer                     not null,
                -- whoever sends it moves this on, so that it is tried again when the node dies meanwhile
                due_at     timestamp(6) with time zone not null
            )
            """,
            "create index remark_mail_by_time on remark_mail (due_at)",
            // null without a client
            "alter table project_export add column look_alike_key varchar(64)");

    private static final String INDEX =
            "create index project_export_by_look_alike_key on project_export (look_alike_key)";
    private static final String NEXT =
            "select id, project_name, client from project_export where id > ? order by id limit 1000";

    @Override
    public void migrate(Context context) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        SCHEMA.forEach(jdbc::execute);
        UUID last = new UUID(0, 0);
        while (last != null) {
            last = migrateAfter(last, jdbc);
        }
        jdbc.execute(INDEX);
    }

    /** The last id of these; null when there is none. */
    private static UUID migrateAfter(UUID first, JdbcTemplate jdbc) {
        List<UUID> ids = new ArrayList<>();
        List<Object[]> changes = new ArrayList<>();
        jdbc.query(
                NEXT,
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    ids.add(id);
                    String client = row.getString("client");
                    if (client != null) {
                        changes.add(new Object[] {ComparableText.digest(row.getString("project_name"), client), id});
                    }
                },
                first);
        jdbc.batchUpdate("update project_export set look_alike_key = ? where id = ?", changes);
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }
}
