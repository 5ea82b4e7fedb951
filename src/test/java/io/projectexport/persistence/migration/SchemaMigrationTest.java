package io.projectexport.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.persistence.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaMigrationTest {

    private static final String INDEXES = "select indexname from pg_indexes where tablename = 'project_export'";

    @ParameterizedTest
    @EnumSource
    void engine_that_may_not_touch_the_schema_starts_on_the_migrated_database(TestDatabase kind) {
        DataSource database = kind.empty();

        flyway(database).load().migrate();

        assertThatCode(() -> startEngine(database, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void schema_of_the_engine_is_the_one_that_it_would_create_itself(TestDatabase kind) {
        DataSource migrated = kind.empty();
        DataSource createdByCamunda = kind.empty();

        flyway(migrated).load().migrate();
        startEngine(createdByCamunda, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);

        assertThat(engineColumns(migrated))
                .isEqualTo(engineColumns(createdByCamunda))
                .hasSizeGreaterThan(500);
        assertThat(engineConstraints(migrated)).isEqualTo(engineConstraints(createdByCamunda));
        assertThat(engineIndexes(kind, migrated)).isEqualTo(engineIndexes(kind, createdByCamunda));
    }

    @Test
    void two_nodes_can_start_on_one_empty_database_at_the_same_moment() throws Exception {
        DataSource database = TestDatabase.POSTGRESQL.empty();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            together.await();
            boolean migrated = flyway(database).load().migrate().success;
            startEngine(database, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
            return migrated;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> started : nodes.invokeAll(Collections.nCopies(2, node))) {
                assertThat(started.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(list(database, "select version_ from act_ge_schema_log")).containsExactly("7.24.0");
    }

    @ParameterizedTest
    @EnumSource
    void schema_that_camunda_created_is_refused_and_left_as_it_is(TestDatabase kind) {
        DataSource database = kind.empty();
        startEngine(database, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        List<String> before = engineColumns(database);

        assertThatThrownBy(() -> flyway(database).load().migrate())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("non-empty schema");

        assertThat(engineColumns(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void schema_that_camunda_created_can_be_taken_over_with_a_baseline(TestDatabase kind) {
        DataSource database = kind.empty();
        startEngine(database, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);

        flyway(database).baselineOnMigrate(true).baselineVersion("0").load().migrate();

        assertThat(list(database, "select version_ from act_ge_schema_log")).containsExactly("7.24.0");
        assertThat(list(database, "select id from project_export")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void upgrade_of_the_engines_schema_runs_where_the_version_was_not_reached(TestDatabase kind) {
        DataSource database = kind.empty();
        flyway(database).load().migrate();
        JdbcClient.create(database)
                .sql("update act_ge_schema_log set version_ = '7.23.0'")
                .update();

        flyway(database).javaMigrations(migrations(new V1000__upgrade())).load().migrate();

        assertThat(list(database, "select version_ from act_ge_schema_log order by version_"))
                .containsExactly("7.23.0", "7.24.0");
    }

    @ParameterizedTest
    @EnumSource
    void upgrade_of_the_engines_schema_is_left_out_where_a_later_jar_created_it(TestDatabase kind) {
        DataSource database = kind.empty();

        flyway(database).javaMigrations(migrations(new V1000__upgrade())).load().migrate();

        assertThat(list(database, "select version_ from act_ge_schema_log")).containsExactly("7.24.0");
    }

    @ParameterizedTest
    @EnumSource
    void projects_of_earlier_releases_know_those_that_look_like_them(TestDatabase kind) {
        DataSource database = kind.empty();
        flyway(database).target("28").load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        List.of("Harbour Bridge,Harbour Trust", "HARBOUR  Bridge,harbour trust", "Harbour Bridge,")
                .forEach(row -> jdbc.sql("""
                                insert into project_export (id, status, project_number, project_name, client, submitter,
                                                            round, submitted_at, errors, search_text)
                                values (?, 'SYNCED', 'P-1', ?, ?, 'sam', 1, current_timestamp, '[]', '')
                                """)
                        .params(UUID.randomUUID(), row.split(",", -1)[0], row.endsWith(",") ? null : row.split(",")[1])
                        .update());

        flyway(database).load().migrate();

        assertThat(list(database, "select count(*) from project_export group by look_alike_key order by 1"))
                .containsExactly("1", "2");
    }

    @ParameterizedTest
    @EnumSource
    void projects_of_earlier_releases_are_filtered_by_words_and_their_decisions_know_how_long_they_took(
            TestDatabase kind) {
        DataSource database = kind.empty();
        flyway(database).target("29").load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into project_export (id, status, project_number, project_name, client, submitter,
                                                    round, submitted_at, errors, search_text)
                        values (?, 'SYNCED', 'P-1', 'Pier', 'Müller-Söhne', 'sam', 1, current_timestamp - interval '60' second, '[]', '')
                        """).param(id).update();
        List.of("Submitted,60", "Accepted,40", "Failed to Export,35", "Rejected,30", "Synced,20")
                .forEach(step -> jdbc.sql("""
                                insert into project_history (export_id, happened_at, who, what, round)
                                values (?, (select submitted_at from project_export) + cast(? as integer) * interval '1' second, 'sam', ?, 1)
                                """)
                        .params(id, 60 - Integer.parseInt(step.split(",")[1]), step.split(",")[0])
                        .update());

        flyway(database).load().migrate();

        assertThat(list(database, "select client_search from project_export"))
                .containsExactly("muller-sohne mullersohne");
        assertThat(list(
                        database,
                        "select cast(cast(waited_seconds as integer) as varchar(9)) from project_history order by id"))
                .containsExactly(null, "20", null, "-1", "40");
    }

    @ParameterizedTest
    @EnumSource
    void projects_of_earlier_releases_are_found_by_their_submitters_name(TestDatabase kind) {
        DataSource database = kind.empty();
        flyway(database).target("13").load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into act_id_user (id_, first_, last_) values ('sam', 'Sam', 'Taylor'), ('sue', null, 'Wu')")
                .update();
        List.of("sam", "sue", "gone")
                .forEach(submitter -> jdbc.sql("""
                        insert into project_export (id, status, project_number, project_name, submitter, round,
                                                    submitted_at, errors, search_text)
                        values (:id, 'SYNCED', 'P-1', 'Pier', :submitter, 1, current_timestamp, '[]', concat('p-1 pier ', :submitter))
                        """)
                        .param("id", UUID.randomUUID())
                        .param("submitter", submitter)
                        .update());

        flyway(database).load().migrate();

        assertThat(list(database, "select search_text from project_export order by submitter"))
                .containsExactly("p-1 pier gone p1", "p-1 pier sam sam taylor p1", "p-1 pier sue wu p1");
    }

    @ParameterizedTest
    @EnumSource
    void projects_of_earlier_releases_get_their_submitters_name(TestDatabase kind) {
        DataSource database = kind.empty();
        flyway(database).target("14").load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into act_id_user (id_, first_, last_)
                values ('sam', ' Sam ', 'Taylor '), ('sue', null, 'Wu'), ('system', '', ' '), ('zoe', :longest, :longest)
                """).param("longest", "Ł".repeat(255)).update();
        List.of("sam", "sue", "system", "zoe", "gone").forEach(submitter -> addSynced(jdbc, submitter));

        flyway(database).load().migrate();

        assertThat(list(database, "select submitter_name from project_export order by project_name"))
                .containsExactly(null, "Sam Taylor", "Wu", null, "Ł".repeat(255) + " " + "Ł".repeat(255));
    }

    @ParameterizedTest
    @EnumSource
    void a_node_of_the_release_before_can_go_on_writing(TestDatabase kind) {
        DataSource database = kind.empty();
        flyway(database).load().migrate();

        addSynced(JdbcClient.create(database), "sam");

        assertThat(list(database, "select submitter_name from project_export")).containsExactly((String) null);
    }

    @ParameterizedTest
    @EnumSource
    void numbers_of_earlier_releases_are_compared_strictly_and_what_was_live_twice_stays(TestDatabase kind) {
        DataSource database = kind.empty();
        flyway(database).target("20").load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        List.of("p-1", "P\u20112", "P\u20132", "P-3", "P\u20113", "２０２６\u200E", "Pier \u202Ex")
                .forEach(number -> addLive(jdbc, number));

        flyway(database).load().migrate();

        assertThat(list(database, "select live_number from project_export order by submitted_at"))
                .containsExactly("P-1", "P-2", "P\u20132", "P-3", "P\u20113", "2026", "PIER X");
        assertThat(list(database, "select search_text from project_export order by submitted_at"))
                .containsExactly(
                        "p-1 pier sam p1",
                        "p-2 pier sam p2",
                        "p-2 pier sam p2",
                        "p-3 pier sam p3",
                        "p-3 pier sam p3",
                        "2026 pier sam",
                        "pier x pier sam");
    }

    private static void addLive(JdbcClient jdbc, String number) {
        jdbc.sql("""
                insert into project_export (id, status, project_number, project_name, submitter, round, submitted_at,
                                            errors, live_number, search_text)
                values (:id, 'SYNCED', :number, 'Pier', 'sam', 1, current_timestamp, '[]', :live, :searched)
                """)
                .param("id", UUID.randomUUID())
                .param("number", number)
                .param("live", number.toUpperCase(Locale.ROOT))
                .param("searched", number.toLowerCase(Locale.ROOT))
                .update();
    }

    private static void addSynced(JdbcClient jdbc, String submitter) {
        jdbc.sql("""
                insert into project_export (id, status, project_number, project_name, submitter, round, submitted_at,
                                            errors, search_text)
                values (:id, 'SYNCED', 'P-1', :submitter, :submitter, 1, current_timestamp, '[]', '')
                """)
                .param("id", UUID.randomUUID())
                .param("submitter", submitter)
                .update();
    }

    @Test
    void search_has_its_index_where_the_user_owns_the_database() {
        DataSource database = TestDatabase.POSTGRESQL.empty();

        flyway(database).load().migrate();

        assertThat(list(database, INDEXES)).contains("project_export_by_search", "project_export_by_name");
    }

    @Test
    void search_goes_without_its_index_where_the_user_may_not_create_the_extension() {
        DataSource database = TestDatabase.emptyWithFewRights();

        flyway(database).load().migrate();

        assertThat(list(database, INDEXES))
                .contains("project_export_by_name")
                .doesNotContain("project_export_by_search");
    }

    @Test
    void due_jobs_are_found_without_reading_the_timers_of_all_that_waits() {
        DataSource database = TestDatabase.POSTGRESQL.empty();
        flyway(database).load().migrate();
        JdbcClient client = JdbcClient.create(database);
        client.sql("""
                        insert into act_ru_job (id_, rev_, type_, retries_, suspension_state_, duedate_)
                        select n::text, 1, 'timer', 3, 1, now() + n * interval '1 minute' from generate_series(1, 20000) n
                        """).update();
        client.sql("analyze act_ru_job").update();

        assertThat(
                        list(
                                database,
                                "explain select id_ from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= now())"))
                .noneMatch(step -> step.contains("Seq Scan"));
    }

    /** What the migration for a later engine will look like. */
    private static final class V1000__upgrade extends CamundaMigration {

        V1000__upgrade() {
            super("7.24.0", "upgrade/{db}_engine_7.23_to_7.24.sql");
        }
    }

    private static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure().dataSource(database).javaMigrations(migrations());
    }

    private static JavaMigration[] migrations(JavaMigration... later) {
        return Stream.concat(
                        Stream.of(
                                new V1__camunda_7_24(),
                                new V3__jobs_page(),
                                new V13__wide_indexes(),
                                new V21__comparable_text(),
                                new V27__search_words(),
                                new V29__conversation(),
                                new V31__looks_and_filters(),
                                new V46__audit_log()),
                        Stream.of(later))
                .toArray(JavaMigration[]::new);
    }

    private static void startEngine(DataSource database, String schemaUpdate) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration
                .setDataSource(database)
                .setDatabaseSchemaUpdate(schemaUpdate)
                .setJobExecutorActivate(false)
                .setEnforceHistoryTimeToLive(false);
        configuration.setProcessEngineName("engine-" + System.identityHashCode(configuration));
        configuration.buildProcessEngine().close();
    }

    private static List<String> engineColumns(DataSource database) {
        return list(database, """
                select lower(concat(table_name, '.', column_name, ' ', data_type, ' ', is_nullable, ' ',
                                    character_maximum_length, ' ', numeric_precision))
                from information_schema.columns
                where table_schema = current_schema and lower(table_name) like 'act\\_%'
                order by 1
                """);
    }

    private static List<String> engineConstraints(DataSource database) {
        return list(database, """
                select lower(concat(table_name, ' ', constraint_type))
                from information_schema.table_constraints
                where table_schema = current_schema and lower(table_name) like 'act\\_%'
                  and constraint_name not like '%_not_null'
                order by 1
                """);
    }

    private static List<String> engineIndexes(TestDatabase kind, DataSource database) {
        return list(
                database,
                switch (kind) {
                    case H2 -> """
                        select lower(concat(table_name, ' ', index_name))
                        from information_schema.indexes
                        where table_name like 'ACT\\_%' and index_name like 'ACT%'
                        order by 1
                        """;
                    case POSTGRESQL -> """
                        select indexdef from pg_indexes
                        where schemaname = current_schema and tablename like 'act\\_%' and indexname not like 'engine\\_%'
                        order by 1
                        """;
                });
    }

    private static List<String> list(DataSource database, String sql) {
        return JdbcClient.create(database).sql(sql).query(String.class).list();
    }
}
