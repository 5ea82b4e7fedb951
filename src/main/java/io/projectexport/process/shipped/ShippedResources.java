package io.projectexport.process.shipped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The models and forms that this release comes with, in place of the starter's, which deploys all of them whenever one has changed. */
@Component
class ShippedResources extends DefaultDeploymentConfiguration {

    private static final String MODEL = ".bpmn";

    /** Deploys nothing: {@link ShippedModelDeployment} does, once the engine is there. */
    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {}

    /** One for each process; none where deployments at the start are switched off. */
    List<ShippedModel> models() {
        return camundaBpmProperties.isAutoDeploymentEnabled() ? models(contents()) : List.of();
    }

    private Map<String, byte[]> contents() {
        return getDeploymentResources().stream()
                .collect(Collectors.toMap(Resource::getFilename, ShippedResources::content, (a, b) -> a, TreeMap::new));
    }

    private static byte[] content(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ShippedModel> models(Map<String, byte[]> contents) {
        return contents.keySet().stream()
                .filter(name -> name.endsWith(MODEL))
                .map(name -> model(name, contents))
                .toList();
    }

    private static ShippedModel model(String file, Map<String, byte[]> contents) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(contents.get(file)));
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        Map<String, byte[]> resources = Stream.concat(Stream.of(file), forms(model, contents.keySet()))
                .collect(Collectors.toMap(Function.identity(), contents::get, (a, b) -> a, TreeMap::new));
        return new ShippedModel(process.getId(), process.getName(), process.getCamundaVersionTag(), resources);
    }

    /** Bound to the deployment, so that they have to be in the same one. */
    private static Stream<String> forms(BpmnModelInstance model, Set<String> names) {
        Stream<String> ofTasks =
                model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef);
        Stream<String> ofStarts =
                model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef);
        return Stream.concat(ofTasks, ofStarts).map(form -> form + ".form").filter(names::contains);
    }
}
