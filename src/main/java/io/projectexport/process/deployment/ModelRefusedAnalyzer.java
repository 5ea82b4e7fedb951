package io.projectexport.process.deployment;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRefused;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the models in the jar instead of printing a stack trace. */
final class ModelRefusedAnalyzer extends AbstractFailureAnalyzer<ModelRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ModelRefused cause) {
        String problems = cause.findings().stream()
                .filter(Finding::refuses)
                .map(Finding::sentence)
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The models that came with this application cannot work:\n" + problems,
                "Mend the models and forms that it was built with, or get it anew; what was deployed before stays as it is.",
                cause);
    }
}
