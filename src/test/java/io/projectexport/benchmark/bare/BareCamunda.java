package io.projectexport.benchmark.bare;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Somebody approves, then a job is created; no component, so that no scan of the product's packages finds it. */
@EnableAutoConfiguration
public class BareCamunda {

    /** The process. */
    public static final String PROCESS = "approve-and-create";

    public static void main(String[] args) {
        SpringApplication.run(BareCamunda.class, args);
    }

    @Bean
    JavaDelegate createJob(@Value("${xero.projects-url}") String url, @Value("${xero.access-token}") String token) {
        return new CreateJob(url, token);
    }

    @Bean
    ApplicationRunner deployment(RepositoryService repository) {
        return arguments -> repository
                .createDeployment()
                .name(PROCESS)
                .enableDuplicateFiltering(true)
                .addModelInstance(PROCESS + ".bpmn", model())
                .deploy();
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(180)
                .startEvent("submitted")
                .userTask("approve")
                .camundaCandidateGroups("approvers")
                .serviceTask("createJob")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${createJob}")
                .endEvent("created")
                .done();
    }
}
