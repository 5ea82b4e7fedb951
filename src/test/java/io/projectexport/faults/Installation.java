package io.projectexport.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.projectexport.sandbox.SandboxXero;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one installation consists of: a database that begins empty, nodes, a Xero and a mail server. */
final class Installation implements AutoCloseable {

    /** Far above what the calls of one export take together, so that only a node that is gone or halted loses its work. */
    static final Duration JOB_LOCK = Duration.ofSeconds(15);

    static final Duration READ_TIMEOUT = Duration.ofSeconds(1);
    static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(2);

    private static EmbeddedPostgres shared;

    private final SandboxXero xero = new SandboxXero(0);
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final PostgresPair postgres;
    private final DataSource database;
    private final Map<String, String> settings;
    private final List<Node> nodes;

    /** With nodes that are not started yet; their logs begin with the name. */
    Installation(String name, int nodeCount) {
        this(name, nodeCount, null);
    }

    /** On a pair of database servers, which it closes. */
    Installation(String name, int nodeCount, PostgresPair postgres) {
        this.postgres = postgres;
        String databaseName = name.replace('-', '_') + "_" + System.nanoTime();
        mail.start();
        if (postgres == null) {
            JdbcClient.create(shared().getPostgresDatabase())
                    .sql("create database " + databaseName)
                    .update();
            database = shared().getDatabase("postgres", databaseName);
            settings = settings(shared().getJdbcUrl("postgres", databaseName));
        } else {
            postgres.create(databaseName);
            database = postgres.database(databaseName);
            settings = settings(postgres.url(databaseName));
        }
        nodes = IntStream.rangeClosed(1, nodeCount)
                .mapToObj(number -> new Node(name + "-node-" + number, settings))
                .toList();
    }

    private static synchronized EmbeddedPostgres shared() {
        try {
            shared = shared == null ? EmbeddedPostgres.start() : shared;
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings(String databaseUrl) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", databaseUrl);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", "postgres");
        settings.put("spring.mail.host", mail.getSmtp().getBindTo());
        settings.put("spring.mail.port", String.valueOf(mail.getSmtp().getPort()));
        settings.put("mail.from", "exports@example.com");
        settings.put("app.base-url", "http://localhost");
        settings.put("app.encryption-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.put("admin.user", FaultPerson.ADMIN.login());
        settings.put("admin.password", FaultPerson.PASSWORD);
        settings.put("xero.client-id", xero.tokens().clientId());
        settings.put("xero.client-secret", xero.tokens().clientSecret());
        settings.put("xero.api-url", xero.url());
        settings.put("xero.token-url", xero.tokenUrl());
        settings.put("xero.connect-timeout", "1s");
        settings.put("xero.read-timeout", READ_TIMEOUT.toMillis() + "ms");
        settings.put("xero.look-again-after", LOOK_AGAIN_AFTER.toMillis() + "ms");
        settings.put("xero.calls-per-minute", "6000");
        settings.put("xero.concurrent-calls", "50");
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", String.valueOf(JOB_LOCK.toMillis()));
        return settings;
    }

    /** Changes a setting of nodes that are not started yet. */
    Installation with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Starts all nodes at the same moment. */
    Installation start() {
        nodes.forEach(Node::start);
        nodes.forEach(Node::awaitReady);
        return this;
    }

    /** Adds the people who submit and approve. */
    Installation addPeople() {
        ExportApi api = api();
        api.add(FaultPerson.SUBMITTER);
        api.add(FaultPerson.APPROVER);
        return this;
    }

    /** Forgets a pause of Xero's limits that goes on for longer than that, and with it the places that it moved. */
    void endPausesBeyond(Duration longest) {
        JdbcClient client = JdbcClient.create(database);
        int ended = client.sql("update xero_organisation set paused_until = null, bucket = null where paused_until > ?")
                .param(OffsetDateTime.now().plus(longest))
                .update();
        if (ended > 0) {
            client.sql("delete from xero_place").update();
        }
    }

    SandboxXero xero() {
        return xero;
    }

    /** Its pair of database servers. */
    PostgresPair postgres() {
        return postgres;
    }

    /** How many lines all nodes have written so far. */
    int logLines() {
        return nodes.stream().mapToInt(node -> (int) node.log().lines().count()).sum();
    }

    DataSource database() {
        return database;
    }

    List<Node> nodes() {
        return nodes;
    }

    ExportApi api() {
        return new ExportApi(nodes);
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        mail.stop();
        xero.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
