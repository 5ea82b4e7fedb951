package io.projectexport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes that start together on an empty database; {@code -Dstarts=20} has them do so that often. */
@Tag("faults")
class TwoNodesStartTest {

    private static final int STARTS = Integer.getInteger("starts", 1);

    /** What two nodes would add twice if they did not see each other. */
    private static final String ADDED = """
            select (select count(*) from act_re_deployment) deployments,
                   (select count(*) from act_re_procdef) processes,
                   (select count(*) from act_ru_job where handler_type_ = 'timer-start-event') timers,
                   (select count(*) from act_id_user) users,
                   (select count(*) from flyway_schema_history where not success) failed_migrations
            """;

    @Test
    void two_nodes_start_together_on_an_empty_database() {
        for (int start = 1; start <= STARTS; start++) {
            try (Installation installation = new Installation("start", 2)) {
                installation.start();
                installation.nodes().forEach(Node::stop);

                assertThat(installation.nodes())
                        .allSatisfy(node -> assertThat(node.log()).doesNotContain(" ERROR ", "Exception"));
                assertThat(JdbcClient.create(installation.database())
                                .sql(ADDED)
                                .query()
                                .singleRow())
                        .isEqualTo(Map.of(
                                "deployments", 2L,
                                "processes", 2L,
                                "timers", 1L,
                                "users", 1L,
                                "failed_migrations", 0L));
            }
            System.out.printf("Start %d of %d: both nodes are ready%n", start, STARTS);
        }
    }
}
