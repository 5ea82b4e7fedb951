package io.projectexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.Mockito.mock;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.FakePeople;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.approval.AcceptanceByRule;
import io.projectexport.export.approval.ReviewProject;
import io.projectexport.export.connection.ConnectionAlarm;
import io.projectexport.export.exactlyonce.ContactChoice;
import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.exactlyonce.JobLookup;
import io.projectexport.export.exactlyonce.RetryExport;
import io.projectexport.export.notification.Notifier;
import io.projectexport.export.permission.FourEyes;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ReadProject;
import io.projectexport.export.submission.SubmitProject;
import io.projectexport.export.waiting.ProcessPositions;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.ManualClock;
import io.projectexport.sandbox.NameHabit;
import io.projectexport.sandbox.ReceivedRequest;
import io.projectexport.sandbox.SandboxProject;
import io.projectexport.sandbox.SandboxXero;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One acceptance makes one job, with the real database code and the real Xero client against a Xero that fails. */
@SpringBootTest(
        classes = OneJobTest.Parts.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:one-job;DB_CLOSE_DELAY=-1",
            "xero.connect-timeout=2s",
            "xero.read-timeout=1s"
        })
class OneJobTest {

    private static final ManualClock CLOCK = new ManualClock();
    private static final SandboxXero XERO = new SandboxXero(0, CLOCK);

    @Autowired
    private SubmitProject submitProject;

    @Autowired
    private ReviewProject reviewProject;

    @Autowired
    private RetryExport retryExport;

    @Autowired
    private CreateXeroJob createXeroJob;

    @Autowired
    private ReadProject readProject;

    private final Person sam = Parts.PEOPLE.with("sam", Privilege.SUBMIT);
    private final Person anna = Parts.PEOPLE.with("anna", Privilege.APPROVE, Privilege.READ_ALL);

    @DynamicPropertySource
    static void xero(DynamicPropertyRegistry settings) {
        settings.add("xero.api-url", XERO::url);
        settings.add("xero.token-url", XERO::tokenUrl);
        settings.add("xero.client-id", XERO.tokens()::clientId);
        settings.add("xero.client-secret", XERO.tokens()::clientSecret);
        settings.add("xero.calls-per-minute", () -> 1_000_000);
    }

    @BeforeEach
    void xero_forgets_every_key_at_once() {
        XERO.clear();
        XERO.tokens().lifetime(Duration.ofDays(365));
        XERO.idempotencyKeys().lifetime(Duration.ZERO);
    }

    @AfterAll
    static void close() {
        XERO.close();
    }

    static Stream<Arguments> faults() {
        Duration tooLong = Duration.ofSeconds(2);
        return Stream.of(
                arguments("dropped before it was created", Fault.dropBefore(), 2),
                arguments("dropped after it was created", Fault.dropAfterCreate(), 1),
                arguments("500 after it was created", Fault.failAfterCreate(), 1),
                arguments("no answer, not created", Fault.hang(tooLong), 2),
                arguments("no answer, created", Fault.hangAfterCreate(tooLong), 1),
                arguments("503", Fault.unavailable(), 2),
                arguments("502 with HTML", Fault.badGateway(), 2),
                arguments("rate limit", Fault.rateLimited(Duration.ofSeconds(7)), 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatever_becomes_of_the_call_there_is_one_job_and_it_is_linked(String name, Fault fault, int calls) {
        XERO.projects().listLag(Duration.ofSeconds(20));
        XERO.nextCreate(fault);
        ProjectExport export = accepted();

        goOn(export);

        assertOneJob(export);
        assertThat(XERO.requests(ReceivedRequest::createsJob)).hasSize(calls);
    }

    static Stream<Arguments> namesAndHabits() {
        return Stream.of(
                arguments("Bridge \uD83C\uDFD7 North", NameHabit.DROPS_EMOJI),
                arguments("\uD83C\uDFD7\uD83D\uDEA7", NameHabit.DROPS_EMOJI),
                arguments("Bridge \uD83C\uDFD7 North", NameHabit.REPLACES_EMOJI),
                arguments("O\u2019Brien\u2019s \u201cold\u201d \u00abport\u00bb", NameHabit.STRAIGHTENS_QUOTES),
                arguments("Harbour Bridge North of the Great Barrier", NameHabit.CUTS),
                arguments("Smith & Sons' <new> \"yard\"", NameHabit.ESCAPES_HTML),
                arguments("Stra\u00dfe \u0130stanbul", NameHabit.UPPER_CASE),
                arguments("HARBOUR Bridge", NameHabit.LOWER_CASE),
                arguments("Harbour\u2060 Bridge", NameHabit.COLLAPSES_BLANKS));
    }

    @ParameterizedTest
    @MethodSource("namesAndHabits")
    void a_lost_job_is_found_whatever_name_it_was_stored_under(String name, NameHabit habit) {
        XERO.projects().listLag(Duration.ofSeconds(20));
        XERO.switches().names(habit);
        ProjectExport other = accepted("P-1 of another", name);
        goOn(other);
        XERO.nextCreate(Fault.dropAfterCreate());
        ProjectExport export = accepted("P-" + UUID.randomUUID().toString().substring(0, 8), name);

        goOn(export);

        assertThat(XERO.requests(ReceivedRequest::createsJob)).hasSize(2);
        assertThat(shown(export).outcome().job().id())
                .isEqualTo(XERO.projects().all().get(1).id().toString());
        assertThat(shown(export).status()).isEqualTo(ExportStatus.SYNCED);
    }

    @Test
    void while_xero_fails_the_project_is_being_checked_and_never_failed() {
        XERO.nextCreate(Fault.dropAfterCreate());
        ProjectExport export = accepted();
        refusal(export);
        XERO.on(request -> request.method().equals("GET"), Fault.unavailable());

        assertThat(refusal(export).reason()).isEqualTo(ExportFailure.Reason.UNAVAILABLE);

        ProjectExport shown = shown(export);
        assertThat(shown.status()).isEqualTo(ExportStatus.EXPORTING);
        assertThat(shown.outcome().waitingFor()).startsWith("Checking with Xero");
    }

    @Test
    void a_login_that_fails_leads_to_no_looks() {
        ProjectExport export = accepted();
        goOn(export);
        XERO.tokens().revokeAll();
        ProjectExport next = accepted();
        XERO.on(request -> request.is("POST", "/connect/token"), Fault.unavailable());

        assertThat(refusal(next).reason()).isNotEqualTo(ExportFailure.Reason.OUTCOME_UNKNOWN);
        assertThat(shown(next).outcome().waitingFor()).isNull();
    }

    @Test
    void a_job_that_somebody_made_by_hand_is_linked_by_an_approver() {
        ProjectExport export = accepted();
        SandboxProject byHand = XERO.projects().add(export.project().nameInXero());
        createXeroJob.failed(export.id(), refusal(export));
        assertThat(readProject.details(export.id(), anna).foundJobs())
                .singleElement()
                .satisfies(found -> assertThat(found.details()).contains("in progress"));

        retryExport.retry(export.id(), anna, new JobChoice(byHand.id().toString(), false));
        goOn(export);

        assertOneJob(export);
    }

    private ProjectExport accepted() {
        return accepted("P-" + UUID.randomUUID().toString().substring(0, 8), "Harbour Bridge");
    }

    private ProjectExport accepted(String numberStart, String name) {
        String number = numberStart + " " + UUID.randomUUID().toString().substring(0, 4);
        UUID id = submitProject
                .submit(
                        UUID.randomUUID(),
                        Map.of("projectNumber", number, "projectName", name, "client", "Owner of " + number),
                        sam)
                .id();
        return reviewProject.accept(id, anna, JobChoice.of(ContactChoice.another("Owner of " + number)));
    }

    /** Runs whenever the export says that it goes on, until the job is linked. */
    private void goOn(ProjectExport export) {
        ExportFailure failure = refusal(export);
        for (int run = 0; run < 100 && failure != null; run++) {
            assertThat(failure.retryAt()).as(failure.getMessage()).isNotNull();
            CLOCK.advance(Duration.between(CLOCK.instant(), failure.retryAt()));
            failure = refusal(export);
        }
        assertThat(failure).isNull();
    }

    private ExportFailure refusal(ProjectExport export) {
        return catchThrowableOfType(ExportFailure.class, () -> createXeroJob.run(export.id()));
    }

    private ProjectExport shown(ProjectExport export) {
        return readProject.details(export.id(), anna).export();
    }

    private void assertOneJob(ProjectExport export) {
        assertThat(XERO.projects().named(export.project().nameInXero()))
                .singleElement()
                .satisfies(job -> assertThat(shown(export).outcome().job().id())
                        .isEqualTo(job.id().toString()));
        assertThat(shown(export).status()).isEqualTo(ExportStatus.SYNCED);
    }

    /** Business, Xero client and database of the application, and nothing else of it. */
    @ComponentScan(
            basePackages = {"io.projectexport.export", "io.projectexport.xero", "io.projectexport.persistence"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "io\\.projectexport\\.export\\.(summary|upload|audit|diagnostics|people|rehearsal|bulk|decision|model|migration|conversation|version|outbox|reasons|recovery|rejection)\\..*"))
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Parts {

        static final FakePeople PEOPLE = new FakePeople();

        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Bean
        AcceptanceByRule acceptanceByRule() {
            return new AcceptanceByRule(false);
        }

        @Bean
        FourEyes fourEyes() {
            return new FourEyes(true);
        }

        @Bean
        JobLookup.Settings lookupSettings() {
            return new JobLookup.Settings(Duration.ofSeconds(15));
        }

        @Bean
        People people() {
            return PEOPLE;
        }

        @Bean
        ConnectionAlarm connectionAlarm() {
            return mock(ConnectionAlarm.class);
        }

        @Bean
        ProcessPositions processPositions() {
            return exportId -> BusinessFixture.AT_EACH_TASK;
        }

        @Bean
        Notifier notifier() {
            return mock(Notifier.class);
        }
    }
}
