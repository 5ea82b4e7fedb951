package io.projectexport.access.password;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down who guesses passwords, by rate limits that each node keeps for itself. They count for a user and an address together, so that
 * nobody keeps somebody else out, and end by themselves; an address that tries many users is slowed as a whole, but for those who have
 * logged in from there before; guesses at one user from many addresses leave each address only one quick try.
 */
public final class LoginThrottle {

    private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);

    private static final int QUICK_TRIES = 5;
    private static final int TRIES_OF_USER = 50;
    private static final int TRIES_OF_ADDRESS = 100;
    private static final Duration KNOWN_FOR = Duration.ofDays(7);

    private final TimeMeter time;
    private final Cache<Guesser, Bucket> guessers = cache(Duration.ofHours(1));
    private final Cache<String, Bucket> users = cache(Duration.ofHours(1));
    private final Cache<String, Bucket> addresses = cache(Duration.ofHours(1));
    private final Cache<Guesser, Boolean> known = cache(KNOWN_FOR);
    private final Cache<Guesser, Boolean> warned = cache(Duration.ofHours(1));
    private final Cache<String, LongAdder> wrong = cache(Duration.ofHours(1));

    public LoginThrottle() {
        this(TimeMeter.SYSTEM_MILLISECONDS);
    }

    public LoginThrottle(TimeMeter time) {
        this.time = time;
    }

    /**
     * Whether the password is right; guesses at the same moment are looked at one after the other.
     *
     * @param nameInLog of the user; people type passwords there, so that it is nothing else
     * @param whenGuessed gets the number of wrong tries at this user when somebody begins to guess, once an hour for each address
     * @throws LoginThrottled where it is not looked at
     */
    public boolean passes(Guesser guesser, String nameInLog, BooleanSupplier password, LongConsumer whenGuessed) {
        Bucket tries = guessers.get(guesser, any -> bucketOfGuesser());
        synchronized (tries) {
            refuseWhileWaiting(tries);
            if (known.getIfPresent(guesser) == null) {
                refuseWhileWaiting(ofAddress(guesser));
            }
            if (!password.getAsBoolean()) {
                count(guesser, nameInLog, tries, whenGuessed);
                return false;
            }
            guessers.invalidate(guesser);
            known.put(guesser, true);
            return true;
        }
    }

    private static void refuseWhileWaiting(Bucket tries) {
        EstimationProbe next = tries.estimateAbilityToConsume(1);
        if (!next.canBeConsumed()) {
            throw new LoginThrottled(Duration.ofNanos(next.getNanosToWaitForRefill()));
        }
    }

    private void count(Guesser guesser, String nameInLog, Bucket tries, LongConsumer whenGuessed) {
        LongAdder wrongOnes = wrong.get(guesser.userId(), any -> new LongAdder());
        wrongOnes.increment();
        boolean isUserGuessed =
                !users.get(guesser.userId(), any -> bucket(TRIES_OF_USER)).tryConsume(1);
        tries.tryConsumeAsMuchAsPossible(isUserGuessed ? QUICK_TRIES : 1);
        ofAddress(guesser).tryConsume(1);
        long left = tries.getAvailableTokens();
        log.info("Wrong password: {} from {}, {} quick tries left", nameInLog, guesser.address(), left);
        if (left == 0 && warned.asMap().putIfAbsent(guesser, true) == null) {
            log.warn(
                    "Passwords are being guessed: {} from {} is slowed down; nobody else is.",
                    nameInLog,
                    guesser.address());
            whenGuessed.accept(wrongOnes.sum());
        }
    }

    private Bucket ofAddress(Guesser guesser) {
        return addresses.get(guesser.address(), any -> bucket(TRIES_OF_ADDRESS));
    }

    /** First a few at once, then one in twelve seconds, then one a minute. */
    private Bucket bucketOfGuesser() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(QUICK_TRIES).refillGreedy(QUICK_TRIES, Duration.ofMinutes(1)))
                .addLimit(limit -> limit.capacity(15).refillGreedy(15, Duration.ofMinutes(15)))
                .withCustomTimePrecision(time)
                .build();
    }

    private Bucket bucket(int tries) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(10, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static <K, V> Cache<K, V> cache(Duration kept) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(kept)
                .build();
    }
}
