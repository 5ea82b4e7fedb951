package io.projectexport.export.submission;

import static io.projectexport.export.submission.ProjectField.CITY;
import static io.projectexport.export.submission.ProjectField.CLIENT;
import static io.projectexport.export.submission.ProjectField.COUNTRY;
import static io.projectexport.export.submission.ProjectField.CREATOR_EMAIL;
import static io.projectexport.export.submission.ProjectField.DEADLINE;
import static io.projectexport.export.submission.ProjectField.ESTIMATE_AMOUNT;
import static io.projectexport.export.submission.ProjectField.POSTAL_CODE;
import static io.projectexport.export.submission.ProjectField.PROJECT_NAME;
import static io.projectexport.export.submission.ProjectField.PROJECT_NUMBER;
import static io.projectexport.export.submission.ProjectField.STATE;
import static io.projectexport.export.submission.ProjectField.STREET;

import io.projectexport.export.project.Address;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.Submission;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A submission field by field, the way it is entered. */
public final class SubmittedFields {

    private SubmittedFields() {}

    /** Values by {@link ProjectField#key()} in the order of the form; null where nothing was given. */
    public static Map<String, Object> of(Submission submission) {
        return of(submission.project(), submission.creatorEmail());
    }

    static Map<String, Object> of(Project project, String creatorEmail) {
        Address address = project.address();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(PROJECT_NUMBER.key(), project.number());
        fields.put(PROJECT_NAME.key(), project.name());
        fields.put(STREET.key(), address.street());
        fields.put(CITY.key(), address.city());
        fields.put(STATE.key(), address.state());
        fields.put(POSTAL_CODE.key(), address.postalCode());
        fields.put(COUNTRY.key(), address.country());
        fields.put(CLIENT.key(), project.client());
        fields.put(ESTIMATE_AMOUNT.key(), plain(project.estimateAmount()));
        fields.put(
                DEADLINE.key(),
                project.deadline() == null ? null : project.deadline().toString());
        fields.put(CREATOR_EMAIL.key(), creatorEmail);
        return fields;
    }

    /** The values of a correction: a field that is not given keeps its value, and one that is given without a value loses it. */
    static Map<String, Object> corrected(Submission submission, Map<String, ?> given) {
        Map<String, Object> fields = of(submission);
        fields.putAll(given);
        return fields;
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
