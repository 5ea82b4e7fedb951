package io.projectexport.process.editor;

import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.ModelDraft;
import io.projectexport.export.model.ModelDrafts;
import io.projectexport.export.model.ModelParts;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.guard.Surroundings;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.VersionTags;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link ModelDrafts}: the catalogue of steps and values, and what this installation has. */
@Component
class CatalogueDrafts implements ModelDrafts {

    private static final String SUBMISSION = "submit-project";

    private final ModelCatalogue catalogue;
    private final Surroundings surroundings;
    private final EngineParts deployed;

    CatalogueDrafts(ModelCatalogue catalogue, Surroundings surroundings, EngineParts deployed) {
        this.catalogue = catalogue;
        this.surroundings = surroundings;
        this.deployed = deployed;
    }

    @Override
    public ModelDraft begin(DeployedModel model, DeployedModel latest) {
        return new ModelDraft(
                model, latest, deployed.file(model.definitionId()), VersionTags.next(latest.tag()), parts(model));
    }

    private ModelParts parts(DeployedModel model) {
        String key = model.key();
        boolean isExport = key.equals(ProjectExportProcess.KEY);
        return new ModelParts(
                steps(key),
                isExport
                        ? Arrays.stream(DecisionTask.values())
                                .map(CatalogueDrafts::decision)
                                .toList()
                        : List.of(),
                otherForms(model.definitionId()),
                deployed.groups(surroundings.groups().orElse(Set.of())),
                deployed.decisions(model.definitionId()),
                ProjectExportProcess.DECISION_INPUTS,
                new ConditionFields(catalogue).of(key),
                moments(key),
                UsualRetries.ALL,
                isExport ? List.of(ProjectExportProcess.PROJECT_RETRIEVED) : List.of(),
                errors(key));
    }

    private List<ModelParts.Step> steps(String key) {
        return stepsOf(key).filter(this::isAllowed).map(CatalogueDrafts::step).toList();
    }

    private Stream<ModelCatalogue.Step> stepsOf(String key) {
        return catalogue.steps().stream().filter(step -> step.about().process().equals(key));
    }

    /** Whoever accepts without a person may do so only where the installation allows it. */
    private boolean isAllowed(ModelCatalogue.Step step) {
        return !List.of(step.about().to()).contains(ExportStatus.EXPORTING)
                || surroundings.acceptsByRule().orElse(false);
    }

    private static ModelParts.Step step(ModelCatalogue.Step step) {
        ModelStep about = step.about();
        return new ModelParts.Step(
                "${%s}".formatted(step.bean()),
                about.label(),
                about.description(),
                about.outside(),
                about.collection(),
                about.element(),
                List.of(about.reads()));
    }

    private static ModelParts.DecisionOfPeople decision(DecisionTask task) {
        boolean isOfSubmitter = task == DecisionTask.CORRECT;
        return new ModelParts.DecisionOfPeople(
                task.form(),
                task.label(),
                task.candidateGroup().orElse(null),
                isOfSubmitter ? DecisionTask.CORRECTING_USERS : null);
    }

    /** The form of a submission is for the start event, which keeps it. */
    private List<String> otherForms(String definitionId) {
        return deployed.forms(definitionId).stream()
                .filter(form -> DecisionTask.ofForm(form).isEmpty() && !form.equals(SUBMISSION))
                .toList();
    }

    /** What the application computes for timers, beside the time that an export has to wait for. */
    private List<ModelParts.Choice> moments(String key) {
        Stream<ModelParts.Choice> values = catalogue.values().stream()
                .filter(value -> !value.about().expression().contains("("))
                .map(value -> new ModelParts.Choice(
                        value.about().expression(), value.about().description()));
        return key.equals(ProjectExportProcess.KEY)
                ? Stream.concat(
                                values,
                                Stream.of(new ModelParts.Choice(
                                        "${%s}".formatted(ProjectExportProcess.RETRY_AT.name()),
                                        "When an export that has to wait is tried again.")))
                        .toList()
                : values.toList();
    }

    private List<ModelParts.Choice> errors(String key) {
        return stepsOf(key)
                .flatMap(step -> Arrays.stream(step.about().errors())
                        .map(reason -> new ModelParts.Choice(
                                reason.code(), step.about().label() + ": " + reason.code())))
                .distinct()
                .toList();
    }
}
