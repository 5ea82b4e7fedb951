package io.projectexport.process.editor;

import io.projectexport.export.model.ModelParts.Field;
import io.projectexport.export.model.ModelParts.Kind;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.variable.ProductVariables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What conditions ask most: the answers of people, the project's fields, and what steps find out. */
final class ConditionFields {

    private final ModelCatalogue catalogue;

    ConditionFields(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Field> of(String key) {
        return key.equals(ProjectExportProcess.KEY)
                ? Stream.concat(answers(), project()).toList()
                : found(key).toList();
    }

    private static Stream<Field> answers() {
        return Arrays.stream(DecisionTask.values())
                .map(task -> new Field(
                        task.answer().name(), "Answer of “%s”".formatted(task.label()), Kind.TEXT, task.words()));
    }

    /** The estimate as the number that can be compared, and not as the text that somebody typed. */
    private static Stream<Field> project() {
        Stream<Field> fields = Arrays.stream(ProjectField.values())
                .filter(field -> field != ProjectField.ESTIMATE_AMOUNT)
                .map(field -> new Field(field.key(), field.label(), Kind.TEXT, List.of()));
        return Stream.concat(
                Stream.of(
                        new Field(
                                ProjectExportProcess.ESTIMATE.name(),
                                ProjectField.ESTIMATE_AMOUNT.label(),
                                Kind.NUMBER,
                                List.of()),
                        new Field(ProjectExportProcess.ROUND.name(), "Round", Kind.NUMBER, List.of()),
                        new Field(
                                ProjectExportProcess.HAS_CONTACT.name(),
                                "Client is a contact in Xero",
                                Kind.YES_OR_NO,
                                List.of("true", "false"))),
                fields);
    }

    private Stream<Field> found(String key) {
        return catalogue.steps().stream()
                .filter(step -> step.about().process().equals(key))
                .flatMap(step -> Arrays.stream(step.about().sets()))
                .filter(ProductVariables::contains)
                .map(name -> new Field(name, name, kind(ProductVariables.types().get(name)), List.of()));
    }

    private static Kind kind(Class<?> type) {
        if (Number.class.isAssignableFrom(type)) {
            return Kind.NUMBER;
        }
        return type == Boolean.class ? Kind.YES_OR_NO : Kind.TEXT;
    }
}
