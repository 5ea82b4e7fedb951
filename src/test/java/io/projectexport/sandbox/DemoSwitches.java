package io.projectexport.sandbox;

import static io.projectexport.sandbox.SwitchGroup.CALLS;
import static io.projectexport.sandbox.SwitchGroup.CONNECTION;
import static io.projectexport.sandbox.SwitchGroup.CONTACTS;
import static io.projectexport.sandbox.SwitchGroup.CONTENT;
import static io.projectexport.sandbox.SwitchGroup.FIRST;
import static io.projectexport.sandbox.SwitchGroup.NAMES;
import static io.projectexport.sandbox.SwitchGroup.REFUSALS;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The habits that this Xero has: people switch them on its page, tests and fault runs in Java. */
public final class DemoSwitches {

    /** A job with this in its name is refused while {@link Switch#REFUSE} is on. */
    public static final String REFUSED_MARK = "[refuse]";

    static final String REFUSAL = "The name contains %s, which is not allowed.".formatted(REFUSED_MARK);

    /** One habit, with what people are told of it. */
    public enum Switch {
        SLOW(FIRST, "Slow answers", "Each answer takes 3 seconds.", SwitchedAnswers.SLOW),
        RATE_LIMIT(
                FIRST,
                "Rate limit",
                "Each call is answered with 429 and is to be made again in 15 seconds. Exports wait for their turn by themselves.",
                SwitchedAnswers.RATE_LIMIT),
        LOST_ANSWERS(
                FIRST,
                "Lost answers",
                "A job is created, but the connection breaks before the answer. The job is looked for and linked, not created again.",
                SwitchedAnswers.LOST),
        ALTER_NAMES(
                FIRST,
                "Renamed jobs",
                "Jobs are stored in capitals and without emoji. They are linked all the same.",
                NameHabit.CAPITALS_WITHOUT_EMOJI),
        REFUSE(FIRST, "Refusals", "A job with " + REFUSED_MARK + " in its name is refused."),

        DOWN(CALLS, "Xero is down", "Each call is answered with 503.", SwitchedAnswers.DOWN),
        TOKEN_EXPIRED(
                CALLS,
                "Expired token",
                "The next call is answered with 401 TokenExpired; then this is off again.",
                SwitchedAnswers.TOKEN_EXPIRED),
        CLOCK_BEHIND(
                CALLS,
                "Clock behind",
                "New tokens end 90 seconds earlier than told, as if the application's clock were behind.",
                SwitchedAnswers.CLOCK_BEHIND),
        FORGETS_KEYS(
                CALLS,
                "Forgotten keys",
                "Xero forgets each idempotency key at once, so that a repeated call would create a second job."),
        DAY_USED_UP(
                CALLS,
                "Calls of the day used up",
                "Each answer says that no call is left today. The application waits for up to an hour, even if this is switched off.",
                SwitchedAnswers.DAY_USED_UP),

        DISCONNECTED(
                CONNECTION,
                "Disconnected",
                "The connection to this organisation is revoked: calls are answered with 403, and it is not among the connections.",
                SwitchedAnswers.DISCONNECTED),
        NO_ORGANISATION(
                CONNECTION,
                "No organisation",
                "The list of connections is empty, as after a consent without an organisation.",
                SwitchedAnswers.NO_ORGANISATION),
        TRIAL_OVER(
                CONNECTION,
                "Trial over",
                "Calls are answered with 403, although the organisation is among the connections.",
                SwitchedAnswers.TRIAL_OVER),
        DEMO_RESET(
                CONNECTION,
                "Demo company reset",
                "Another organisation has taken this one's place among the connections; calls are answered with 403.",
                SwitchedAnswers.DEMO_RESET),
        SECRET_CHANGED(
                CONNECTION,
                "Secret changed",
                "The client secret was changed in Xero: no login and no token is accepted.",
                SwitchedAnswers.SECRET_CHANGED),
        PERSON_LEFT(
                CONNECTION,
                "Person left",
                "The person who gave the consent has left: tokens are not renewed and not accepted.",
                SwitchedAnswers.PERSON_LEFT),

        DROPS_EMOJI(NAMES, "Emoji dropped", "Emoji, and all else above U+FFFF, are left out.", NameHabit.DROPS_EMOJI),
        REPLACES_EMOJI(NAMES, "Emoji replaced", "Emoji become question marks.", NameHabit.REPLACES_EMOJI),
        STRAIGHTENS_QUOTES(
                NAMES, "Quotes straightened", "Typographic quotes become straight ones.", NameHabit.STRAIGHTENS_QUOTES),
        COLLAPSES_BLANKS(NAMES, "Blanks collapsed", "Several blanks become one.", NameHabit.COLLAPSES_BLANKS),
        LOWER_CASE(NAMES, "Small letters", "Names are stored in small letters.", NameHabit.LOWER_CASE),
        CUTS(NAMES, "Cut", "Names end after 30 characters.", NameHabit.CUTS),
        ESCAPES_HTML(NAMES, "Escaped", "Names are escaped as for a page: & becomes &amp;.", NameHabit.ESCAPES_HTML),

        ARCHIVED_CONTACTS(
                CONTACTS,
                "Archived contacts",
                "All contacts are archived, and their names are taken.",
                SwitchedAnswers.ARCHIVED_CONTACTS),
        BLANKS_IN_CONTACTS(
                CONTACTS,
                "Blanks in contacts",
                "Names of contacts have other blanks than the client's name.",
                SwitchedAnswers.BLANKS_IN_CONTACTS),
        SEARCH_IGNORED(
                CONTACTS,
                "Search ignored",
                "A search for a contact is answered with 12,000 others.",
                SwitchedAnswers.SEARCH_IGNORED),
        CLIENT_REQUIRED(
                CONTACTS, "Client required", "A job without a client is refused.", SwitchedAnswers.CLIENT_REQUIRED),

        ARCHIVED_OPTIONS(
                CONTENT,
                "Archived tracking options",
                "All tracking options are archived, and their names are taken.",
                SwitchedAnswers.ARCHIVED_OPTIONS),
        UNKNOWN_VALUES(
                CONTENT,
                "Unknown values",
                "Plan, class and statuses are ones that no manual knows.",
                SwitchedAnswers.UNKNOWN_VALUES),
        UNREADABLE_ITEM(
                CONTENT, "Unreadable item", "One item of each list cannot be read.", SwitchedAnswers.UNREADABLE_ITEM),
        OTHER_TIME_ZONE(
                CONTENT,
                "Other time zone",
                "The organisation keeps its books in Hawaii's time.",
                SwitchedAnswers.OTHER_TIME_ZONE),

        REFUSED_IN_LINES(REFUSALS, "Line breaks", "The reason has line breaks and tabs.", RefusalFormat.LINE_BREAKS),
        REFUSED_IN_MARK_UP(REFUSALS, "Mark-up", "The reason is HTML.", RefusalFormat.MARK_UP),
        REFUSED_AT_LENGTH(REFUSALS, "3,000 characters", "The reason has 3,000 characters.", RefusalFormat.LONG),
        REFUSED_BY_LIST(REFUSALS, "List", "The answer is a list of reasons.", RefusalFormat.LIST),
        REFUSED_IN_PLAIN_TEXT(REFUSALS, "Plain text", "The answer is no JSON but text.", RefusalFormat.PLAIN_TEXT),
        REFUSED_BY_PROBLEM(
                REFUSALS, "Problem details", "The answer is a problem of RFC 9457.", RefusalFormat.PROBLEM_DETAILS);

        private final SwitchGroup group;
        private final String label;
        private final String sentence;
        private final NameHabit names;
        private final CallHabit calls;

        Switch(SwitchGroup group, String label, String sentence) {
            this(group, label, sentence, NameHabit.AS_SENT, CallHabit.none());
        }

        Switch(SwitchGroup group, String label, String sentence, NameHabit names) {
            this(group, label, sentence, names, CallHabit.none());
        }

        Switch(SwitchGroup group, String label, String sentence, CallHabit calls) {
            this(group, label, sentence, NameHabit.AS_SENT, calls);
        }

        Switch(SwitchGroup group, String label, String sentence, RefusalFormat refusals) {
            this(group, label, sentence, CallHabit.of(ReceivedRequest::createsJob, Fault.refused(refusals)));
        }

        Switch(SwitchGroup group, String label, String sentence, NameHabit names, CallHabit calls) {
            this.group = group;
            this.label = label;
            this.sentence = sentence;
            this.names = names;
            this.calls = calls;
        }

        public SwitchGroup group() {
            return group;
        }

        /** What people call it. */
        public String label() {
            return label;
        }

        /** What happens while it is on, for people. */
        public String sentence() {
            return sentence;
        }
    }

    private static final Set<Switch> NORMAL = Set.of(Switch.REFUSE);
    private static final Set<Switch> ONCE = Set.of(Switch.TOKEN_EXPIRED);

    private final Set<Switch> on = EnumSet.copyOf(NORMAL);
    private volatile NameHabit names = NameHabit.AS_SENT;

    public synchronized boolean isOn(Switch which) {
        return on.contains(which);
    }

    public synchronized void set(Switch which, boolean isOn) {
        if (isOn) {
            on.add(which);
        } else {
            on.remove(which);
        }
    }

    public synchronized boolean isNormal() {
        return on.equals(NORMAL);
    }

    /** Has everything as at the start. */
    public synchronized void normal() {
        on.clear();
        on.addAll(NORMAL);
        names = NameHabit.AS_SENT;
    }

    /** Has names of jobs that are sent from now on stored like this. */
    public void names(NameHabit stored) {
        names = stored;
    }

    synchronized String stored(String jobName) {
        String stored = names.stored(jobName);
        for (Switch each : on) {
            stored = each.names.stored(stored);
        }
        return stored;
    }

    boolean refuses(String jobName) {
        return isOn(Switch.REFUSE) && jobName != null && jobName.contains(REFUSED_MARK);
    }

    /** Answers a call with all habits that concern it. */
    SentAnswer answer(ReceivedRequest request, Supplier<SentAnswer> xero) {
        Supplier<SentAnswer> answer = xero;
        for (Fault fault : faults(request)) {
            Supplier<SentAnswer> inner = answer;
            answer = () -> fault.answerTo(inner);
        }
        return answer.get();
    }

    private synchronized List<Fault> faults(ReceivedRequest request) {
        List<Fault> faults = new ArrayList<>();
        for (Switch each : List.copyOf(on)) {
            each.calls.on(request).ifPresent(fault -> {
                faults.add(fault);
                set(each, !ONCE.contains(each));
            });
        }
        return faults;
    }
}
