package io.projectexport.process.rule.file;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's own parser reads the model, within one of its commands; where there is no engine, nobody can ask it. */
@Component
class EngineReads extends ModelRule {

    private final ObjectProvider<ProcessEngine> engine;

    /** @param engine the one to which the rule itself belongs, so that it is not there yet while it starts */
    EngineReads(ObjectProvider<ProcessEngine> engine) {
        super(108, Severity.REFUSES, "The engine can read the model.");
        this.engine = engine;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        boolean isReadable =
                model.expressions().stream().map(ModelExpression::tree).allMatch(Optional::isPresent)
                        // the engine loads these kinds, and logs what it does not find
                        && model.elements().allMatch(element -> SentModel.attribute(element, "type") == null);
        return isReadable ? read(model).stream() : Stream.empty();
    }

    private List<Finding> read(SentModel model) {
        ProcessEngineConfigurationImpl deploying = Context.getProcessEngineConfiguration();
        if (deploying != null) {
            return read(model, deploying);
        }
        return engine.stream()
                .map(idle -> (ProcessEngineConfigurationImpl) idle.getProcessEngineConfiguration())
                .flatMap(idle -> idle.getCommandExecutorTxRequired().execute(command -> read(model, idle)).stream())
                .toList();
    }

    private List<Finding> read(SentModel model, ProcessEngineConfigurationImpl configuration) {
        return configuration.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .flatMap(deployer -> check(model, ((BpmnDeployer) deployer).getBpmnParser()))
                .toList();
    }

    private Stream<Finding> check(SentModel model, BpmnParser parser) {
        try {
            parser.createParse()
                    .sourceInputStream(
                            new ByteArrayInputStream(model.sent().files().get(model.resource())))
                    .deployment(new DeploymentEntity())
                    .name(model.resource())
                    .execute();
            return Stream.empty();
        } catch (ParseException refused) {
            return refused.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(problem -> finding(
                            place(problem, model), "cannot be run: " + words(problem.getMessage()), remedy(problem)));
        } catch (ProcessEngineException refused) {
            return Stream.of(finding(
                    Place.ofFile(model.resource()),
                    "cannot be run: " + words(refused.getMessage()),
                    "Mend it in Camunda Modeler"));
        }
    }

    private static Place place(Problem problem, SentModel model) {
        ModelElementInstance element = problem.getMainElementId() == null
                ? null
                : model.bpmn().getModelElementById(problem.getMainElementId());
        return element == null ? Place.ofFile(model.resource()) : model.place(element);
    }

    private static String words(String message) {
        return EngineWords.of(message)
                .map(EngineWords::problem)
                .orElse(message.strip().replaceFirst("\\.$", ""));
    }

    private static String remedy(Problem problem) {
        return EngineWords.of(problem.getMessage()).map(EngineWords::remedy).orElse("Mend it in Camunda Modeler");
    }
}
