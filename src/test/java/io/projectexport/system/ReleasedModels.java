package io.projectexport.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The models and forms of an earlier release, deployed as its jar deployed them; none of their jobs starts by itself. */
final class ReleasedModels {

    private static final Path FILES = Path.of("src/test/resources/released/1.0.0");

    private final ProcessEngine engine;
    private final String deploymentId;

    private ReleasedModels(ProcessEngine engine, String deploymentId) {
        this.engine = engine;
        this.deploymentId = deploymentId;
    }

    static ReleasedModels deployTo(ProcessEngine engine) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name("released");
        files().forEach(file -> deployment.addString(FILES.relativize(file).toString(), tagged(content(file))));
        ReleasedModels models = new ReleasedModels(engine, deployment.deploy().getId());
        models.definitionIds()
                .forEach(id -> engine.getManagementService().suspendJobDefinitionByProcessDefinitionId(id, true));
        return models;
    }

    /** An older tag than the deployed one's would be refused, which it was not when that release was deployed. */
    private static String tagged(String model) {
        return model.replaceFirst("versionTag=\"[^\"]*\"", "versionTag=\"1000\"");
    }

    /** The definition that an instance of the earlier release runs on, whatever was deployed since. */
    String definitionId(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deploymentId)
                .processDefinitionKey(key)
                .singleResult()
                .getId();
    }

    String form(String name) {
        return content(FILES.resolve("forms").resolve(name + ".form"));
    }

    /** Ids of all elements in which an instance can wait when the application is replaced by its next release. */
    Set<String> waitStates() {
        Set<String> ids = new TreeSet<>();
        for (String definition : definitionIds()) {
            userTasks(definition).map(UserTask::getId).forEach(ids::add);
            engine.getManagementService().createJobDefinitionQuery().processDefinitionId(definition).list().stream()
                    .map(JobDefinition::getActivityId)
                    .forEach(ids::add);
        }
        return ids;
    }

    private Stream<UserTask> userTasks(String definition) {
        RepositoryService repository = engine.getRepositoryService();
        return repository.getBpmnModelInstance(definition).getModelElementsByType(UserTask.class).stream();
    }

    private List<String> definitionIds() {
        return Stream.of("project-export", "daily-summary")
                .map(this::definitionId)
                .toList();
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.walk(FILES)) {
            return files.filter(file -> file.toString().matches(".*\\.(bpmn|form)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
