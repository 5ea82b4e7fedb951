package io.projectexport.process.approval;

import io.projectexport.export.bulk.OneTransaction;
import io.projectexport.process.engine.EngineCommands;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link OneTransaction}: one command of the engine, so that what it and we store is one transaction. */
@Component
class CamundaTransaction implements OneTransaction {

    private final EngineCommands commands;
    private final EngineCall call;

    CamundaTransaction(EngineCommands commands, EngineCall call) {
        this.commands = commands;
        this.call = call;
    }

    @Override
    public <T> T of(Supplier<T> work) {
        return call.run(() -> commands.inTransaction(work));
    }
}
