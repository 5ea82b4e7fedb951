package io.projectexport.faults;

import static io.projectexport.faults.LostNodeTest.Point.KILLED_AFTER_XERO_CREATED;
import static io.projectexport.faults.LostNodeTest.Point.KILLED_BEFORE_LINKING_THE_JOB;
import static io.projectexport.faults.LostNodeTest.Point.KILLED_BEFORE_RECORDING_THE_ANSWER;
import static io.projectexport.faults.LostNodeTest.Point.KILLED_BEFORE_THE_CALL;
import static io.projectexport.faults.LostNodeTest.Point.KILLED_BEFORE_XERO_CREATED;
import static io.projectexport.faults.LostNodeTest.Point.PAUSED_AFTER_XERO_CREATED;
import static io.projectexport.faults.LostNodeTest.Point.PAUSED_BEFORE_THE_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.sandbox.ReceivedRequest;
import io.projectexport.sandbox.SandboxXero;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A node that is lost exactly at the points that matter, each with an export of its own.
 *
 * <p>The first node is killed, and the second one takes over; that one is paused with two more exports, until the first one, started
 * again, has taken these over. Xero forgets idempotency keys at once, so that each repeated creation would be a second job; only the
 * export whose node was paused before the call has to rely on its key.
 */
@Tag("faults")
class LostNodeTest {

    /** Where a node was in an export when it was lost. */
    enum Point {
        KILLED_BEFORE_THE_CALL,
        KILLED_BEFORE_XERO_CREATED,
        KILLED_AFTER_XERO_CREATED,
        KILLED_BEFORE_RECORDING_THE_ANSWER,
        KILLED_BEFORE_LINKING_THE_JOB,
        PAUSED_BEFORE_THE_CALL,
        PAUSED_AFTER_XERO_CREATED
    }

    private static final Map<Point, UUID> EXPORTS = new EnumMap<>(Point.class);
    private static final Installation INSTALLATION = new Installation("lost", 2)
            .with("xero.read-timeout", "10s")
            .with("camunda.bpm.job-execution.lock-time-in-millis", "15000");
    private static final SandboxXero XERO = INSTALLATION.xero();

    @BeforeAll
    static void lose_nodes() {
        XERO.idempotencyKeys().lifetime(Duration.ZERO);
        XERO.projects().listLag(Duration.ofSeconds(1));
        Node first = INSTALLATION.nodes().get(0).start().awaitReady();
        INSTALLATION.addPeople();
        kill(first);
        Node second = INSTALLATION.nodes().get(1).start().awaitReady();
        awaitSettled();
        pause(second);
        first.start().awaitReady();
        awaitSettled();
        second.goOn();
        // what it does now takes a moment, and would show as another job
        Eventually.within(Duration.ofSeconds(5), () -> XERO.projects().all().size() > EXPORTS.size());
    }

    @AfterAll
    static void close() {
        INSTALLATION.close();
    }

    private static void kill(Node node) {
        hold(KILLED_BEFORE_THE_CALL, searchFor(KILLED_BEFORE_THE_CALL), HeldCall.unhandled());
        hold(KILLED_BEFORE_XERO_CREATED, creationOf(KILLED_BEFORE_XERO_CREATED), HeldCall.unhandled());
        hold(KILLED_AFTER_XERO_CREATED, creationOf(KILLED_AFTER_XERO_CREATED), HeldCall.handled());
        HeldCall recording = HeldCall.handled();
        hold(KILLED_BEFORE_RECORDING_THE_ANSWER, creationOf(KILLED_BEFORE_RECORDING_THE_ANSWER), recording);
        HeldCall linking = HeldCall.handled();
        hold(KILLED_BEFORE_LINKING_THE_JOB, creationOf(KILLED_BEFORE_LINKING_THE_JOB), linking);
        try (RowLock attempt =
                        RowLock.onAttempt(INSTALLATION.database(), EXPORTS.get(KILLED_BEFORE_RECORDING_THE_ANSWER));
                RowLock export =
                        RowLock.onExport(INSTALLATION.database(), EXPORTS.get(KILLED_BEFORE_LINKING_THE_JOB))) {
            recording.release();
            linking.release();
            attempt.awaitWriter();
            export.awaitWriter();
            node.kill();
        }
    }

    private static void pause(Node node) {
        HeldCall search = HeldCall.handled();
        hold(PAUSED_BEFORE_THE_CALL, searchFor(PAUSED_BEFORE_THE_CALL), search);
        HeldCall creation = HeldCall.handled();
        hold(PAUSED_AFTER_XERO_CREATED, creationOf(PAUSED_AFTER_XERO_CREATED), creation);
        node.pause();
        // nothing but the key keeps a node that does not know of its pause from a call that it was about to make
        XERO.idempotencyKeys().lifetime(Duration.ofMinutes(6));
        search.release();
        creation.release();
    }

    /** Accepts a project, and returns when the call to Xero about it is held. */
    private static void hold(Point point, Predicate<ReceivedRequest> call, HeldCall held) {
        XERO.on(call, held);
        ExportApi api = INSTALLATION.api();
        UUID exportId = api.submit(FaultProjects.project("L-" + point.ordinal(), point.name(), point.name()));
        api.accept(exportId);
        EXPORTS.put(point, exportId);
        held.awaitCall();
    }

    private static Predicate<ReceivedRequest> creationOf(Point point) {
        return request -> request.createsJob() && request.body().contains(point.name());
    }

    private static Predicate<ReceivedRequest> searchFor(Point client) {
        return request ->
                request.is("GET", "/Contacts") && request.query().toString().contains(client.name());
    }

    private static void awaitSettled() {
        Eventually.until(
                Duration.ofMinutes(2),
                () -> "the exports " + exports(),
                () -> exports().stream().noneMatch(export -> export.status() == ExportStatus.EXPORTING));
    }

    private static List<ExportState> exports() {
        return ExportState.all(INSTALLATION.database());
    }

    @ParameterizedTest
    @EnumSource
    void node_was_lost_and_the_export_is_synced_with_one_job(Point point) {
        ExportState export = exports().stream()
                .filter(e -> e.id().equals(EXPORTS.get(point)))
                .findFirst()
                .orElseThrow();

        assertThat(export.status()).isEqualTo(ExportStatus.SYNCED);
        assertThat(XERO.projects().named(export.jobName()))
                .extracting(job -> job.id().toString())
                .containsExactly(export.jobId());
    }

    @Test
    void tables_engine_and_history_agree() {
        assertThat(Invariants.violations(EXPORTS.values(), exports(), XERO)).isEmpty();
    }
}
