package io.projectexport.export.outage;

import java.util.Optional;

/**
 * How far the request of this thread has come, so that an outage in its middle is not taken for nothing having happened: when the answer to a
 * commit is lost, nobody knows whether the database has done it.
 */
public final class RequestProgress {

    private enum State {
        READING,
        CHANGES_NOTHING_YET,
        MAY_BE_DONE
    }

    private static final ThreadLocal<RequestProgress> CURRENT = new ThreadLocal<>();

    private State state = State.READING;
    private DatabaseOutage met;

    private RequestProgress() {}

    /** A request begins, which has to be ended by {@link #end}. */
    public static void begin() {
        CURRENT.set(new RequestProgress());
    }

    /** It is known who sends it, and it is going to change something; what came before changed nothing that concerns people. */
    public static void beginChanges() {
        if (isRequest()) {
            CURRENT.get().state = State.CHANGES_NOTHING_YET;
        }
    }

    /** Something is about to be committed. */
    public static void commits() {
        if (isRequest() && CURRENT.get().state == State.CHANGES_NOTHING_YET) {
            CURRENT.get().state = State.MAY_BE_DONE;
        }
    }

    /**
     * Ends it.
     *
     * @return the outage that its sender was told of
     */
    public static Optional<DatabaseOutage> end() {
        Optional<DatabaseOutage> met = Optional.ofNullable(CURRENT.get()).map(request -> request.met);
        CURRENT.remove();
        return met;
    }

    /** Whether somebody waits for this thread. */
    public static boolean isRequest() {
        return CURRENT.get() != null;
    }

    /** What its sender is told of an outage. */
    public static String tell(DatabaseOutage outage) {
        if (!isRequest()) {
            return sentence(outage, State.READING);
        }
        CURRENT.get().met = outage;
        return sentence(outage, CURRENT.get().state);
    }

    private static String sentence(DatabaseOutage outage, State state) {
        return outage.kind().sentence()
                + switch (state) {
                    case READING -> ". Try again in a few seconds.";
                    case CHANGES_NOTHING_YET -> ", so nothing was changed. Try again in a few seconds.";
                    case MAY_BE_DONE -> ". What you sent may have been done all the same: look before you try again.";
                };
    }
}
