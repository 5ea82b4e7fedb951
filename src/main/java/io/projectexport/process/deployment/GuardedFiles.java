package io.projectexport.process.deployment;

import io.projectexport.export.model.ModelCheck;
import io.projectexport.export.model.ModelFinding;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelGuard;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Surroundings;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link ModelCheck}: the guard of deployments, asked about files that nobody deploys. */
@Component
class GuardedFiles implements ModelCheck {

    private final ModelGuard guard;
    private final Surroundings surroundings;

    GuardedFiles(ModelGuard guard, Surroundings surroundings) {
        this.guard = guard;
        this.surroundings = surroundings;
    }

    @Override
    public List<ModelFinding> check(Map<String, byte[]> files) {
        return guard.check(new SentModels(files, surroundings)).stream()
                .map(Finding::told)
                .toList();
    }
}
