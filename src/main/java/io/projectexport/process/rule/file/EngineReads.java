package io.projectexport.process.rule.file;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The engine's own parser reads the model; where there is no engine, nobody can ask it. */
@Component
class EngineReads extends ModelRule {

    EngineReads() {
        super(108, Severity.REFUSES, "The engine can read the model.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        boolean isReadable =
                model.expressions().stream().map(ModelExpression::tree).allMatch(Optional::isPresent)
                        // the engine loads these kinds, and logs what it does not find
                        && model.elements().allMatch(element -> SentModel.attribute(element, "type") == null);
        return isReadable ? parser().stream().flatMap(parser -> check(model, parser)) : Stream.empty();
    }

    private static Optional<BpmnParser> parser() {
        ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
        return engine == null
                ? Optional.empty()
                : engine.getDeployers().stream()
                        .filter(BpmnDeployer.class::isInstance)
                        .map(deployer -> ((BpmnDeployer) deployer).getBpmnParser())
                        .findFirst();
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
