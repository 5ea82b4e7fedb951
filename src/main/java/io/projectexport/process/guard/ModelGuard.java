package io.projectexport.process.guard;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The guard of deployments: asks every rule, so that people read everything that is wrong at once. */
@Component
public class ModelGuard {

    private final List<ModelRule> rules;

    ModelGuard(List<ModelRule> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(ModelRule::number))
                .toList();
    }

    /** By their numbers. */
    public List<ModelRule> rules() {
        return rules;
    }

    /** What refuses first; none where all is well. */
    public List<Finding> check(SentModels sent) {
        return rules.stream()
                .flatMap(rule -> rule.check(sent))
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
