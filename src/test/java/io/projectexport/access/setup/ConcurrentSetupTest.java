package io.projectexport.access.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.access.TestEngine;
import io.projectexport.access.group.UserGroup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.junit.jupiter.api.Test;

class ConcurrentSetupTest {

    private static final AdminAccount ADMIN = new AdminAccount("root", "secret", null);
    private static final int NODES = 4;

    @Test
    void nodes_that_start_at_the_same_moment_set_up_access_once() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                TestEngine first = new TestEngine(postgres.getPostgresDatabase());
                TestEngine second = new TestEngine(postgres.getPostgresDatabase())) {
            setUpTogether(List.of(first, second));

            assertThat(first.identityService().createGroupQuery().count()).isEqualTo(UserGroup.values().length);
            assertThat(first.identityService()
                            .createUserQuery()
                            .memberOfGroup("camunda-admin")
                            .count())
                    .isOne();
            assertThat(first.engine()
                            .getAuthorizationService()
                            .createAuthorizationQuery()
                            .list())
                    .hasSizeGreaterThan(Grants.all().size())
                    .extracting(
                            Authorization::getGroupId,
                            Authorization::getUserId,
                            Authorization::getResourceType,
                            Authorization::getResourceId)
                    .doesNotHaveDuplicates();
        }
    }

    private static void setUpTogether(List<TestEngine> engines) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        CyclicBarrier sameMoment = new CyclicBarrier(NODES);
        try {
            List<Callable<Void>> starts = IntStream.range(0, NODES)
                    .<Callable<Void>>mapToObj(node -> () -> {
                        sameMoment.await();
                        engines.get(node % engines.size()).setUp(ADMIN);
                        return null;
                    })
                    .toList();
            for (Future<Void> start : nodes.invokeAll(starts)) {
                start.get();
            }
        } finally {
            nodes.shutdownNow();
        }
    }
}
