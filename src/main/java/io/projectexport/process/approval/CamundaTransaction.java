package io.projectexport.process.approval;

import io.projectexport.export.bulk.OneTransaction;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.process.engine.EngineCommands;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link OneTransaction}: one command of the engine, so that what it and we store is one transaction. */
@Component
class CamundaTransaction implements OneTransaction {

    private static final Logger log = LoggerFactory.getLogger(CamundaTransaction.class);

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

    /** One item that the rules refuse is everyday, and is told to the person. */
    @Override
    public void inParts(int parts, RuntimeException why) {
        Level level = why instanceof ActionRefused ? Level.DEBUG : Level.INFO;
        log.atLevel(level).log("{} items are done one by one, because together they failed: {}", parts, firstLine(why));
    }

    // the database's messages go on with the whole statement
    private static String firstLine(RuntimeException failure) {
        return failure.toString().lines().findFirst().orElse("");
    }
}
