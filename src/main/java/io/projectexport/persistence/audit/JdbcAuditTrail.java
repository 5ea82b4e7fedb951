package io.projectexport.persistence.audit;

import io.projectexport.export.audit.Actor;
import io.projectexport.export.audit.AuditEntry;
import io.projectexport.export.audit.AuditFilter;
import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditLine;
import io.projectexport.export.audit.AuditPosition;
import io.projectexport.export.audit.AuditTrail;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.persistence.sql.QueryPlans;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adapter of the port {@link AuditTrail}, in one statement: the newest lines of {@code audit_entry} and the newest steps of {@code
 * project_history}, of which the newest are the page.
 */
@Repository
@Transactional(readOnly = true)
class JdbcAuditTrail implements AuditTrail {

    /** Each part stops at the size of a page, before projects are looked up for what is left. */
    private static final String PAGE = """
            select line.*, project_number, project_name from (
                select * from (
                    select 1 as source, id, happened_at, who, address, kind, what, subject, before_value, after_value, times,
                           cast(null as uuid) as export_id
                    from audit_entry %s order by happened_at desc, id desc limit :size) own
                union all
                select * from (
                    select 0 as source, id, happened_at, who, cast(null as varchar(255)) as address, %s as kind,
                           what, cast(null as varchar(255)) as subject, cast(null as text) as before_value,
                           coalesce(comment, error) as after_value, cast(1 as bigint) as times, export_id
                    from project_history %s order by happened_at desc, id desc limit :size) steps
                order by happened_at desc, source desc, id desc limit :size) line
            left join project_export on project_export.id = line.export_id
            order by happened_at desc, source desc, line.id desc
            """;

    private static final String KIND = kind();

    private final JdbcClient jdbc;
    private final QueryPlans plans;

    JdbcAuditTrail(JdbcClient jdbc, QueryPlans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    @Override
    public List<AuditLine> read(AuditFilter filter, Optional<AuditPosition> after, int size) {
        plans.planEachQuery();
        AuditConditions conditions = new AuditConditions(filter, after);
        return jdbc.sql(PAGE.formatted(conditions.ofOwn(), KIND, conditions.ofSteps()))
                .params(conditions.parameters())
                .param("size", size)
                .query(JdbcAuditTrail::line)
                .list();
    }

    private static String kind() {
        Map<HistoryStep, AuditKind> others = AuditConditions.KINDS;
        return others.keySet().stream()
                .sorted()
                .map(step -> "when '%s' then '%s'"
                        .formatted(step.label(), others.get(step).name()))
                .collect(Collectors.joining(" ", "case what ", " else '%s' end".formatted(AuditKind.PROJECT.name())));
    }

    private static AuditLine line(ResultSet row, int number) throws SQLException {
        Instant at = SqlValues.instant(row, "happened_at");
        UUID exportId = row.getObject("export_id", UUID.class);
        String subject = exportId == null
                ? row.getString("subject")
                : "%s %s".formatted(row.getString("project_number"), row.getString("project_name"));
        return new AuditLine(
                new AuditPosition(at, row.getInt("source"), row.getLong("id")),
                new AuditEntry(
                        at,
                        new Actor(row.getString("who"), row.getString("address")),
                        new AuditedChange(
                                AuditKind.valueOf(row.getString("kind")),
                                row.getString("what"),
                                subject,
                                row.getString("before_value"),
                                row.getString("after_value")),
                        row.getLong("times")),
                exportId);
    }
}
