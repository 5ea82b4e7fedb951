package io.projectexport.export.monitoring;

/** Metrics of this application's own business; a name never changes, because alerts and dashboards of installations go by it. */
public enum Metric {
    PROJECTS("projects", Kind.GAUGE, null, Scope.INSTALLATION, "Projects by status"),
    PROJECTS_STRANDED(
            "projects.stranded",
            Kind.GAUGE,
            null,
            Scope.INSTALLATION,
            "Projects that are not over and have no running process"),
    OLDEST_WAITING(
            "oldest.waiting",
            Kind.GAUGE,
            Metric.SECONDS,
            Scope.INSTALLATION,
            "How long the project that waits longest for a decision has waited; 0 where none waits"),
    OLDEST_EXPORTING(
            "oldest.exporting",
            Kind.GAUGE,
            Metric.SECONDS,
            Scope.INSTALLATION,
            "How long the export that is under way for longest has been so since it was accepted or retried; 0 where none is"),
    EXPORTS_QUEUED(
            "exports.queued", Kind.GAUGE, null, Scope.INSTALLATION, "Exports that wait for Xero's limit of calls"),
    MAILS_WAITING(
            "mails.waiting", Kind.GAUGE, null, Scope.INSTALLATION, "Mails in the outbox that are still to be sent"),
    MAILS_UNDELIVERED(
            "mails.undelivered",
            Kind.GAUGE,
            null,
            Scope.INSTALLATION,
            "Mails about projects that were given up within the last two weeks"),
    SUMMARIES_TODAY("summaries.today", Kind.GAUGE, null, Scope.INSTALLATION, "Approvers who were sent today's summary"),
    SUMMARY_PLANNED(
            "summary.planned",
            Kind.GAUGE,
            null,
            Scope.INSTALLATION,
            "Whether the daily summary will run by itself: 1, or 0"),
    JOBS_OVERDUE(
            "jobs.overdue",
            Kind.GAUGE,
            null,
            Scope.INSTALLATION,
            "Jobs of the engine that have been due for a minute and that no node has taken"),
    JOBS_FAILED(
            "jobs.failed",
            Kind.GAUGE,
            null,
            Scope.INSTALLATION,
            "Jobs of the engine that failed and are not tried again"),
    INCIDENTS("incidents", Kind.GAUGE, null, Scope.INSTALLATION, "Open incidents of the engine"),
    MODELS_BROKEN(
            "models.broken",
            Kind.GAUGE,
            null,
            Scope.INSTALLATION,
            "Versions of models with running projects that call what this application does not have"),
    XERO_CONNECTED(
            "xero.connected", Kind.GAUGE, null, Scope.INSTALLATION, "Whether Xero accepts the connection: 1, or 0"),
    XERO_CONSENT_LEFT(
            "xero.consent.left",
            Kind.GAUGE,
            "days",
            Scope.INSTALLATION,
            "Days until the consent to use Xero dies unless it is used; NaN for a custom connection, which has none"),
    EXPORTS(
            "exports",
            Kind.TIMER,
            null,
            Scope.NODE,
            "Runs of an export and how long they took, by outcome: synced, failed for a reason, or put off"),
    XERO_CALLS("xero.calls", Kind.TIMER, null, Scope.NODE, "Calls to Xero and how long they took, by outcome"),
    XERO_DAY_LIMIT_REMAINING(
            "xero.day.limit.remaining",
            Kind.GAUGE,
            null,
            Scope.NODE,
            "Calls that Xero's limit of the day leaves, as its last answer to this node said; NaN before the first one, and a day after the last"),
    MAILS("mails", Kind.COUNTER, null, Scope.NODE, "Mails handed to the mail server, by outcome"),
    MAIL_SERVER_REACHABLE(
            "mail.server.reachable",
            Kind.GAUGE,
            null,
            Scope.NODE,
            "Whether the mail server let this node in a minute ago: 1, or 0"),
    LOGINS_REFUSED("logins.refused", Kind.COUNTER, null, Scope.NODE, "Logins that were refused, by reason"),
    JOB_EXECUTOR_ACTIVE(
            "job.executor.active", Kind.GAUGE, null, Scope.NODE, "Whether this node runs jobs of the engine: 1, or 0");

    private static final String SECONDS = "seconds";

    /** How it is measured, which its exposed name ends with. */
    private enum Kind {
        /** A figure of this moment. */
        GAUGE(""),
        /** Counts up from the start of the node. */
        COUNTER("_total"),
        /** Counts and adds up seconds; exposed as a histogram. */
        TIMER("_seconds");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    /** Whose figure it is. */
    public enum Scope {
        /** Stored: every node tells the same, and the largest of them is the one to look at. */
        INSTALLATION("Of the whole installation, every node tells the same."),
        /** Counted by each node since it started: those of all nodes are to be added up. */
        NODE("Of this node alone.");

        private final String sentence;

        Scope(String sentence) {
            this.sentence = sentence;
        }
    }

    private final String name;
    private final Kind kind;
    private final String unit;
    private final Scope scope;
    private final String meaning;

    Metric(String name, Kind kind, String unit, Scope scope, String meaning) {
        this.name = name;
        this.kind = kind;
        this.unit = unit;
        this.scope = scope;
        this.meaning = meaning;
    }

    /** Dotted, as meters are registered. */
    public String id() {
        return "project.export." + name;
    }

    /** As Prometheus reads it; a histogram has {@code _count}, {@code _sum} and {@code _bucket} behind it. */
    public String exposed() {
        return id().replace('.', '_') + (unit == null ? "" : "_" + unit) + kind.ending;
    }

    /** Null for a mere number, and for a timer. */
    public String unit() {
        return unit;
    }

    public Scope scope() {
        return scope;
    }

    public String meaning() {
        return meaning;
    }

    /** What the scrape says about it. */
    public String help() {
        return "%s. %s".formatted(meaning, scope.sentence);
    }
}
