package io.projectexport.process.rule.version;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.guard.Surroundings;
import io.projectexport.process.model.VersionTags;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** A version has a tag by which people tell it from those before; a version that comes back keeps the one it had. */
@Component
class HigherVersionTag extends ModelRule {

    HigherVersionTag() {
        super(802, Severity.REFUSES, "A process has a version tag, higher than the deployed one.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.isOurs() ? model.all(Process.class).flatMap(process -> check(process, model)) : Stream.empty();
    }

    private Stream<Finding> check(Process process, SentModel model) {
        String tag = SentModel.attribute(process, "versionTag");
        if (tag == null || tag.isBlank()) {
            return Stream.of(
                    finding(model.place(process), "has no version tag", "Fill in \"Version tag\", such as 1.4"));
        }
        return model.sent().surroundings().versionTag(process.getId()).stream()
                .filter(deployed -> !isHigher(tag.strip(), deployed))
                .flatMap(deployed -> notHigher(process, tag.strip(), deployed, model).stream());
    }

    private static boolean isHigher(String tag, String deployed) {
        return VersionTags.isHigher(tag, deployed).orElse(!tag.equals(deployed));
    }

    private Optional<Finding> notHigher(Process process, String tag, String deployed, SentModel model) {
        Surroundings surroundings = model.sent().surroundings();
        Optional<Boolean> wasDeployed =
                surroundings.wasDeployed(process.getId(), model.sent().files().get(model.resource()));
        String problem = "has the version tag %s, and %s is deployed".formatted(tag, deployed);
        String remedy = "Raise \"Version tag\", so that people can tell the two apart";
        if (wasDeployed.isEmpty()) {
            return Optional.of(warning(model.place(process), problem, remedy));
        }
        return wasDeployed.get() ? Optional.empty() : Optional.of(finding(model.place(process), problem, remedy));
    }
}
