package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.FormFields;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tasklist can show each component; one that it does not know makes the whole form unusable. */
@Component
class ShownComponents extends FormRule {

    private static final Set<String> SHOWN = Set.of(
            "button",
            "checkbox",
            "checklist",
            "datetime",
            "dynamiclist",
            "expression",
            "group",
            "html",
            "iframe",
            "image",
            "number",
            "radio",
            "select",
            "separator",
            "spacer",
            "table",
            "taglist",
            "text",
            "textarea",
            "textfield");

    ShownComponents() {
        super(703, Severity.REFUSES, "A form has components that Tasklist shows.");
    }

    @Override
    Stream<Finding> check(JsonNode form, Place place, SentModels sent) {
        return FormFields.of(form)
                .filter(field -> !SHOWN.contains(field.kind()))
                .map(field -> finding(
                        place,
                        "has a component of the kind %s (%s), which this Tasklist cannot show"
                                .formatted(field.kind(), field.label()),
                        "Take it out, or use another kind"));
    }
}
