package io.projectexport.xero.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.FakePeople;
import io.projectexport.export.InMemoryConnectionBreaks;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.sandbox.DemoSwitches;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.ManualClock;
import io.projectexport.sandbox.SandboxXero;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.MailSendException;

class ConnectionWatchTest {

    private final FakePeople people = new FakePeople();
    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0, clock);

    private final InMemoryConnections stored = new InMemoryConnections();
    private final InMemoryConnectionBreaks breaks = new InMemoryConnectionBreaks(clock);
    private final ConsentedNode node = new ConsentedNode(xero, stored, breaks, clock, null);
    private final List<String> told = new ArrayList<>();
    private final List<ConsentedNode> changes = new ArrayList<>();
    private final List<String> brokenMailboxes = new ArrayList<>();
    private final ConnectionWatch watch = watch(node);
    private final ConsentedNode otherNode = new ConsentedNode(xero, stored, breaks, clock, null);
    private final ConnectionWatch otherWatch = watch(otherNode);

    private ConnectionWatch watch(ConsentedNode node) {
        return new ConnectionWatch(
                new ConsentUpkeep(node.tokens, breaks, event -> changes.add(node)).steps(),
                breaks,
                node.accounting,
                new BreakAlarm(breaks, people, this::tell, Optional.of(node.connection)),
                Runnable::run);
    }

    private void tell(String id, String recipient, String why) {
        if (brokenMailboxes.contains(recipient)) {
            throw new MailSendException("refused");
        }
        told.add(recipient);
    }

    @BeforeEach
    void administrators_of_whom_one_has_no_address() {
        people.with("ada", Privilege.ADMINISTER);
        people.with(new Person("mute", "Mute", null, Set.of(Privilege.ADMINISTER)));
        people.with("root", Privilege.ADMINISTER);
        people.with("sam", Privilege.SUBMIT);
    }

    @BeforeEach
    void connect() {
        node.connect();
    }

    private void look() {
        watch.look();
        otherWatch.look();
    }

    private long refreshes() {
        return xero.requests(request -> request.body().contains("grant_type=refresh_token"))
                .size();
    }

    @Test
    void a_connection_that_nobody_uses_is_refreshed_once_a_week_and_outlives_xeros_sixty_days() {
        look();
        clock.advance(Duration.ofDays(6));
        look();
        assertThat(refreshes()).isZero();

        for (int week = 1; week <= 20; week++) {
            clock.advance(Duration.ofDays(7));
            look();
            assertThat(refreshes()).isEqualTo(week);
        }

        assertThat(node.tokens.current().tenantId()).isEqualTo(SandboxXero.TENANT_ID);
        assertThat(told).isEmpty();
    }

    @Test
    void what_xero_answered_is_told_for_an_hour() {
        watch.soon();
        clock.advance(Duration.ofMinutes(59));
        assertThat(watch.last()).isPresent();

        clock.advance(Duration.ofMinutes(2));
        assertThat(watch.last()).isEmpty();
    }

    @Test
    void administrators_are_told_once_for_each_connection_that_broke() {
        breakConnection();
        look();
        look();
        assertThat(told).containsExactly("ada@example.com", "root@example.com");
        assertThat(node.connection.state().status()).isEqualTo(ConnectionState.Status.BROKEN);

        node.connect();
        look();
        breakConnection();
        look();

        assertThat(told).hasSize(4);
    }

    @Test
    void who_disconnected_here_is_not_told_and_what_waits_goes_on_after_the_next_consent() {
        node.connection.disconnect(null);
        assertThat(export().getMessage()).isEqualTo("Xero is not connected.");
        look();
        assertThat(told).isEmpty();
        assertThat(breaks.find()).map(ConnectionBreak::isBroken).contains(true);

        node.connect();

        assertThat(breaks.find()).map(ConnectionBreak::isBroken).contains(false);
    }

    @Test
    void while_the_mail_server_takes_nothing_it_is_tried_again() {
        brokenMailboxes.addAll(List.of("ada@example.com", "root@example.com"));
        breakConnection();
        look();

        brokenMailboxes.clear();
        look();

        assertThat(told).containsExactly("ada@example.com", "root@example.com");
    }

    @Test
    void one_broken_mailbox_has_nobody_told_twice() {
        brokenMailboxes.add("ada@example.com");
        breakConnection();
        look();
        look();

        assertThat(told).containsExactly("root@example.com");
    }

    @Test
    void a_client_secret_that_was_changed_is_told_once_until_it_is_right() {
        XeroHealthIndicator indicator = new XeroHealthIndicator(Optional.of(node.connection), breaks);
        clock.advance(Duration.ofDays(8));
        xero.tokens().client("sandbox-client", "another-secret");
        look();
        look();

        assertThat(told).containsExactly("ada@example.com", "root@example.com");
        assertThat(node.connection.state().status()).isEqualTo(ConnectionState.Status.LOGIN_REFUSED);
        assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);

        xero.tokens().client("sandbox-client", "sandbox-secret");
        look();

        assertThat(node.connection.state().status()).isEqualTo(ConnectionState.Status.CONNECTED);
        assertThat(told).hasSize(2);
    }

    @Test
    void an_organisation_that_was_disconnected_in_xero_is_told_once_until_it_is_back() {
        XeroHealthIndicator indicator = new XeroHealthIndicator(Optional.of(node.connection), breaks);
        xero.switches().set(DemoSwitches.Switch.DISCONNECTED, true);
        for (int export = 0; export < 3; export++) {
            assertThat(export().errors()).singleElement().satisfies(error -> {
                assertThat(error.message())
                        .isEqualTo(
                                "The organisation Sandbox Constructions was disconnected from this application in Xero.");
                assertThat(error.remedy()).contains("/xero/connect");
            });
        }
        look();
        look();

        assertThat(told).containsExactly("ada@example.com", "root@example.com");
        assertThat(otherNode.connection.state().status()).isEqualTo(ConnectionState.Status.DISCONNECTED);
        assertThat(indicator.health().getDetails()).containsEntry("connection", ConnectionState.Status.DISCONNECTED);

        xero.switches().set(DemoSwitches.Switch.DISCONNECTED, false);
        look();

        assertThat(node.connection.state().status()).isEqualTo(ConnectionState.Status.CONNECTED);
        assertThat(export()).isNull();
    }

    private ExportFailure export() {
        JobRequest request = new JobRequest("P-1 - Harbour Bridge", null, null, null);
        return catchThrowableOfType(ExportFailure.class, () -> node.accounting.create(request, "key-1"));
    }

    @Test
    void a_login_service_that_fails_is_no_broken_connection() {
        clock.advance(Duration.ofDays(8));
        xero.on(request -> request.is("POST", "/connect/token"), Fault.unavailable(), Fault.badGateway());
        look();

        assertThat(told).isEmpty();
        assertThat(node.connection.state().status()).isEqualTo(ConnectionState.Status.CONNECTED);
    }

    @Test
    void every_node_notices_each_change_of_the_organisation_once() {
        look();
        look();
        assertThat(changes).containsExactly(node, otherNode);

        xero.tokens().consents().tenant("another", "Another Ltd");
        node.connect();
        otherNode.connection.choose("another");
        look();
        look();

        assertThat(changes).containsExactly(node, otherNode, node, otherNode);
    }

    @Test
    void health_is_down_while_an_administrator_has_to_connect() {
        XeroHealthIndicator indicator = new XeroHealthIndicator(Optional.of(node.connection), breaks);
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);

        breakConnection();
        watch.look();
        Health broken = indicator.health();
        assertThat(broken.getStatus()).isEqualTo(Status.DOWN);
        assertThat(broken.getDetails()).containsEntry("connection", ConnectionState.Status.BROKEN);

        node.connection.disconnect(null);
        assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
    }

    /** Ended at Xero, and noticed when the token is refreshed. */
    private void breakConnection() {
        xero.tokens().consents().revokeAll();
        clock.advance(Duration.ofDays(7));
    }
}
