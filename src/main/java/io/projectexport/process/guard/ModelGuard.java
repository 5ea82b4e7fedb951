package io.projectexport.process.guard;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The guard of deployments: asks every rule, so that people read everything that is wrong at once. */
@Component
public class ModelGuard {

    private static final Logger log = LoggerFactory.getLogger(ModelGuard.class);

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
        return check(sent, rule -> true);
    }

    /** A model can be so odd that a rule stumbles over it, which must let nothing through, and is no error of who deploys. */
    private static Stream<Finding> findings(ModelRule rule, SentModels sent) {
        try {
            return rule.check(sent).toList().stream();
        } catch (RuntimeException stumbled) {
            log.error("Rule {} could not be checked", rule.number(), stumbled);
            return Stream.of(rule.finding(
                    Place.ofFile("The deployment"),
                    "has a model that refers to what is not in it, so that it cannot be told whether: "
                            + rule.sentence().replaceAll("\\.$", ""),
                    "Open it in Camunda Modeler, which marks what is missing, and mend it there"));
        }
    }

    /** The same, asking some of the rules. */
    public List<Finding> check(SentModels sent, Predicate<ModelRule> asked) {
        return rules.stream()
                .filter(asked)
                .flatMap(rule -> findings(rule, sent))
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
