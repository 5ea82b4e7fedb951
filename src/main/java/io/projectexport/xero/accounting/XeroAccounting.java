package io.projectexport.xero.accounting;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.FoundJobs;
import io.projectexport.export.accounting.JobName;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.accounting.OrganisationProfile;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.xero.client.TenantChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;

/** Adapter of the port {@link Accounting}: creates and finds the jobs of one Xero organisation. */
public class XeroAccounting implements Accounting {

    private static final Logger log = LoggerFactory.getLogger(XeroAccounting.class);

    private final JobKind jobs;
    private final JobList list;
    private final Duration callTimeout;
    private final Clock clock;
    private final XeroOrganisation organisation;
    private final String urlTemplate;
    private final Executor background;

    XeroAccounting(
            JobKind jobs,
            Duration callTimeout,
            Clock clock,
            XeroOrganisation organisation,
            String urlTemplate,
            Executor background) {
        this.jobs = jobs;
        this.list = new JobList(jobs, organisation::id, callTimeout, clock);
        this.callTimeout = callTimeout;
        this.clock = clock;
        this.organisation = organisation;
        this.urlTemplate = urlTemplate;
        this.background = background;
    }

    @Override
    public int maxNameLength() {
        return jobs.maxNameLength();
    }

    @Override
    public boolean hasContacts() {
        return jobs.hasContacts();
    }

    @Override
    public Optional<String> currency() {
        return organisation.currency();
    }

    @Override
    public Optional<OrganisationProfile> profile() {
        return organisation.profile();
    }

    @Override
    public Optional<String> unknownTimeZone() {
        return organisation.unknownTimeZone();
    }

    @Override
    public Optional<String> organisation() {
        return organisation.id();
    }

    @Override
    public String organisationName(String id) {
        return organisation.name(id);
    }

    @Override
    public String preview(JobRequest request) {
        return jobs.preview(request, currency().orElse(null));
    }

    @Override
    public String jobKind() {
        return jobs.name();
    }

    @Override
    public Duration callTimeout() {
        return callTimeout;
    }

    @Override
    public XeroJob create(JobRequest request, String idempotencyKey, String approvedFor) {
        Deadline deadline = Deadline.in(callTimeout, clock);
        boolean isZoneMissing = jobs.hasDeadlines() && request.deadline() != null && !organisation.isKnown();
        if (isZoneMissing) {
            loadForDeadline();
        }
        XeroJob created = job(jobs.create(request, idempotencyKey, approvedFor, deadline));
        if (!isZoneMissing && !organisation.isKnown()) {
            loadInBackground();
        }
        return created;
    }

    /** A day ends when it ends in the organisation; where Xero does not tell, it is told in the installation's time zone. */
    private void loadForDeadline() {
        try {
            organisation.load();
        } catch (ExportFailure failure) {
            if (failure.reason() == ExportFailure.Reason.RATE_LIMITED) {
                throw failure;
            }
            log.info("Xero did not tell the time zone of its organisation: {}", failure.getMessage());
        }
    }

    @Override
    public FoundJobs find(String name, Instant asOf) {
        JobName wanted = JobName.of(name);
        Map<JobName.Likeness, List<FoundJob>> found = list.likeNumberOf(wanted, asOf).stream()
                .filter(listed ->
                        listed.id() != null || wanted.likeness(listed.name()).isLikely())
                .collect(Collectors.groupingBy(
                        listed -> wanted.likeness(listed.name()),
                        Collectors.mapping(listed -> found(listed, name), Collectors.toList())));
        return new FoundJobs(
                found.getOrDefault(JobName.Likeness.SAME, List.of()),
                found.getOrDefault(JobName.Likeness.ALTERED, List.of()),
                found.getOrDefault(JobName.Likeness.OTHER, List.of()));
    }

    @Override
    public void check() {
        jobs.check();
        if (!organisation.isKnown()) {
            loadInBackground();
        }
    }

    private FoundJob found(ListedJob listed, String name) {
        return new FoundJob(
                job(XeroIds.required(listed.id())),
                listed.name().equals(name)
                        ? listed.details()
                        : "name: %s, %s".formatted(listed.name(), listed.details()));
    }

    private XeroJob job(UUID id) {
        return new XeroJob(id.toString(), url(id));
    }

    private String url(UUID id) {
        boolean shortCodeMissing =
                urlTemplate.contains("{shortCode}") && organisation.shortCode().isEmpty();
        return (shortCodeMissing ? jobs.defaultUrlTemplate() : urlTemplate)
                .replace("{id}", id.toString())
                .replace("{shortCode}", organisation.shortCode().orElse(""));
    }

    /** Never in a request: what is loaded only makes previews and links better. */
    @EventListener(ApplicationStartedEvent.class)
    void loadInBackground() {
        background.execute(this::load);
    }

    @EventListener(TenantChanged.class)
    public void reload() {
        organisation.forget();
        loadInBackground();
    }

    private void load() {
        try {
            organisation.load();
            jobs.load();
        } catch (ExportFailure notNow) {
            log.info("Xero did not tell about its organisation: {}", notNow.getMessage());
        }
    }
}
