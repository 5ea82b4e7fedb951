package io.projectexport.process.task;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.project.Submission;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.submission.SubmittedFields;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.process.expression.ComputedValues;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.Variable;
import java.math.BigDecimal;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Values of a project for forms and expressions, computed when somebody asks: what is shown is what is stored, and a project costs the
 * engine no rows for it. The names are those of the variables that held copies in earlier releases; deployed models and forms use them.
 */
@Component
public class ProjectValues implements ComputedValues {

    private final ProjectExports exports;
    private final Accounting accounting;
    private final HistoryTable historyTable;
    private final DisplayFormat format;
    private final Map<String, Function<ProjectExport, Object>> values = new LinkedHashMap<>();

    ProjectValues(ProjectExports exports, Accounting accounting, HistoryTable historyTable, DisplayFormat format) {
        this.exports = exports;
        this.accounting = accounting;
        this.historyTable = historyTable;
        this.format = format;
        addFields();
        addWords();
        addPeople();
        addJob();
    }

    private void addFields() {
        for (ProjectField field : ProjectField.values()) {
            values.put(
                    field.key(),
                    export -> SubmittedFields.of(export.submission()).get(field.key()));
        }
        add(ProjectExportProcess.EXPORT_ID, export -> export.id().toString());
        add(ProjectExportProcess.ROUND, export -> export.submission().round());
        add(ProjectExportProcess.ADDRESS, export -> export.project().address().oneLine());
        add(
                ProjectExportProcess.SUBMITTED_AT,
                export -> Date.from(export.submission().submittedAt()));
    }

    private void addWords() {
        add(
                ProjectExportProcess.ESTIMATE,
                export -> Optional.ofNullable(export.project().estimateAmount())
                        .map(BigDecimal::doubleValue)
                        .orElse(null));
        add(
                ProjectExportProcess.ESTIMATE_IN_WORDS,
                export -> format.amount(
                        export.project().estimateAmount(), accounting.currency().orElse(null)));
        add(ProjectExportProcess.ESTIMATE, export -> number(export.project().estimateAmount()));
        add(
                ProjectExportProcess.DEADLINE_IN_WORDS,
                export -> format.date(export.project().deadline()));
        add(ProjectExportProcess.EARLIER_STEPS, export -> historyTable.of(export.id()));
        add(ProjectExportProcess.CHANGES, this::changes);
    }

    private static Double number(BigDecimal amount) {
        return amount == null ? null : amount.doubleValue();
    }

    private String changes(ProjectExport export) {
        return exports.history(export.id()).stream()
                .filter(step -> step.round() == export.submission().round())
                .filter(step -> step.is(HistoryStep.RESUBMITTED))
                .map(HistoryEntry::comment)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void addPeople() {
        add(ProjectExportProcess.INITIATOR, export -> export.submission().submitter());
        add(ProjectExportProcess.SUBMITTER, export -> export.submission().submitter());
        add(ProjectExportProcess.CREATOR, export -> creator(export.submission()));
        add(ProjectExportProcess.SUBMITTER_NAME, export -> export.submission().submitterName());
    }

    private void addJob() {
        add(
                ProjectExportProcess.XERO_PREVIEW,
                export -> accounting.preview(export.project().jobRequest(export.contactName())));
        add(ProjectExportProcess.HAS_CONTACT, export -> accounting.hasContacts());
        add(ProjectExportProcess.CONTACT_NAME, this::contact);
    }

    private <T> void add(Variable<T> variable, Function<ProjectExport, T> value) {
        values.put(variable.name(), value::apply);
    }

    private static String creator(Submission submission) {
        return submission.creator() == null ? submission.submitter() : submission.creator();
    }

    private String contact(ProjectExport export) {
        boolean isClient = export.decision() == null && accounting.hasContacts();
        return isClient ? export.project().client() : decidedContact(export);
    }

    private static String decidedContact(ProjectExport export) {
        return export.decision() == null ? null : export.decision().contactName();
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public Optional<OfInstance> of(String processInstanceId) {
        return exports.find(UUID.fromString(processInstanceId)).map(this::of);
    }

    /** Those of a project that was read already. */
    public OfInstance of(ProjectExport export) {
        return name -> values.get(name).apply(export);
    }
}
