package io.projectexport.system;

import io.projectexport.ProjectExportApplication;
import io.projectexport.export.summary.DailySummary;
import io.projectexport.export.upload.WorkOffUploads;
import io.projectexport.local.CapturedMail;
import io.projectexport.process.task.ExistingJobsWatch;
import io.projectexport.sandbox.SandboxXero;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The application as an installation runs it, on a free port, beside a Xero and a mail server of its own. */
final class RunningApplication implements AutoCloseable {

    static final String ADMIN = "admin";
    static final String PASSWORD = "correct-horse-9";

    private final SandboxXero xero = new SandboxXero(0);
    private final CapturedMail mail = new CapturedMail(0, 0);
    private final Closeable databaseServer;
    private final ServletWebServerApplicationContext context;
    private final ProcessEngine engine;

    /** Starts on the database, with settings as {@code name=value} beside those that it needs anyway. */
    RunningApplication(String databaseUrl, String... settings) {
        this(databaseUrl, () -> {}, settings);
    }

    private RunningApplication(String databaseUrl, Closeable databaseServer, String... settings) {
        this.databaseServer = databaseServer;
        Set<String> given =
                Arrays.stream(settings).map(RunningApplication::name).collect(Collectors.toSet());
        String[] arguments = Stream.concat(
                        needed(databaseUrl).filter(setting -> !given.contains(name(setting))), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        context = (ServletWebServerApplicationContext)
                ProjectExportApplication.application().run(arguments);
        engine = context.getBean(ProcessEngine.class);
    }

    /** Starts on a database server of its own, which stops with it; no summary disturbs the mails that tests count. */
    static RunningApplication onNewDatabase(String... settings) {
        String[] all = Stream.concat(Stream.of("daily-summary.cron=0 0 0 29 2 *"), Arrays.stream(settings))
                .toArray(String[]::new);
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            return new RunningApplication(postgres.getJdbcUrl("postgres", "postgres"), postgres, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    private Stream<String> needed(String databaseUrl) {
        return Stream.of(
                "server.port=0",
                "spring.datasource.url=" + databaseUrl,
                "spring.mail.host=" + mail.smtpHost(),
                "spring.mail.port=" + mail.smtpPort(),
                "mail.from=exports@example.com",
                "app.base-url=https://erp.example.com",
                "admin.user=" + ADMIN,
                "admin.password=" + PASSWORD,
                "xero.client-id=sandbox-client",
                "xero.client-secret=sandbox-secret",
                "xero.api-url=" + xero.url(),
                "xero.token-url=" + xero.tokenUrl(),
                "xero.authorize-url=" + xero.authorizeUrl(),
                "xero.calls-per-minute=100000",
                // its calls would meet the faults that tests script; they look when they want to
                "xero.look-before-review-every=365d",
                "xero.concurrent-calls=100",
                "logging.level.root=warn");
    }

    /** HTTP with this person's name and password. */
    LoggedInClient as(String userId) {
        return LoggedInClient.forPrograms(url(), userId, PASSWORD);
    }

    /** A session of this person with Camunda's web applications. */
    LoggedInClient inBrowser(String userId) {
        return new WebApplications(url()).logIn(userId, PASSWORD);
    }

    String url() {
        return "http://localhost:" + context.getWebServer().getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    SandboxXero xero() {
        return xero;
    }

    CapturedMail mail() {
        return mail;
    }

    /** Nobody listens at the mail server's port until {@link #mailServerIsBack()}. */
    void mailServerIsDown() {
        mailServerIsAt(1);
    }

    void mailServerIsAt(int port) {
        context.getBean(JavaMailSenderImpl.class).setPort(port);
    }

    void mailServerIsBack() {
        context.getBean(JavaMailSenderImpl.class).setPort(mail.smtpPort());
    }

    ProcessEngine engine() {
        return engine;
    }

    /** Nothing happens by itself any more but jobs of the engine. */
    void stopScheduledWork() {
        context.getBean(ScheduledAnnotationBeanPostProcessor.class).destroy();
    }

    /** The next rows of every file, as a node goes on with them in the background. */
    void goOnWithUploads() {
        context.getBean(WorkOffUploads.class).nextOfAll();
    }

    /** What controllers serve, each as a method and a path. */
    Stream<String> mappings() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)));
    }

    DataSource pool() {
        return context.getBean(DataSource.class);
    }

    JdbcClient database() {
        return JdbcClient.create(context.getBean(DataSource.class));
    }

    /** Looks through Xero for jobs of the projects that wait for a review, as if nobody had looked lately. */
    void lookForExistingJobs() {
        database().sql("delete from existing_job_look").update();
        context.getBean(ExistingJobsWatch.class).look();
    }

    /** Sends somebody today's summary, as its job does. */
    void sendSummary(String userId) {
        DailySummary summary = context.getBean(DailySummary.class);
        summary.send(userId, summary.today());
    }

    /** Creates a user with an e-mail address of this name. */
    String user(String userId, String... groups) {
        return user(userId, userId + "@example.com", List.of(groups));
    }

    String user(String userId, String email, Collection<String> groups) {
        IdentityService identities = engine.getIdentityService();
        User user = identities.newUser(userId);
        user.setEmail(email);
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        groups.forEach(group -> identities.createMembership(userId, group));
        return userId;
    }

    /** Makes this the application that Camunda's REST API and web applications of this JVM belong to. */
    void registerEngine() {
        ProcessEngines.registerProcessEngine(engine);
    }

    @Override
    public void close() {
        context.close();
        mail.close();
        xero.close();
        try {
            databaseServer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
