package io.projectexport.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final MovableTime time = new MovableTime();
    private final LoginThrottle throttle = new LoginThrottle(time);
    private final List<Long> reported = new ArrayList<>();
    private final Guesser guesser = new Guesser("anna", "10.0.0.1");

    @Test
    void waits_grow_up_to_a_minute_and_end_by_themselves() {
        for (int i = 0; i < 5; i++) {
            assertThat(wrong(guesser)).isFalse();
        }
        assertThat(secondsToWait(guesser)).isEqualTo(12);

        for (int i = 0; i < 40; i++) {
            time.passes(Duration.ofSeconds(secondsToWait(guesser)));
            assertThat(wrong(guesser)).isFalse();
        }
        assertThat(secondsToWait(guesser)).isBetween(45L, 60L);

        time.passes(Duration.ofMinutes(1));
        assertThat(right(guesser)).isTrue();
        assertThat(wrong(guesser)).isFalse();
        assertThat(right(guesser)).isTrue();
    }

    @Test
    void an_address_that_tries_many_users_is_slowed_but_not_those_who_logged_in_from_there_before() {
        assertThat(right(guesser)).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(wrong(new Guesser("user" + i, "10.0.0.1"))).isFalse();
        }

        assertThatThrownBy(() -> wrong(new Guesser("another", "10.0.0.1"))).isInstanceOf(LoginThrottled.class);
        assertThat(right(guesser)).isTrue();
        assertThat(right(new Guesser("another", "10.0.0.2"))).isTrue();
    }

    @Test
    void a_user_who_is_guessed_from_many_addresses_still_logs_in_from_each_at_once() {
        for (int i = 0; i < 300; i++) {
            assertThat(wrong(new Guesser("anna", "10.1.0." + i))).isFalse();
        }

        assertThat(right(guesser)).isTrue();
        Guesser last = new Guesser("anna", "10.2.0.1");
        assertThat(wrong(last)).isFalse();
        assertThatThrownBy(() -> wrong(last)).isInstanceOf(LoginThrottled.class);
    }

    @Test
    void who_begins_to_guess_is_reported_once_with_all_wrong_tries_at_the_user() {
        Guesser elsewhere = new Guesser("anna", "10.0.0.2");
        for (int i = 0; i < 4; i++) {
            wrong(guesser);
            wrong(elsewhere);
        }
        assertThat(reported).isEmpty();

        wrong(guesser);
        assertThat(reported).containsExactly(9L);
        time.passes(Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            wrong(guesser);
        }
        assertThat(reported).hasSize(1);

        wrong(elsewhere);
        assertThat(reported).hasSize(1);
    }

    @Test
    void guesses_at_the_same_moment_are_counted_one_by_one() throws Exception {
        AtomicInteger looked = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        try {
            threads.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i -> (java.util.concurrent.Callable<Boolean>) () -> throttle.passes(
                            guesser,
                            "user",
                            () -> {
                                looked.incrementAndGet();
                                return false;
                            },
                            tries -> {}))
                    .toList());
        } finally {
            threads.shutdown();
        }
        assertThat(looked).hasValue(5);
    }

    @Test
    void a_network_of_version_6_counts_as_one_address() {
        assertThat(Guesser.network("2001:db8:1:2::1")).isEqualTo(Guesser.network("2001:db8:1:2:ffff::7"));
        assertThat(Guesser.network("2001:db8:1:2::1")).isNotEqualTo(Guesser.network("2001:db8:1:3::1"));
        assertThat(Guesser.network("2001:db8:1:2::1")).isEqualTo("2001:db8:1:2:0:0:0:0/64");
        assertThat(Guesser.network("10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(Guesser.network(null)).isNull();
    }

    private boolean wrong(Guesser who) {
        return throttle.passes(who, "user", () -> false, reported::add);
    }

    private boolean right(Guesser who) {
        return throttle.passes(who, "user", () -> true, reported::add);
    }

    private long secondsToWait(Guesser who) {
        try {
            throttle.passes(
                    who,
                    "user",
                    () -> {
                        throw new IllegalStateException("not slowed down");
                    },
                    reported::add);
            return 0;
        } catch (LoginThrottled wait) {
            return wait.seconds();
        }
    }

    private static final class MovableTime implements TimeMeter {

        private long nanos;

        void passes(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
