package io.projectexport.xero.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.FakeCallPermits;
import io.projectexport.export.FakeCallQueue;
import io.projectexport.export.FakePeople;
import io.projectexport.export.InMemoryConnectionBreaks;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.permission.Privilege;
import io.projectexport.sandbox.DemoSwitches;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.ManualClock;
import io.projectexport.sandbox.ReceivedRequest;
import io.projectexport.sandbox.SandboxXero;
import io.projectexport.sandbox.SentAnswer;
import io.projectexport.xero.accounting.AccountingConfiguration;
import io.projectexport.xero.accounting.XeroAccounting;
import io.projectexport.xero.client.ClientCredentialsTokens;
import io.projectexport.xero.client.XeroHttp;
import io.projectexport.xero.client.XeroSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.MailSendException;

/** A custom connection that Xero refuses is known on all nodes, told once, and noticed again when it works. */
class RefusedCustomConnectionTest {

    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0, clock);

    private final FakePeople people = new FakePeople();
    private final InMemoryConnectionBreaks breaks = new InMemoryConnectionBreaks(clock);
    private final XeroAccounting accounting = node();
    private final XeroAccounting otherNode = node();
    private final List<String> told = new ArrayList<>();
    private boolean isMailServerDown;
    private final ConnectionWatch watch = watch(accounting);
    private final ConnectionWatch otherWatch = watch(otherNode);
    private final XeroHealthIndicator health = new XeroHealthIndicator(Optional.empty(), breaks);

    private XeroAccounting node() {
        XeroSettings settings = new XeroSettings(
                "sandbox-client",
                "sandbox-secret",
                null,
                xero.url(),
                xero.tokenUrl(),
                XeroSettings.GrantType.CLIENT_CREDENTIALS,
                xero.authorizeUrl(),
                XeroSettings.JobType.PROJECT,
                null,
                null,
                60,
                5,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
        return AccountingConfiguration.accounting(
                settings,
                new ClientCredentialsTokens(settings, XeroHttp.tokenClient(settings)),
                new FakeCallQueue(),
                new FakeCallPermits(),
                breaks,
                clock,
                Runnable::run);
    }

    private ConnectionWatch watch(XeroAccounting node) {
        return new ConnectionWatch(
                List.of(), breaks, node, new BreakAlarm(breaks, people, this::tell, Optional.empty()), Runnable::run);
    }

    private void tell(String id, String recipient, String why) {
        if (isMailServerDown) {
            throw new MailSendException("down");
        }
        told.add(recipient + ": " + why);
    }

    @BeforeEach
    void an_administrator() {
        people.with("root", Privilege.ADMINISTER);
    }

    /** How Xero refuses a connection, and what people read. */
    enum Refusal {
        SECRET_ROTATED("Xero does not accept this application's login", xero -> {
            xero.tokens().revokeAll();
            xero.tokens().client("sandbox-client", "another-secret");
        }),
        CLIENT_DELETED("Xero does not accept this application's login", xero -> {
            xero.tokens().revokeAll();
            xero.always(
                    request -> request.is("POST", "/connect/token"),
                    Fault.answer(SentAnswer.json(400, Map.of("error", "unauthorized_client"))));
        }),
        TOKEN_REFUSED_AGAIN_AND_AGAIN(
                "Xero does not accept this connection any more",
                xero -> xero.always(
                        RefusedCustomConnectionTest::isToApi,
                        Fault.answer(SentAnswer.json(401, Map.of("Title", "Unauthorized", "Detail", "TokenExpired"))))),
        DISCONNECTED(
                "The organisation was disconnected from this application in Xero.",
                xero -> xero.switches().set(DemoSwitches.Switch.DISCONNECTED, true)),
        TRIAL_OVER(
                "Xero does not allow this connection to do that: The organisation's trial is over.",
                xero -> xero.always(
                        RefusedCustomConnectionTest::isToApi,
                        Fault.answer(SentAnswer.json(
                                403, Map.of("Title", "Forbidden", "Detail", "The organisation's trial is over.")))));

        private final String words;
        private final Consumer<SandboxXero> begin;

        Refusal(String words, Consumer<SandboxXero> begin) {
            this.words = words;
            this.begin = begin;
        }
    }

    private static boolean isToApi(ReceivedRequest request) {
        return request.path().contains(".xro/");
    }

    private ExportFailure export() {
        JobRequest request = new JobRequest("P-1 - Harbour Bridge", null, null, null);
        return catchThrowableOfType(ExportFailure.class, () -> accounting.create(request, "key-1"));
    }

    private void look() {
        watch.look();
        otherWatch.look();
    }

    private void works() {
        xero.clear();
        xero.tokens().client("sandbox-client", "sandbox-secret");
        clock.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_connection_is_down_and_told_once_until_it_works(Refusal refusal) {
        assertThat(export()).isNull();
        look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        refusal.begin.accept(xero);
        assertThat(export().reason()).isEqualTo(ExportFailure.Reason.NOT_CONNECTED);
        export();
        look();
        look();

        Health down = health.health();
        assertThat(down.getStatus()).isEqualTo(Status.DOWN);
        assertThat(down.getDetails())
                .containsEntry("connection", ConnectionState.Status.BROKEN)
                .hasEntrySatisfying(
                        "problem", problem -> assertThat(problem.toString()).startsWith(refusal.words));
        assertThat(told)
                .singleElement()
                .satisfies(mail -> assertThat(mail).startsWith("root@example.com: " + refusal.words));
        assertThat(down + told.toString()).doesNotContain("sandbox-secret", "another-secret");

        works();
        look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(told).hasSize(1);
    }

    @Test
    void after_it_worked_in_between_it_is_told_anew() {
        Refusal.SECRET_ROTATED.begin.accept(xero);
        export();
        look();
        works();
        look();
        assertThat(export()).isNull();

        Refusal.DISCONNECTED.begin.accept(xero);
        export();
        look();

        assertThat(told).hasSize(2);
    }

    @Test
    void a_connection_that_may_read_but_not_create_is_told_once() {
        xero.always(
                ReceivedRequest::createsJob,
                Fault.answer(SentAnswer.json(403, Map.of("Title", "Forbidden", "Detail", "No role"))));
        for (int i = 0; i < 5; i++) {
            export();
            look();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(told).hasSize(1);
    }

    @Test
    void nodes_ask_together_once_a_minute_and_nobody_else_is_asked() {
        Refusal.DISCONNECTED.begin.accept(xero);
        export();
        int before = lists();
        look();
        look();
        assertThat(lists()).isEqualTo(before + 1);

        clock.advance(Duration.ofHours(3));
        look();
        int later = lists();
        assertThat(later).isGreaterThan(before + 1);
        clock.advance(Duration.ofMinutes(1));
        look();
        assertThat(lists()).isEqualTo(later);
    }

    private int lists() {
        return xero.requests(request -> request.is("GET", "/projects.xro/2.0/Projects"))
                .size();
    }

    @Test
    void nothing_is_asked_while_nothing_is_broken_unless_somebody_wants_to_know() {
        look();
        assertThat(xero.requests()).isEmpty();

        Refusal.DISCONNECTED.begin.accept(xero);
        watch.soon();

        assertThat(breaks.find()).map(ConnectionBreak::isBroken).contains(true);
        assertThat(told).hasSize(1);
    }

    @Test
    void while_the_mail_server_takes_nothing_it_is_tried_again() {
        isMailServerDown = true;
        Refusal.DISCONNECTED.begin.accept(xero);
        export();
        look();

        isMailServerDown = false;
        look();

        assertThat(told).hasSize(1);
    }

    @Test
    void a_xero_that_is_down_is_no_refused_connection() {
        xero.switches().set(DemoSwitches.Switch.DOWN, true);
        export();
        look();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(told).isEmpty();
    }

    @Test
    void the_organisation_is_called_by_its_name_once_xero_has_told_it() {
        String id = accounting.organisation().orElseThrow();
        assertThat(accounting.organisationName(id)).isEqualTo("sandbox-client");

        accounting.check();

        assertThat(accounting.organisationName(id)).isEqualTo(SandboxXero.ORGANISATION);
        assertThat(accounting.organisationName("another")).isEqualTo("another");
    }
}
