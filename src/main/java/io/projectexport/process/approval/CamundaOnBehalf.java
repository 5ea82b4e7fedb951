package io.projectexport.process.approval;

import io.projectexport.export.bulk.OnBehalf;
import io.projectexport.process.engine.AssumedLogin;
import io.projectexport.process.engine.EngineCommands;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link OnBehalf}: one command of the engine, so that what it and we store is one transaction. */
@Component
class CamundaOnBehalf implements OnBehalf {

    private final AssumedLogin login;
    private final EngineCommands commands;
    private final EngineCall call;

    CamundaOnBehalf(AssumedLogin login, EngineCommands commands, EngineCall call) {
        this.login = login;
        this.commands = commands;
        this.call = call;
    }

    @Override
    public <T> T of(String userId, Supplier<T> work) {
        return login.as(userId, () -> call.run(() -> commands.inTransaction(work)));
    }
}
