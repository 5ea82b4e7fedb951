package io.projectexport.process;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Rules that only tests have, to see what becomes of their findings whatever the application's own rules are. */
@TestConfiguration
class OddRules {

    static final String DOUBTFUL = "Doubtful";
    static final String STUMBLING = "Stumbling";

    /** It asks for what a version that runs already may lack. */
    @Bean
    ModelRule calls() {
        return new ModelRule(201, Severity.REFUSES, "A service task calls what is there.") {
            @Override
            protected Stream<Finding> check(SentModel model) {
                return model.all(ServiceTask.class)
                        .filter(task -> "${goneDelegate}".equals(task.getCamundaDelegateExpression()))
                        .map(task -> finding(model.place(task), "calls goneDelegate", "Call another one"));
            }
        };
    }

    @Bean
    ModelRule doubts() {
        return new ModelRule(998, Severity.WARNS, "A name says what it is.") {
            @Override
            protected Stream<Finding> check(SentModel model) {
                return model.all(ServiceTask.class)
                        .filter(task -> DOUBTFUL.equals(task.getName()))
                        .map(task -> finding(model.place(task), "says little", "Name it"));
            }
        };
    }

    @Bean
    ModelRule stumbles() {
        return new ModelRule(999, Severity.REFUSES, "Everything has a name.") {
            @Override
            protected Stream<Finding> check(SentModel model) {
                return model.all(ServiceTask.class)
                        .filter(task -> STUMBLING.equals(task.getName()))
                        .map(task -> {
                            throw new NullPointerException();
                        });
            }
        };
    }
}
