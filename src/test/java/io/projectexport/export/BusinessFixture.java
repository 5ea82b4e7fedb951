package io.projectexport.export;

import io.projectexport.export.approval.FurtherApprovals;
import io.projectexport.export.approval.ReviewProject;
import io.projectexport.export.exactlyonce.ApprovalFingerprint;
import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.exactlyonce.IdempotentJobCreator;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.exactlyonce.JobChooser;
import io.projectexport.export.exactlyonce.JobLookup;
import io.projectexport.export.exactlyonce.OrganisationCheck;
import io.projectexport.export.exactlyonce.RetryExport;
import io.projectexport.export.exactlyonce.UnknownOutcomes;
import io.projectexport.export.existing.JobsToOffer;
import io.projectexport.export.existing.LookForExistingJobs;
import io.projectexport.export.notification.EscalateReview;
import io.projectexport.export.notification.EscalationNotice;
import io.projectexport.export.notification.EscalationRecord;
import io.projectexport.export.notification.FindRejection;
import io.projectexport.export.notification.Notifier;
import io.projectexport.export.notification.NotifyAboutRejection;
import io.projectexport.export.notification.NotifyAboutResubmission;
import io.projectexport.export.notification.NotifyAboutXeroJob;
import io.projectexport.export.notification.RejectionNotice;
import io.projectexport.export.notification.ResubmissionNotice;
import io.projectexport.export.notification.SentNotices;
import io.projectexport.export.notification.XeroJobNotice;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.FourEyes;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.profile.AppointDeputy;
import io.projectexport.export.profile.ChooseMails;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.ReadProject;
import io.projectexport.export.ratelimit.RateLimiter;
import io.projectexport.export.submission.CheckSubmissions;
import io.projectexport.export.submission.FindCorrections;
import io.projectexport.export.submission.RetrieveProject;
import io.projectexport.export.submission.SubmitProject;
import io.projectexport.export.submission.WithdrawProject;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.waiting.ProcessPosition;
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
public final class BusinessFixture {

    /** Processes are none of the business's own: each has the task or message for whatever the rules allow. */
    public static final ProcessPosition AT_EACH_TASK =
            new ProcessPosition(true, false, List.of(), Set.of(Action.values()), false);

    public static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    public final InMemoryProjectExports exports = new InMemoryProjectExports();
    public final InMemoryMailPreferences mailPreferences = new InMemoryMailPreferences();
    public final ChooseMails chooseMails = new ChooseMails(mailPreferences);
    public final InMemoryAbsences absences = new InMemoryAbsences();
    public final FakePeople people = new FakePeople();
    public final JobLookup.Settings lookups = new JobLookup.Settings(Duration.ofSeconds(15));
    public final MovableClock clock = new MovableClock(NOW);
    public final DisplayFormat format = new DisplayFormat(clock);
    public final FakeCallQueue queue = new FakeCallQueue(clock);
    public final FakeCallPermits permits = new FakeCallPermits(clock);
    public final FakeAccounting accounting = new FakeAccounting(clock);
    public final InMemoryExportAttempts attempts = new InMemoryExportAttempts(clock);
    public final List<RejectionNotice> notices = new ArrayList<>();
    public final List<XeroJobNotice> syncNotices = new ArrayList<>();
    public final List<ResubmissionNotice> resubmissionNotices = new ArrayList<>();
    public final List<EscalationNotice> escalationNotices = new ArrayList<>();

    /** Addresses that the mail server refuses escalation notices for. */
    public final Set<String> brokenMailboxes = new HashSet<>();

    public final Person sam = people.with("sam", Privilege.SUBMIT);
    public final Person sue = people.with("sue", Privilege.SUBMIT);
    public final Person anna = people.with("anna", Privilege.APPROVE, Privilege.READ_ALL);
    public final Person ben = people.with("ben", Privilege.APPROVE, Privilege.READ_ALL, Privilege.SUBMIT);

    public final InMemoryNewSubmissions newSubmissions = new InMemoryNewSubmissions(mailPreferences, clock);
    public final ActionRules actionRules = new ActionRules(new FourEyes(true), people, format);
    public final SubmitProject submitProject =
            new SubmitProject(exports, actionRules, accounting, people, newSubmissions, clock);
    public final CheckSubmissions checkProjects = new CheckSubmissions(exports, actionRules, accounting);
    public final FindCorrections findCorrections = new FindCorrections(exports, actionRules, accounting);
    public final ApprovalFingerprint fingerprint = new ApprovalFingerprint(accounting);
    public final InMemoryExistingJobs existing = new InMemoryExistingJobs(exports, clock);
    public final JobsToOffer jobsToOffer = new JobsToOffer(accounting, existing);
    public final JobChooser chooser = new JobChooser(attempts, exports, fingerprint);
    public final ReviewProject reviewProject =
            new ReviewProject(exports, actionRules, fingerprint, jobsToOffer, chooser, clock);
    public final FurtherApprovals furtherApprovals = new FurtherApprovals(exports, actionRules, people, clock);
    public final RetryExport retryExport = new RetryExport(exports, actionRules, chooser, fingerprint, clock);
    public final RetrieveProject retrieveProject = new RetrieveProject(exports, actionRules, clock);
    public final WithdrawProject withdrawProject = new WithdrawProject(exports, actionRules, clock);
    final JobLookup lookup = new JobLookup(accounting, attempts, lookups, format, clock);
    final RateLimiter limiter = new RateLimiter(queue, permits, clock);
    public final LookForExistingJobs lookForExistingJobs =
            new LookForExistingJobs(accounting, existing, limiter, clock);
    public final IdempotentJobCreator jobCreator =
            new IdempotentJobCreator(accounting, attempts, lookup, new OrganisationCheck(accounting), limiter, permits);
    public final CreateXeroJob createXeroJob = new CreateXeroJob(exports, fingerprint, jobCreator, chooser, clock);
    public final FindProjects findProjects =
            new FindProjects(exports, exports, actionRules, new UnknownOutcomes(attempts), jobsToOffer);
    public final ReadProject readProject = new ReadProject(
            exports,
            exports,
            actionRules,
            accounting,
            new UnknownOutcomes(attempts),
            chooser,
            jobsToOffer,
            id -> AT_EACH_TASK);
    public final AppointDeputy appointDeputy = new AppointDeputy(absences, people, clock);
    public final Notifier notifier = new Recorder();
    public final SentNotices sent = new SentInMemory();
    public final InMemoryGatheredNotices gathered = new InMemoryGatheredNotices(clock);
    public final FindRejection findRejection = new FindRejection(exports, people);
    public final NotifyAboutRejection notifyAboutRejection =
            new NotifyAboutRejection(exports, people, findRejection, notifier, sent, gathered);
    public final NotifyAboutXeroJob notifyAboutXeroJob =
            new NotifyAboutXeroJob(exports, people, chooseMails, notifier, sent);
    public final NotifyAboutResubmission notifyAboutResubmission =
            new NotifyAboutResubmission(exports, people, actionRules, chooseMails, findRejection, notifier, sent);
    public final EscalateReview escalateReview =
            new EscalateReview(exports, people, notifier, sent, new EscalationRecord(exports, clock));

    /** A project that Sam submitted and Sue created. */
    public UUID submitted() {
        return submitProject.submit(UUID.randomUUID(), fields(), sam).id();
    }

    public UUID accepted() {
        return reviewProject.accept(submitted(), anna, JobChoice.NONE).id();
    }

    public UUID rejected() {
        return reviewProject
                .reject(submitted(), anna, "The estimate is missing")
                .id();
    }

    public ProjectExport export(UUID id) {
        return exports.find(id).orElseThrow();
    }

    /** A complete and correct submission; the project number is new each time. */
    public static Map<String, Object> fields() {
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

    public static Map<String, Object> fields(String key, Object value) {
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
        public void send(XeroJobNotice notice) {
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

        @Override
        public boolean claim(String noticeId) {
            return ids.add(noticeId);
        }
    }
}
