package io.projectexport.xero.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.connection.StoredConnections;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.ManualClock;
import io.projectexport.sandbox.ReceivedRequest;
import io.projectexport.sandbox.SandboxXero;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** Two nodes on one PostgreSQL share a consent. */
class TwoNodesRefreshTest {

    private static final Predicate<ReceivedRequest> TOKEN_CALL = request -> request.is("POST", "/connect/token");

    private static EmbeddedPostgres postgres;
    private static AnnotationConfigApplicationContext database;
    private static AnnotationConfigApplicationContext otherDatabase;

    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0, clock);

    private final ConsentedNode node = node(database);
    private final ConsentedNode otherNode = node(otherDatabase);

    @ComponentScan("io.projectexport.persistence")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Database {}

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        database = connected();
        otherDatabase = connected();
    }

    private static AnnotationConfigApplicationContext connected() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"))
                .applyTo(context);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(RateLimits.class, () -> new RateLimits("organisation", 60, 5, Duration.ofSeconds(70)));
        context.register(Database.class);
        context.refresh();
        return context;
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
        otherDatabase.close();
        postgres.close();
    }

    private ConsentedNode node(AnnotationConfigApplicationContext database) {
        return new ConsentedNode(xero, database.getBean(StoredConnections.class), clock);
    }

    @BeforeEach
    void connect_and_let_the_token_expire() {
        node.connect();
        clock.advance(Duration.ofMinutes(30));
    }

    @Test
    void twenty_callers_at_expiry_refresh_once_and_get_the_same_token() {
        xero.always(TOKEN_CALL, Fault.slow(Duration.ofMillis(200)));
        ExecutorService callers = Executors.newFixedThreadPool(20);
        List<CompletableFuture<String>> tokens = IntStream.range(0, 20)
                .mapToObj(i -> i % 2 == 0 ? node : otherNode)
                .map(caller -> CompletableFuture.supplyAsync(
                        () -> caller.tokens.current().token(), callers))
                .toList();

        assertThat(tokens.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        callers.shutdown();
        assertThat(xero.requests(TOKEN_CALL)).hasSize(2);
    }

    @Test
    void a_connection_survives_that_the_response_to_a_refresh_was_lost() {
        AtomicBoolean lost = new AtomicBoolean(true);
        xero.otherwise(request -> lost.get() && TOKEN_CALL.test(request) ? Fault.dropAfterCreate() : Fault.none());
        assertThat(catchThrowableOfType(Exception.class, node.tokens::current)).isNotNull();
        lost.set(false);
        clock.advance(Duration.ofMinutes(20));

        assertThat(otherNode.tokens.current()).isEqualTo(node.tokens.current());
        assertThat(node.connection.state().status()).isEqualTo(ConnectionState.Status.CONNECTED);
    }

    @Test
    void what_xero_has_revoked_is_not_connected_on_any_node() {
        xero.tokens().consents().revokeAll();

        for (ConsentedNode each : List.of(node, otherNode)) {
            ExportFailure failure = catchThrowableOfType(ExportFailure.class, each.tokens::current);
            assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.NOT_CONNECTED);
        }
        assertThat(xero.requests(TOKEN_CALL)).hasSize(2);
    }
}
