package io.projectexport.persistence.migration;

import io.projectexport.persistence.sql.PostgreSql;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Keeps who did what to the installation, for good as the histories of projects, and the settings of the last start. */
@Component
class V46__audit_log extends BaseJavaMigration {

    private static final List<String> SCHEMA = List.of(
            """
            create table audit_entry (
                id           bigint generated always as identity primary key,
                happened_at  timestamp(6) with time zone not null,
                kind         varchar(30)                 not null,
                who          varchar(255)                not null,
                address      varchar(255),
                what         varchar(255)                not null,
                subject      varchar(255),
                before_value text,
                after_value  text,
                times        bigint                      not null,
                search_text  varchar(2000)               not null
            )
            """,
            "create index audit_entry_by_time on audit_entry (happened_at, id)",
            "create index audit_entry_by_kind on audit_entry (kind, happened_at, id)",
            "create index audit_entry_by_person on audit_entry (who, happened_at, id)",
            "create index project_history_by_person on project_history (who, happened_at, id)",
            // one row, whose lock keeps nodes apart that start together
            "create table application_start (id integer not null primary key, number bigint not null)",
            "insert into application_start (id, number) values (1, 0)",
            "create table start_setting (name varchar(255) not null primary key, setting text not null)");

    /** What H2 has no words for, with which people only try the tool out. */
    private static final List<String> POSTGRESQL = List.of(
            // few among many, which the audit log shows with other acts of administrators
            "create index project_history_administered on project_history (happened_at, id)"
                    + " where what in ('Moved to another version', 'Put back')",
            // without the extension, which V3 asks for, only the search among very many lines is slower
            """
            do $$
            begin
                create index audit_entry_by_search on audit_entry using gin (search_text gin_trgm_ops);
            exception
                when undefined_object then
                    raise warning 'No index for searching the audit log, because pg_trgm is not there: %', sqlerrm;
            end
            $$
            """);

    @Override
    public void migrate(Context context) throws SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        SCHEMA.forEach(jdbc::execute);
        if (PostgreSql.is(context.getConnection())) {
            POSTGRESQL.forEach(jdbc::execute);
        }
    }
}
