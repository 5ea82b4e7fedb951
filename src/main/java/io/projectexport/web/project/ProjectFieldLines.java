package io.projectexport.web.project;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.project.Address;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.submission.SubmittedFields;
import io.projectexport.web.page.PageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was submitted, a line for each field, as people read it on the project's page. */
class ProjectFieldLines {

    private static final List<ProjectField> ADDRESS =
            List.of(ProjectField.CITY, ProjectField.STATE, ProjectField.POSTAL_CODE, ProjectField.COUNTRY);

    private final Accounting accounting;
    private final PageFormat format;

    ProjectFieldLines(Accounting accounting, PageFormat format) {
        this.accounting = accounting;
        this.format = format;
    }

    List<ProjectView.Line> of(ProjectExport export) {
        Submission submission = export.submission();
        Project project = submission.project();
        Map<String, Object> values = new LinkedHashMap<>(SubmittedFields.of(submission));
        values.put(ProjectField.ESTIMATE_AMOUNT.key(), format.amount(project.estimateAmount()));
        values.put(ProjectField.DEADLINE.key(), format.date(project.deadline()));
        ADDRESS.forEach(field -> values.remove(field.key()));
        values.put(ProjectField.STREET.key(), address(project.address()));
        Stream<ProjectView.Line> entered = Stream.of(ProjectField.values())
                .filter(field -> values.get(field.key()) != null)
                .map(field -> new ProjectView.Line(
                        field == ProjectField.STREET ? "Address" : field.label(),
                        values.get(field.key()).toString()));
        Stream<ProjectView.Line> known = Stream.of(
                new ProjectView.Line("Submitter", submission.submitterName()),
                new ProjectView.Line("Submitted", format.time(submission.submittedAt())));
        return Stream.of(entered, otherContact(export), known)
                .flatMap(lines -> lines)
                .toList();
    }

    /** As on an envelope; null when nothing of it was given. */
    private static String address(Address address) {
        String city = join(" ", address.city(), address.state(), address.postalCode());
        return join("\n", address.street(), city, address.country());
    }

    private static String join(String between, String... parts) {
        String joined = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
        return joined.isEmpty() ? null : joined;
    }

    /** What an approver chose in the client's place. */
    private Stream<ProjectView.Line> otherContact(ProjectExport export) {
        String contact = export.contactName();
        boolean isClient = Objects.equals(contact, export.project().client());
        return isClient || !accounting.hasContacts()
                ? Stream.empty()
                : Stream.of(new ProjectView.Line("Client in Xero", contact == null ? "none" : contact));
    }
}
