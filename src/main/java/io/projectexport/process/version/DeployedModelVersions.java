package io.projectexport.process.version;

import io.projectexport.export.version.ModelVersion;
import io.projectexport.export.version.ModelVersions;
import io.projectexport.process.model.ProjectExportProcess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link ModelVersions}: process definitions of the engine, each answer with one statement. */
@Repository
class DeployedModelVersions implements ModelVersions {

    private static final String IN_USE = """
            select definition.id_, definition.version_, definition.version_tag_, deployment.deploy_time_, coalesce(running.projects, 0) as projects
            from act_re_procdef definition
            join act_re_deployment deployment on deployment.id_ = definition.deployment_id_
            left join (select proc_def_id_, count(*) as projects from act_ru_execution where parent_id_ is null group by proc_def_id_) running
                 on running.proc_def_id_ = definition.id_
            where definition.key_ = :key and (running.projects > 0
                  or definition.version_ = (select max(latest.version_) from act_re_procdef latest where latest.key_ = :key))
            order by definition.version_ desc
            """;
    private static final String OF = """
            select definition.id_, definition.version_, definition.version_tag_, deployment.deploy_time_
            from act_hi_procinst instance
            join act_re_procdef definition on definition.id_ = instance.proc_def_id_
            join act_re_deployment deployment on deployment.id_ = definition.deployment_id_
            where instance.id_ = :id
            """;

    private final JdbcClient jdbc;

    DeployedModelVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Usage> inUse() {
        return jdbc.sql(IN_USE)
                .param("key", ProjectExportProcess.KEY)
                .query((row, number) -> new Usage(version(row), row.getLong("projects")))
                .list();
    }

    @Override
    public Optional<ModelVersion> of(UUID exportId) {
        return jdbc.sql(OF)
                .param("id", exportId.toString())
                .query((row, number) -> version(row))
                .optional();
    }

    // the engine writes moments in this machine's zone, as JDBC reads them
    private static ModelVersion version(ResultSet row) throws SQLException {
        return new ModelVersion(
                row.getString("id_"),
                row.getInt("version_"),
                row.getString("version_tag_"),
                row.getTimestamp("deploy_time_").toInstant());
    }
}
