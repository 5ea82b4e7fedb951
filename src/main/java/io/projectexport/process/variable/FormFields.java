package io.projectexport.process.variable;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.SentModels;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The components of forms, however deep they stand. */
public final class FormFields {

    private FormFields() {}

    /** All of one form, those without a key among them. */
    public static Stream<FormField> of(JsonNode parent) {
        return childrenOf(parent).flatMap(field -> Stream.concat(Stream.of(field), of(field.json())));
    }

    /** Those directly in a form, a group or a list. */
    public static Stream<FormField> childrenOf(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .map(FormField::new);
    }

    /** Those of all forms that write a variable. */
    static Stream<FormField> ofAll(SentModels sent) {
        return sent.forms().values().stream()
                .flatMap(FormFields::of)
                .filter(field -> !field.key().isEmpty());
    }

    /** Whether the model shows forms whose fields are not known here. */
    static boolean hasUnknown(SentModel model) {
        return model.elements().anyMatch(element -> {
            String form = SentModel.attribute(element, "formRef");
            boolean isOther = SentModel.attribute(element, "formKey") != null;
            return isOther || form != null && model.sent().form(form).isEmpty();
        });
    }
}
