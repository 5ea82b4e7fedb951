package io.projectexport.process.deployment;

import io.projectexport.export.approval.AcceptanceByRule;
import io.projectexport.export.permission.GroupIds;
import io.projectexport.process.guard.Surroundings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this application has already, from the engine's tables, each answer with one statement: the engine's queries would show no more
 * than whoever deploys may see, and there is no engine to ask while it starts with the shipped models.
 */
@Component
class DeployedSurroundings implements Surroundings {

    /** Those that the product itself relies on; the derived one is in no table, and a new installation has none yet. */
    private static final Set<String> OWN_GROUPS = Set.of(
            GroupIds.PORTFOLIO,
            GroupIds.ERP_STANDARD,
            GroupIds.ERP_ADMIN,
            GroupIds.CAN_PUSH_TO_ACCOUNTING,
            GroupIds.ACCOUNTING_APPROVERS,
            GroupIds.PROCESS_OWNERS,
            GroupIds.ADMINS);

    private static final String LATEST_TAG = """
            select latest.version_tag_ from act_re_procdef latest
            where latest.key_ = :key and latest.version_ = (select max(version_) from act_re_procdef where key_ = :key)
            """;
    private static final String WAITING = """
            select execution.act_id_, count(distinct execution.proc_inst_id_) as instances
            from act_ru_execution execution
            join act_re_procdef definition on definition.id_ = execution.proc_def_id_
            where definition.key_ = :key and execution.is_active_ = true and execution.act_id_ is not null
            group by execution.act_id_
            """;

    private static final String SAME_FILE = """
            select count(*) from act_re_procdef definition
            join act_ge_bytearray file on file.deployment_id_ = definition.deployment_id_ and file.name_ = definition.resource_name_
            where definition.key_ = :key and file.bytes_ = :file
            """;

    private static final String LOOP = "#multiInstanceBody";

    private final JdbcClient jdbc;

    private final AcceptanceByRule acceptance;

    DeployedSurroundings(JdbcClient jdbc, AcceptanceByRule acceptance) {
        this.jdbc = jdbc;
        this.acceptance = acceptance;
    }

    @Override
    public Optional<Boolean> acceptsByRule() {
        return Optional.of(acceptance.allowed());
    }

    @Override
    public Optional<Set<String>> groups() {
        Set<String> groups = new TreeSet<>(texts("select id_ from act_id_group"));
        groups.addAll(OWN_GROUPS);
        return Optional.of(groups);
    }

    @Override
    public Optional<Set<String>> processKeys() {
        return Optional.of(texts("select distinct key_ from act_re_procdef"));
    }

    @Override
    public Optional<Set<String>> decisionKeys() {
        return Optional.of(texts("select distinct key_ from act_re_decision_def"));
    }

    @Override
    public Optional<Set<String>> formKeys() {
        return Optional.of(texts("select distinct key_ from act_re_camformdef"));
    }

    private Set<String> texts(String statement) {
        return jdbc.sql(statement).query(String.class).set();
    }

    @Override
    public Optional<String> versionTag(String processKey) {
        return jdbc.sql(LATEST_TAG).param("key", processKey).query(String.class).list().stream()
                .filter(tag -> tag != null)
                .findFirst();
    }

    @Override
    public Map<String, Long> waiting(String processKey) {
        Map<String, Long> waiting = new HashMap<>();
        jdbc.sql(WAITING).param("key", processKey).query(row -> {
            waiting.merge(row.getString("act_id_").replace(LOOP, ""), row.getLong("instances"), Long::sum);
        });
        return waiting;
    }

    @Override
    public Optional<Boolean> wasDeployed(String processKey, byte[] file) {
        return Optional.of(jdbc.sql(SAME_FILE)
                        .param("key", processKey)
                        .param("file", file)
                        .query(Long.class)
                        .single()
                > 0);
    }
}
