package io.projectexport.process.recovery;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.recovery.StrandedProjects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link StrandedProjects}: what is in our tables and not in the engine's. */
@Repository
class EngineStrandedProjects implements StrandedProjects {

    /** What somebody is changing at this moment is no trouble yet. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** Probes and meters come every few seconds. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private static final int FIRST = 10;

    private static final String FOUND = """
            from (
                select export.id, export.project_number, export.project_name, export.status,
                       (select max(step.happened_at) from project_history step where step.export_id = export.id) as since
                from project_export export
                where export.status in (:living)
                  and not exists (select 1 from act_ru_execution instance where instance.id_ = cast(export.id as varchar(64)))
            ) stranded
            where stranded.since < :before
            """;

    private static final List<String> LIVING = Arrays.stream(ExportStatus.values())
            .filter(status -> !status.isFinal())
            .map(ExportStatus::name)
            .toList();

    private record Known(long count, List<Stranded> first, Instant at) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private volatile Known last = new Known(0, List.of(), Instant.MIN);

    EngineStrandedProjects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long count() {
        return known().count();
    }

    @Override
    public List<Stranded> first() {
        return known().first();
    }

    private Known known() {
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(KNOWN_FOR))) {
            long count = found("select count(*) ").query(Long.class).single();
            last = new Known(count, count == 0 ? List.of() : list(FIRST), now);
        }
        return last;
    }

    @Override
    public List<Stranded> list(int limit) {
        return found("select id, project_number, project_name, status, since ", " order by since, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Stranded(
                        row.getObject("id", UUID.class),
                        row.getString("project_number"),
                        row.getString("project_name"),
                        ExportStatus.valueOf(row.getString("status")),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private StatementSpec found(String select) {
        return found(select, "");
    }

    private StatementSpec found(String select, String order) {
        return jdbc.sql(select + FOUND + order)
                .param("living", LIVING)
                .param("before", clock.instant().minus(GRACE).atOffset(ZoneOffset.UTC));
    }
}
