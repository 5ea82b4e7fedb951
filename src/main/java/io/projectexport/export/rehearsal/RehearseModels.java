package io.projectexport.export.rehearsal;

import io.projectexport.export.model.CheckModels;
import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.DeployedModels;
import io.projectexport.export.model.ModelFinding;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.rehearsal.RehearsedModels.RehearsedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Use case: who looks after models, or watches the processes, reads what the last finished projects would have met on an edited model. */
@Service
public class RehearseModels {

    /** How many projects are played at most. */
    public static final int MOST = 500;

    private static final String PROCESS = "project-export";

    private final CheckModels check;
    private final DeployedModels deployed;
    private final RehearsedModels models;
    private final PastProjects projects;

    RehearseModels(CheckModels check, DeployedModels deployed, RehearsedModels models, PastProjects projects) {
        this.check = check;
        this.deployed = deployed;
        this.models = models;
        this.projects = projects;
    }

    /** @param findings what a deployment of the files would be told */
    public record Rehearsed(List<ModelFinding> findings, Rehearsal rehearsal) {}

    /**
     * Plays the last finished projects; what was sent without a model, as a decision table alone, on the latest one.
     *
     * @param files models, forms and decision tables that belong together, by their names
     * @throws ActionRefused when the person may not, it is too much, or there is no model to play
     */
    public Rehearsed rehearse(Map<String, byte[]> files, Person person) {
        List<ModelFinding> findings = check.check(files, person);
        Optional<Map<String, byte[]>> latest = latest();
        RehearsedModel model = models.read(files)
                .or(() -> latest.flatMap(before -> models.read(with(before, files))))
                .orElseThrow(() -> ActionRefused.invalid(
                        CheckModels.FILES, "Send a model of the process %s that can be read.".formatted(PROCESS)));
        return new Rehearsed(findings, rehearsal(model, latest.flatMap(models::read)));
    }

    private Optional<Map<String, byte[]>> latest() {
        return deployed.all().stream()
                .filter(model -> model.key().equals(PROCESS))
                .findFirst()
                .map(DeployedModel::definitionId)
                .map(deployed::files);
    }

    private static Map<String, byte[]> with(Map<String, byte[]> before, Map<String, byte[]> files) {
        Map<String, byte[]> all = new TreeMap<>(before);
        all.putAll(files);
        return all;
    }

    private Rehearsal rehearsal(RehearsedModel model, Optional<RehearsedModel> latest) {
        RehearsalGroups groups = new RehearsalGroups();
        RehearsalGroups onLatest = new RehearsalGroups();
        UnknownThings unknown = new UnknownThings();
        int played = 0;
        for (PastProject project : projects.lastFinished(MOST)) {
            List<PlayedWay> ways = project.isTold() ? model.play(project) : List.of();
            if (ways.isEmpty()) {
                unknown.addUnplayed(project);
                continue;
            }
            played++;
            groups.add(project, ways);
            unknown.add(project, ways);
            latest.ifPresent(before -> onLatest.add(project, before.play(project)));
        }
        return new Rehearsal(
                played, groups.asTheyDid(), groups.all(onLatest), unknown.sentences(), model.diagram(), model.labels());
    }
}
