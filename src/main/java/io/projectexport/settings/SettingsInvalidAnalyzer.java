package io.projectexport.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set instead of printing a stack trace. */
final class SettingsInvalidAnalyzer extends AbstractFailureAnalyzer<SettingsInvalid> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SettingsInvalid cause) {
        return new FailureAnalysis(
                String.join("\n", cause.problems()),
                "Set these in the environment; the README lists every setting.",
                cause);
    }
}
