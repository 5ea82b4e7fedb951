package io.projectexport.process.deployment;

import io.projectexport.export.model.ModelCheck;
import io.projectexport.export.model.ModelFinding;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelGuard;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Surroundings;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link ModelCheck}: the guard of deployments, asked about files that nobody deploys; within a command, as the engine reads them, too. */
@Component
class GuardedFiles implements ModelCheck {

    private final ModelGuard guard;
    private final Surroundings surroundings;
    private final EngineCommands commands;

    GuardedFiles(ModelGuard guard, Surroundings surroundings, EngineCommands commands) {
        this.guard = guard;
        this.surroundings = surroundings;
        this.commands = commands;
    }

    @Override
    public List<ModelFinding> check(Map<String, byte[]> files) {
        return commands.inTransaction(() -> guard.check(new SentModels(files, surroundings))).stream()
                .map(Finding::told)
                .toList();
    }
}
