package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A form was drawn for this Tasklist; what a newer one knows, this one leaves out. */
@Component
class FormPlatform extends FormRule {

    /** Of the form-js in Camunda 7.24. */
    private static final int NEWEST = 16;

    private static final String REMEDY = "Look at it in Tasklist, or draw it as a form for Camunda 7";

    FormPlatform() {
        super(702, Severity.WARNS, "A form was drawn for Camunda 7.24.");
    }

    @Override
    Stream<Finding> check(JsonNode form, Place place, SentModels sent) {
        boolean isNewer = form.path("schemaVersion").asInt() > NEWEST;
        boolean isForCloud = form.path("executionPlatform").asText().equals("Camunda Cloud");
        Stream<Finding> newer = isNewer
                ? Stream.of(finding(
                        place,
                        "has schema version %s, and Tasklist knows %d"
                                .formatted(form.path("schemaVersion").asText(), NEWEST),
                        REMEDY))
                : Stream.empty();
        return isForCloud ? Stream.concat(newer, Stream.of(finding(place, "was drawn for Camunda 8", REMEDY))) : newer;
    }
}
