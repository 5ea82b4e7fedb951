package io.projectexport.process.rehearsal;

import io.projectexport.export.permission.People;
import io.projectexport.export.rehearsal.RehearsedModels;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphReader;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Surroundings;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.task.ProjectValues;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link RehearsedModels}: the player of the guard. */
@Component
class GraphRehearsal implements RehearsedModels {

    private final ModelCatalogue catalogue;
    private final ProjectValues fields;
    private final People people;
    private final DeployedDecisions deployed;
    private final DecisionEngine engine = new DecisionEngine();

    GraphRehearsal(ModelCatalogue catalogue, ProjectValues fields, People people, DeployedDecisions deployed) {
        this.catalogue = catalogue;
        this.fields = fields;
        this.people = people;
        this.deployed = deployed;
    }

    @Override
    public Optional<RehearsedModel> read(Map<String, byte[]> files) {
        SentModels sent = new SentModels(files, Surroundings.UNKNOWN);
        return sent.models().stream()
                .flatMap(model -> GraphReader.read(model, ProjectExportProcess.KEY, catalogue).stream())
                .findFirst()
                .map(graph -> played(graph, sent));
    }

    private RehearsedModel played(FlowGraph graph, SentModels sent) {
        AskedTables decisions =
                new AskedTables(graph, engine, (key, isOfDeployment) -> decision(key, isOfDeployment, sent));
        return new PlayedModel(graph, decisions, fields, new Places(graph, people));
    }

    private Optional<DmnDecision> decision(String key, boolean isOfDeployment, SentModels sent) {
        if (sent.decisionKeys().contains(key)) {
            return sent.decisionFiles()
                    .flatMap(name -> engine.read(key, sent.files().get(name)).stream())
                    .findFirst();
        }
        return isOfDeployment ? Optional.empty() : deployed.file(key).flatMap(file -> engine.read(key, file));
    }
}
