package io.projectexport.process.rest;

import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/**
 * JAX-RS application of Camunda's REST API, and of its copy in Camunda's web applications, with exception mappers that say problems in
 * words for people.
 */
@Component
class EngineRestApplication extends CamundaJerseyResourceConfig {

    @Override
    protected void registerCamundaRestResources() {
        // the one list that both are made from
        Set<Class<?>> configuration = CamundaRestResources.getConfigurationClasses();
        configuration.removeAll(Set.of(
                ExceptionHandler.class,
                JsonMappingExceptionHandler.class,
                JsonParseExceptionHandler.class,
                ProcessEngineExceptionHandler.class,
                RestExceptionHandler.class));
        configuration.addAll(Set.of(
                DeploymentWarnings.class,
                EngineRestExceptionMapper.class,
                ExternalTasksForPrograms.class,
                JsonExceptionMapper.Form.class,
                JsonExceptionMapper.Syntax.class,
                OnlyVisibleTasks.class));
        super.registerCamundaRestResources();
    }
}
