package io.projectexport.faults;

import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.ReceivedRequest;
import io.projectexport.sandbox.RefusalFormat;
import io.projectexport.sandbox.SentAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Lets about every third call to Xero go wrong; the nth call about the same thing has the same fault in every run with a seed. */
final class RandomFaults implements Function<ReceivedRequest, Fault> {

    /** Those of contacts differ from run to run. */
    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Duration TOO_LONG = Installation.READ_TIMEOUT.plusMillis(500);

    private static final List<RefusalFormat> FORMATS = List.of(RefusalFormat.values());

    /** One way in which calls go wrong, and how many of a thousand calls it befalls. */
    private enum Kind {
        DROP_BEFORE(45, random -> Fault.dropBefore()),
        CREATE_THEN_DROP(45, random -> Fault.dropAfterCreate()),
        CREATE_THEN_500(35, random -> Fault.failAfterCreate()),
        HANG(20, random -> Fault.hang(TOO_LONG)),
        CREATE_THEN_HANG(25, random -> Fault.hangAfterCreate(TOO_LONG)),
        // longer than the read time-out for some: then the job appears after the node has given up
        SLOW(60, random -> Fault.slow(Duration.ofMillis(random.nextInt(100, (int) TOO_LONG.toMillis())))),
        RATE_LIMITED(20, random -> Fault.rateLimited(Duration.ofSeconds(random.nextInt(1, 4)))),
        RATE_LIMITED_BY_DATE(10, random -> Fault.rateLimitedUntil(Instant.now().plusSeconds(2))),
        RATE_LIMITED_WITHOUT_TIME(5, random -> Fault.rateLimitedWithoutRetryAfter()),
        TOO_MANY_AT_ONCE(15, random -> Fault.tooManyAtOnce()),
        DAY_LIMIT(3, random -> Fault.dayLimitReached(Duration.ofHours(5))),
        UNAVAILABLE(30, random -> Fault.unavailable()),
        BAD_GATEWAY(20, random -> Fault.badGateway()),
        REFUSED(6, random -> Fault.refused(FORMATS.get(random.nextInt(FORMATS.size())))),
        TOKEN_EXPIRED(15, random -> Fault.tokenExpired()),
        UNREADABLE_ITEM(40, random -> Fault.unreadableItem()),
        FORBIDDEN(6, random -> Fault.answer(SentAnswer.json(403, Map.of("Detail", "Xero does not allow this today."))));

        private final int ofThousand;
        private final Function<SplittableRandom, Fault> fault;

        Kind(int ofThousand, Function<SplittableRandom, Fault> fault) {
            this.ofThousand = ofThousand;
            this.fault = fault;
        }
    }

    private final Map<Integer, Integer> callsAbout = new ConcurrentHashMap<>();
    private final Map<Kind, Integer> happened = new TreeMap<>();
    private final long seed;

    RandomFaults(long seed) {
        this.seed = seed;
    }

    @Override
    public Fault apply(ReceivedRequest request) {
        String body = IDS.matcher(request.body()).replaceAll("");
        int about = (request.method() + request.path() + request.query() + body).hashCode();
        int nth = callsAbout.merge(about, 1, Integer::sum);
        return fault(new SplittableRandom(seed ^ (long) about << 16 ^ nth));
    }

    private Fault fault(SplittableRandom random) {
        int drawn = random.nextInt(1000);
        for (Kind kind : Kind.values()) {
            drawn -= kind.ofThousand;
            if (drawn < 0) {
                count(kind);
                return kind.fault.apply(random);
            }
        }
        return Fault.none();
    }

    private synchronized void count(Kind kind) {
        happened.merge(kind, 1, Integer::sum);
    }

    /** How often each kind of fault happened. */
    @Override
    public synchronized String toString() {
        return happened.toString();
    }
}
