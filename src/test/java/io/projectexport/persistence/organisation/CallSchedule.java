package io.projectexport.persistence.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A random schedule of calls, beside a model that keeps all of them and counts them anew each time. Limits are lowered and raised, some calls
 * never end, and some are made by a node of the release before slots.
 */
final class CallSchedule {

    private static final int CONCURRENT_CALLS = 4;
    private static final int[] LIMITS = {3, 8, 20};
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** By the clock of the schedule; what happens within a statement is known to lie between two moments. */
    private static final class ModelCall {
        private UUID id;
        private Duration endsEarliest;
        private Duration endsLatest;
    }

    private final JdbcClient jdbc;
    private final DataSource database;
    private final Random random;
    private final List<ModelCall> calls = new ArrayList<>();
    private final long began = System.nanoTime();
    private Duration passed = Duration.ZERO;
    private int limit = LIMITS[1];

    CallSchedule(DataSource database, long seed) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.random = new Random(seed);
    }

    void run(int steps) {
        int made = 0;
        for (int step = 0; step < steps; step++) {
            int choice = random.nextInt(100);
            if (choice < 50) {
                made += begin(node()::acquire) ? 1 : 0;
            } else if (choice < 58) {
                made += begin(this::acquireAsBefore) ? 1 : 0;
            } else if (choice < 78) {
                endOne();
            } else if (choice < 97) {
                pass(Duration.ofMillis(random.nextInt(20_000)));
            } else {
                limit = LIMITS[random.nextInt(LIMITS.length)];
            }
        }
        assertThat(made).isGreaterThan(steps / 20);
        assertThat(rows()).isLessThanOrEqualTo(LIMITS[LIMITS.length - 1]);
    }

    private CallPermits node() {
        return LimitedNode.of(database, limit, CONCURRENT_CALLS).permits();
    }

    private Duration now() {
        return passed.plusNanos(System.nanoTime() - began);
    }

    private boolean begin(Supplier<UUID> permit) {
        ModelCall call = new ModelCall();
        call.endsEarliest = now().plus(LimitedNode.LONGEST_CALL);
        Duration before = now();
        try {
            call.id = permit.get();
        } catch (ExportFailure full) {
            boolean isFull = counted(before.minus(MINUTE), false) >= limit;
            assertThat(isFull || counted(before, false) >= CONCURRENT_CALLS).isTrue();
            return false;
        }
        Duration after = now();
        assertThat(counted(after.minus(MINUTE), true)).isLessThan(limit);
        assertThat(counted(after, true)).isLessThan(CONCURRENT_CALLS);
        call.endsLatest = after.plus(LimitedNode.LONGEST_CALL);
        calls.add(call);
        return true;
    }

    /** Those that end after this moment, for certain or perhaps. */
    private long counted(Duration moment, boolean certainly) {
        return calls.stream()
                .filter(call -> (certainly ? call.endsEarliest : call.endsLatest).compareTo(moment) > 0)
                .count();
    }

    private void endOne() {
        if (!calls.isEmpty()) {
            ModelCall call = calls.get(calls.size() - 1 - random.nextInt(Math.min(calls.size(), 6)));
            Duration before = now();
            node().release(call.id);
            Duration after = now();
            call.endsEarliest = before.compareTo(call.endsEarliest) < 0 ? before : call.endsEarliest;
            call.endsLatest = after.compareTo(call.endsLatest) < 0 ? after : call.endsLatest;
        }
    }

    private void pass(Duration time) {
        jdbc.sql("update xero_call set ends_at = ends_at - cast(? as double precision) * interval '1' second")
                .param(time.toMillis() / 1e3)
                .update();
        passed = passed.plus(time);
    }

    private int rows() {
        return jdbc.sql("select count(*) from xero_call").query(Integer.class).single();
    }

    /** What the release before did, which counted and knew of no slots. */
    private UUID acquireAsBefore() {
        jdbc.sql("delete from xero_call where ends_at <= current_timestamp - interval '1' minute")
                .update();
        int running = jdbc.sql("select count(*) from xero_call where ends_at > current_timestamp")
                .query(Integer.class)
                .single();
        if (running >= CONCURRENT_CALLS || rows() >= limit) {
            throw ExportFailure.rateLimited(null, "full");
        }
        UUID call = UUID.randomUUID();
        jdbc.sql("""
                        insert into xero_call (id, organisation, ends_at)
                        values (?, 'organisation', current_timestamp + interval '70' second)
                        """).param(call).update();
        return call;
    }
}
