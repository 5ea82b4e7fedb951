package io.projectexport.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Finding;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An edit that a rule finds.
 *
 * @param says part of the sentence
 */
record BrokenModel(int rule, String says, String what, UnaryOperator<ModelEdit> edit) {

    void isFound(ModelEdit shipped) {
        List<Finding> findings = edit.apply(shipped).findings();
        assertThat(findings)
                .as(() -> findings.stream().map(Finding::sentence).toList().toString())
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.sentence()).contains(says);
                });
    }

    @Override
    public String toString() {
        return rule + " " + what;
    }
}
