package io.projectexport.web.model;

import io.projectexport.export.model.BrokenVersions;
import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.ModelChange;
import io.projectexport.export.model.WaitingStep;
import io.projectexport.export.permission.People;
import io.projectexport.export.recovery.StrandedProjects;
import io.projectexport.export.version.ShippedModels;
import io.projectexport.web.model.ModelsPage.Version;
import io.projectexport.web.page.PageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Factory of the pages about models. */
@Component
public class ModelPageFactory {

    /** More is no list that a person reads. */
    private static final int MOST_STRANDED = 50;

    private final ShippedModels shipped;
    private final BrokenVersions broken;
    private final StrandedProjects stranded;
    private final People people;
    private final PageFormat format;

    ModelPageFactory(
            ShippedModels shipped, BrokenVersions broken, StrandedProjects stranded, People people, PageFormat format) {
        this.shipped = shipped;
        this.broken = broken;
        this.stranded = stranded;
        this.people = people;
        this.format = format;
    }

    ModelsPage list(List<DeployedModel> models) {
        Map<String, List<DeployedModel>> byKey = models.stream()
                .collect(Collectors.groupingBy(DeployedModel::key, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> names = names(models);
        return new ModelsPage(
                byKey.entrySet().stream()
                        .map(entry -> new ModelsPage.Model(
                                entry.getKey(), entry.getValue().get(0).name(), versions(entry.getValue(), names)))
                        .toList(),
                shipped.kept(),
                broken.broken(),
                stranded.list(MOST_STRANDED));
    }

    ModelPage waiting(DeployedModel model, List<DeployedModel> versions, List<WaitingStep> waiting) {
        return page(model, versions, null, waiting, List.of());
    }

    ModelPage changes(
            DeployedModel model, List<DeployedModel> versions, DeployedModel earlier, List<ModelChange> changes) {
        return page(model, versions, earlier, List.of(), changes);
    }

    private ModelPage page(
            DeployedModel model,
            List<DeployedModel> versions,
            DeployedModel earlier,
            List<WaitingStep> waiting,
            List<ModelChange> changes) {
        List<Version> all = versions(versions, names(versions));
        return new ModelPage(
                model.name(),
                find(all, model),
                all.stream()
                        .filter(other -> !other.id().equals(model.definitionId()))
                        .toList(),
                earlier == null ? null : find(all, earlier),
                waiting,
                changes);
    }

    private static Version find(List<Version> versions, DeployedModel model) {
        return versions.stream()
                .filter(version -> version.id().equals(model.definitionId()))
                .findFirst()
                .orElseThrow();
    }

    private List<Version> versions(List<DeployedModel> latestFirst, Map<String, String> names) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < latestFirst.size(); i++) {
            DeployedModel model = latestFirst.get(i);
            String previous =
                    i + 1 < latestFirst.size() ? latestFirst.get(i + 1).definitionId() : null;
            versions.add(new Version(
                    model.definitionId(),
                    model.number(),
                    model.tag(),
                    format.time(model.deployedAt()),
                    by(model, names),
                    model.running(),
                    model.suspended(),
                    previous));
        }
        return versions;
    }

    private Map<String, String> names(List<DeployedModel> models) {
        return people.names(models.stream()
                .map(DeployedModel::deployedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static String by(DeployedModel model, Map<String, String> names) {
        if (model.deployedBy() == null) {
            return "this application, at its start";
        }
        String name = names.get(model.deployedBy());
        return "page".equals(model.source()) ? name + ", on this page" : name + from(model);
    }

    private static String from(DeployedModel model) {
        return model.source() == null ? "" : ", with " + model.source();
    }
}
