package io.projectexport.persistence.project;

import io.projectexport.export.looking.ProjectLooks;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link ProjectLooks}, in the table {@code project_view}, each call with one statement; beginning one cleans up, too. */
@Repository
class JdbcProjectLooks implements ProjectLooks {

    /** Whoever comes back after it was forgotten begins anew. */
    private static final String REFRESH = """
            update project_view set seen_at = {now},
                opened_at = case when seen_at < {now} - interval '1' minute then {now} else opened_at end
            where export_id = ? and user_id = ?
            """;

    private static final String AT = """
            select export_id, user_id, opened_at from project_view
            where export_id in (:ids) and seen_at >= {now} - interval '1' minute
            order by opened_at, user_id
            """;

    private final JdbcClient jdbc;
    private final DatabaseTime time;
    private final FirstWriteWins firstWriteWins;

    JdbcProjectLooks(JdbcClient jdbc, DatabaseTime time, FirstWriteWins firstWriteWins) {
        this.jdbc = jdbc;
        this.time = time;
        this.firstWriteWins = firstWriteWins;
    }

    @Override
    public boolean refresh(UUID exportId, String userId) {
        return jdbc.sql(time.in(REFRESH)).params(exportId, userId).update() > 0;
    }

    @Override
    public void begin(UUID exportId, String userId) {
        jdbc.sql(time.in("delete from project_view where seen_at < {now} - interval '10' minute"))
                .update();
        firstWriteWins.insert(() -> jdbc.sql(
                        time.in(
                                "insert into project_view (export_id, user_id, opened_at, seen_at) values (?, ?, {now}, {now})"))
                .params(exportId, userId)
                .update());
    }

    @Override
    public void end(UUID exportId, String userId) {
        jdbc.sql("delete from project_view where export_id = ? and user_id = ?")
                .params(exportId, userId)
                .update();
    }

    @Override
    public List<Look> at(Collection<UUID> exportIds) {
        return jdbc.sql(time.in(AT))
                .param("ids", exportIds)
                .query((row, number) -> new Look(
                        row.getObject("export_id", UUID.class),
                        row.getString("user_id"),
                        SqlValues.instant(row, "opened_at")))
                .list();
    }
}
