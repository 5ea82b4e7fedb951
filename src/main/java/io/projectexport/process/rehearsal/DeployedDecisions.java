package io.projectexport.process.rehearsal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decision tables that are deployed, from the engine's tables: its queries would show no more than whoever asks may see. */
@Component
class DeployedDecisions {

    private static final String LATEST = """
            select file.bytes_ from act_re_decision_def definition
            join act_ge_bytearray file on file.deployment_id_ = definition.deployment_id_ and file.name_ = definition.resource_name_
            where definition.key_ = :key order by definition.version_ desc limit 1
            """;

    private final JdbcClient jdbc;

    DeployedDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The DMN file of the latest version of this decision; empty where none is deployed. */
    Optional<byte[]> file(String key) {
        return jdbc.sql(LATEST).param("key", key).query((row, number) -> row.getBytes(1)).list().stream()
                .findFirst();
    }
}
