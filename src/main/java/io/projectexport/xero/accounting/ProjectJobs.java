package io.projectexport.xero.accounting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.xero.api.client.ProjectApi;
import com.xero.models.project.ProjectCreateOrUpdate;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.xero.client.XeroCalls;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.threeten.bp.OffsetDateTime;
import org.threeten.bp.ZoneOffset;

/** Jobs as projects of Xero Projects. */
class ProjectJobs implements JobKind {

    /** Xero documents no limit for project names; this one is its limit for contact names. */
    private static final int MAX_NAME_LENGTH = 255;

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final ProjectApi api;
    private final XeroCalls calls;
    private final ProjectList projects;
    private final XeroContacts contacts;
    private final DisplayFormat format;
    private final XeroOrganisation organisation;
    private final ZoneId ownTimeZone;

    ProjectJobs(ProjectApi api, XeroCalls calls, XeroContacts contacts, XeroOrganisation organisation, Clock clock) {
        this.api = api;
        this.calls = calls;
        this.contacts = contacts;
        this.format = new DisplayFormat(clock);
        this.projects = new ProjectList(api, calls, format, this::timeZone);
        this.organisation = organisation;
        this.ownTimeZone = clock.getZone();
    }

    @Override
    public int maxNameLength() {
        return MAX_NAME_LENGTH;
    }

    @Override
    public boolean hasContacts() {
        return true;
    }

    @Override
    public boolean hasDeadlines() {
        return true;
    }

    @Override
    public String preview(JobRequest request, String currency) {
        return new PreviewText()
                .line("Project", request.name())
                .line("Contact", request.contactName())
                .line("Estimate", format.amount(request.estimateAmount(), currency))
                .line("Deadline", format.date(request.deadline()))
                .toString();
    }

    @Override
    public String name() {
        return "Project of Xero Projects";
    }

    @Override
    public UUID create(JobRequest request, String idempotencyKey, String organisation, Deadline deadline) {
        ProjectCreateOrUpdate project = new ProjectCreateOrUpdate()
                .name(request.name())
                .contactId(contact(organisation, request.contactName(), idempotencyKey))
                .estimateAmount(amount(request.estimateAmount()))
                .deadlineUtc(endOf(request.deadline()));
        XeroCalls.Request creation = (token, tenant) -> {
            deadline.check();
            return api.createProjectForHttpResponse(token, tenant, project, idempotencyKey);
        };
        ObjectNode created = create(request.contactName(), creation.onlyTo(organisation));
        return XeroIds.required(XeroJson.id(created, "projectId"));
    }

    private ObjectNode create(String contactName, XeroCalls.Request creation) {
        try {
            return calls.call(ObjectNode.class, creation);
        } catch (ExportFailure failure) {
            contacts.doubt(contactName, failure);
            throw failure;
        }
    }

    private UUID contact(String organisation, String name, String idempotencyKey) {
        try {
            return name == null ? null : contacts.findOrCreate(organisation, name, idempotencyKey + "-contact");
        } catch (ExportFailure failure) {
            throw failure.nothingCreated();
        }
    }

    private static Double amount(BigDecimal amount) {
        return amount == null ? null : amount.doubleValue();
    }

    private OffsetDateTime endOf(LocalDate day) {
        if (day == null) {
            return null;
        }
        Instant end = day.atTime(END_OF_DAY).atZone(timeZone()).toInstant();
        return org.threeten.bp.Instant.ofEpochSecond(end.getEpochSecond()).atOffset(ZoneOffset.UTC);
    }

    /** Where it is that day which people read in Xero. */
    private ZoneId timeZone() {
        return organisation.timeZone().orElse(ownTimeZone);
    }

    @Override
    public List<ListedJob> list() {
        return projects.all();
    }

    @Override
    public void check() {
        projects.page(1, 1);
    }

    @Override
    public String defaultUrlTemplate() {
        return "https://go.xero.com/app/projects/project/{id}";
    }
}
