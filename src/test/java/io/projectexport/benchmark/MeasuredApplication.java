package io.projectexport.benchmark;

import io.projectexport.ProjectExportApplication;
import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.sandbox.SandboxXero;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application as an installation runs it, on a PostgreSQL of its own with its settings as they come. */
final class MeasuredApplication implements AutoCloseable {

    private static final String PASSWORD = "Benchmark-1234";

    private final EmbeddedPostgres postgres;
    private final SandboxXero xero = new SandboxXero(0);
    private final ServletWebServerApplicationContext context;

    MeasuredApplication() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] settings = settings().map(setting -> "--" + setting).toArray(String[]::new);
        context = (ServletWebServerApplicationContext)
                ProjectExportApplication.application().run(settings);
        Stream.of(Person.values()).forEach(this::add);
        submitOne();
    }

    private Stream<String> settings() {
        return Stream.of(
                "server.port=0",
                "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "spring.mail.host=localhost",
                "mail.from=exports@example.com",
                "app.base-url=http://localhost",
                "admin.user=admin",
                "admin.password=" + PASSWORD,
                "xero.client-id=sandbox-client",
                "xero.client-secret=sandbox-secret",
                "xero.api-url=" + xero.url(),
                "xero.token-url=" + xero.tokenUrl(),
                // no summary of thousands of projects while it measures
                "daily-summary.cron=0 0 0 29 2 *",
                "logging.level.root=warn");
    }

    private void add(Person person) {
        IdentityService identities = context.getBean(IdentityService.class);
        User user = identities.newUser(person.login());
        user.setFirstName(person.firstName());
        user.setLastName("Taylor");
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        person.groups().forEach(group -> identities.createMembership(person.login(), group));
    }

    private void submitOne() {
        IdentityService identities = context.getBean(IdentityService.class);
        identities.setAuthentication(Person.SAM.login(), Person.SAM.groups());
        try {
            context.getBean(ApprovalProcess.class)
                    .submit(Map.of(
                            "projectNumber", "P-1", "projectName", "Harbour Bridge", "client", "Harbour Council"));
        } finally {
            identities.clearAuthentication();
        }
    }

    /** A browser in which the person is logged in. */
    Browser browserOf(Person person) {
        return new Browser("http://localhost:" + context.getWebServer().getPort()).logIn(person.login(), PASSWORD);
    }

    /** A call of the API by the administrator. */
    HttpRequest.Builder byAdmin(String path) {
        String login = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + context.getWebServer().getPort() + path))
                .header("Authorization", "Basic " + login);
    }

    DataSource database() {
        return postgres.getPostgresDatabase();
    }

    String postgresVersion() {
        return JdbcClient.create(database())
                .sql("show server_version")
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        xero.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who looks at projects. */
    enum Person {
        ANNA("erp-standard", "can-push-to-accounting"),
        ERIK("erp-standard"),
        /** Has submitted every fiftieth project. */
        SAM("portfolio"),
        /** Coordinates submissions, and has submitted every fifth project. */
        CLARA("portfolio");

        private final List<String> groups;

        Person(String... groups) {
            this.groups = List.of(groups);
        }

        String login() {
            return name().toLowerCase();
        }

        String firstName() {
            return name().charAt(0) + login().substring(1);
        }

        List<String> groups() {
            return groups;
        }
    }
}
