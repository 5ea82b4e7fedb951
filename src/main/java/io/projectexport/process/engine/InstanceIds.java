package io.projectexport.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.springframework.stereotype.Component;

/**
 * Ids of what the engine stores. The instance that goes on for a project whose process ended gets the project's id again, so that the two
 * have one id at all times; no client can choose one.
 */
@Component
public class InstanceIds implements IdGenerator {

    private final IdGenerator random = new StrongUuidGenerator();
    private final ThreadLocal<String> next = new ThreadLocal<>();

    /** Begins an instance, which is the first thing that the work stores. */
    public <T> T beginning(String id, Supplier<T> work) {
        next.set(id);
        try {
            return work.get();
        } finally {
            next.remove();
        }
    }

    @Override
    public String getNextId() {
        String given = next.get();
        next.remove();
        return given == null ? random.getNextId() : given;
    }
}
