package io.projectexport.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The business with everything around it in memory: two submitters, two approvers, one clock that stands until it is moved. */
public final class Fixture {

    public static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    public final InMemoryProjectExports exports = new InMemoryProjectExports();
    public final InMemoryMailChoices mailChoices = new InMemoryMailChoices();
    public final MailWishes wishes = new MailWishes(mailChoices);
    public final InMemorySubstitutions substitutions = new InMemorySubstitutions();
    public final FakePeople people = new FakePeople();
    final LookupSettings lookups = new LookupSettings(Duration.ofSeconds(15));
    public final MovableClock clock = new MovableClock(NOW);
    final DisplayFormat format = new DisplayFormat(clock);
    final FakePlaces places = new FakePlaces();
    final FakeAccounting accounting = new FakeAccounting(clock);
    final InMemoryAttempts attempts = new InMemoryAttempts();
    final List<RejectionNotice> notices = new ArrayList<>();
    final List<SyncNotice> syncNotices = new ArrayList<>();
    final List<ResubmissionNotice> resubmissionNotices = new ArrayList<>();
    final List<EscalationNotice> escalationNotices = new ArrayList<>();

    /** Addresses that the mail server refuses news of escalations for. */
    final Set<String> brokenMailboxes = new HashSet<>();

    final Person sam = people.with("sam", Privilege.SUBMIT);
    final Person sue = people.with("sue", Privilege.SUBMIT);
    final Person anna = people.with("anna", Privilege.APPROVE, Privilege.READ_ALL);
    final Person ben = people.with("ben", Privilege.APPROVE, Privilege.READ_ALL, Privilege.SUBMIT);

    final ActionRules actionRules = new ActionRules(new FourEyes(true), people, format);
    final SubmitProject submitProject = new SubmitProject(exports, actionRules, accounting, people, clock);
    final CheckProjects checkProjects = new CheckProjects(exports, accounting);
    final Approvals approvals = new Approvals(accounting);
    final JobChoices choices = new JobChoices(attempts, approvals);
    final ReviewProject reviewProject = new ReviewProject(exports, actionRules, approvals, clock);
    final RetryExport retryExport = new RetryExport(exports, actionRules, choices, clock);
    final RetrieveProject retrieveProject = new RetrieveProject(exports, actionRules, clock);
    final WithdrawProject withdrawProject = new WithdrawProject(exports, actionRules, clock);
    final JobLooks looks = new JobLooks(accounting, attempts, lookups, format, clock);
    final Turns turns = new Turns(places, new XeroPlan("organisation", 60, 5, Duration.ofSeconds(70)), clock);
    final ExactlyOnce exactlyOnce =
            new ExactlyOnce(accounting, attempts, looks, new OrganisationCheck(accounting), turns, clock);
    final CreateXeroJob createXeroJob = new CreateXeroJob(exports, approvals, exactlyOnce, choices, clock);
    final FindProjects findProjects =
            new FindProjects(exports, exports, actionRules, accounting, new Checking(attempts, clock), choices);
    final AppointDeputy appointDeputy = new AppointDeputy(substitutions, people, clock);
    private final Notifier notifier = new Recorder();
    private final SentNotices sent = new SentInMemory();
    final FindRejection findRejection = new FindRejection(exports, people);
    final NotifyAboutRejection notifyAboutRejection =
            new NotifyAboutRejection(exports, people, findRejection, notifier, sent);
    final SyncNews syncNews = new SyncNews(exports, people, wishes, notifier, sent);
    final ResubmissionNews resubmissionNews =
            new ResubmissionNews(exports, people, actionRules, wishes, findRejection, notifier, sent);
    final Escalations escalations =
            new Escalations(exports, people, notifier, sent, new EscalationStep(exports, clock));

    /** A project that Sam submitted and Sue created. */
    public UUID submitted() {
        return submitProject.submit(UUID.randomUUID(), fields(), sam).id();
    }

    UUID accepted() {
        return reviewProject.accept(submitted(), anna, "Harbour Council").id();
    }

    UUID rejected() {
        return reviewProject
                .reject(submitted(), anna, "The estimate is missing")
                .id();
    }

    ProjectExport export(UUID id) {
        return exports.find(id).orElseThrow();
    }

    /** A complete and correct submission; the project number is new each time. */
    static Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("projectNumber", "P-" + UUID.randomUUID().toString().substring(0, 8));
        fields.put("projectName", "Harbour Bridge");
        fields.put("street", "1 Quay Street");
        fields.put("city", "Auckland");
        fields.put("country", "New Zealand");
        fields.put("client", "Harbour Council");
        fields.put("estimateAmount", "1250000.50");
        fields.put("deadline", "2027-03-31");
        fields.put("creatorEmail", "sue@example.com");
        return fields;
    }

    static Map<String, Object> fields(String key, Object value) {
        Map<String, Object> fields = fields();
        fields.put(key, value);
        return fields;
    }

    private final class Recorder implements Notifier {
        @Override
        public void send(RejectionNotice notice) {
            notices.add(notice);
        }

        @Override
        public void send(SyncNotice notice) {
            syncNotices.add(notice);
        }

        @Override
        public void send(ResubmissionNotice notice) {
            resubmissionNotices.add(notice);
        }

        @Override
        public void send(EscalationNotice notice) {
            if (brokenMailboxes.contains(notice.recipient())) {
                throw new IllegalStateException("no such mailbox: " + notice.recipient());
            }
            escalationNotices.add(notice);
        }
    }

    private static final class SentInMemory implements SentNotices {
        private final Set<String> ids = new HashSet<>();

        @Override
        public boolean contains(String noticeId) {
            return ids.contains(noticeId);
        }

        @Override
        public void add(String noticeId) {
            ids.add(noticeId);
        }
    }
}
