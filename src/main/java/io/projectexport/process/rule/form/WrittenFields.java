package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.variable.FormField;
import io.projectexport.process.variable.FormFields;
import io.projectexport.process.variable.ProductVariables;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A form writes no variable on which the application relies; what is shown there is shown only. */
@Component
class WrittenFields extends FormRule {

    private static final Set<String> CHOICES = Set.of(
            ProjectExportProcess.JOB_CHOICE.name(),
            ProjectExportProcess.CONTACT_CHOICE.name(),
            ProjectExportProcess.CONTACT_NAME.name());

    WrittenFields() {
        super(707, Severity.REFUSES, "A form writes no variable of the application but the answers of its task.");
    }

    @Override
    Stream<Finding> check(JsonNode form, Place place, SentModels sent) {
        ShownForm shown = ShownForm.of(form, sent);
        return FormFields.of(form)
                .filter(FormField::isAsked)
                .filter(FormField::isEntered)
                .filter(field -> ProductVariables.contains(field.rootKey()) && !mayWrite(field.rootKey(), shown))
                .map(field -> finding(
                        place,
                        "lets people change %s, on which the application relies".formatted(field.key()),
                        "Set the field to read only, or give it a key of its own"));
    }

    private static boolean mayWrite(String key, ShownForm shown) {
        boolean isAnswer =
                ProductVariables.answeredTask(key).isPresent() || key.equals(ProjectExportProcess.COMMENT.name());
        boolean isField = ProjectField.byKey(key).isPresent();
        return isAnswer || isField && shown.isSubmission() || CHOICES.contains(key) && shown.isApproval();
    }
}
