package io.projectexport.process.waiting;

import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.DecisionTask;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** How the author of a model calls its elements; models are kept in memory. */
@Component
class ElementNames {

    private final RepositoryService repository;
    private final EngineCommands commands;

    ElementNames(RepositoryService repository, EngineCommands commands) {
        this.repository = repository;
        this.commands = commands;
    }

    /** Its id where it has no name. */
    String of(String definitionId, String element) {
        FlowElement found = element(definitionId, element);
        return found == null || found.getName() == null ? element : found.getName();
    }

    boolean isAtEdge(String definitionId, String element) {
        return element(definitionId, element) instanceof BoundaryEvent;
    }

    /** What a task is for; a copy in an edited model is known by the form that it shows. */
    Optional<DecisionTask> decision(String definitionId, String element) {
        return DecisionTask.of(element)
                .or(() -> element(definitionId, element) instanceof UserTask task
                        ? DecisionTask.ofForm(task.getCamundaFormRef())
                        : Optional.empty());
    }

    private FlowElement element(String definitionId, String element) {
        BpmnModelInstance model = commands.inTransaction(
                () -> commands.withoutAuthorization(() -> repository.getBpmnModelInstance(definitionId)));
        // the engine calls the loop around a step so
        return model.getModelElementById(element.replaceFirst("#.*$", "")) instanceof FlowElement found ? found : null;
    }
}
