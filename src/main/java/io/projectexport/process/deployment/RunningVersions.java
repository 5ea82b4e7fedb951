package io.projectexport.process.deployment;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelGuard;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of models on which instances run, from the engine's tables, and what each calls that is not there any more. */
@Repository
class RunningVersions {

    /** Rules that tell whether the steps, decisions, processes, names and forms of a model are there; others were asked when it was deployed. */
    private static final Set<Integer> WHETHER_IT_IS_THERE = Set.of(201, 207, 208, 302, 710);

    private static final String RUNNING = """
            select definition.id_, definition.key_, definition.version_, definition.version_tag_, definition.deployment_id_,
                   definition.resource_name_, running.instances
            from act_re_procdef definition
            join (select proc_def_id_, count(*) as instances from act_ru_execution where parent_id_ is null group by proc_def_id_) running
                 on running.proc_def_id_ = definition.id_
            order by definition.key_, definition.version_ desc
            """;
    private static final String FILES = "select name_, bytes_ from act_ge_bytearray where deployment_id_ = :deployment";

    private record DeployedFile(String name, byte[] content) {}

    private final JdbcClient jdbc;
    private final ModelGuard guard;
    private final Surroundings surroundings;

    RunningVersions(JdbcClient jdbc, ModelGuard guard, Surroundings surroundings) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.surroundings = surroundings;
    }

    /** By process, the latest first. */
    List<RunningVersion> all() {
        return jdbc.sql(RUNNING)
                .query((row, number) -> new RunningVersion(
                        row.getString("id_"),
                        row.getString("key_"),
                        row.getInt("version_"),
                        row.getString("version_tag_"),
                        row.getString("deployment_id_"),
                        row.getString("resource_name_"),
                        row.getLong("instances")))
                .list();
    }

    /** What it refers to in vain. */
    List<Finding> findings(RunningVersion version) {
        SentModels deployed = new SentModels(files(version.deploymentId()), surroundings);
        return guard.check(deployed, rule -> WHETHER_IT_IS_THERE.contains(rule.number())).stream()
                .filter(Finding::refuses)
                .filter(finding -> version.resource().equals(finding.place().resource()))
                .toList();
    }

    private Map<String, byte[]> files(String deploymentId) {
        return jdbc
                .sql(FILES)
                .param("deployment", deploymentId)
                .query((row, number) -> new DeployedFile(row.getString("name_"), row.getBytes("bytes_")))
                .stream()
                .collect(Collectors.toMap(DeployedFile::name, DeployedFile::content));
    }
}
