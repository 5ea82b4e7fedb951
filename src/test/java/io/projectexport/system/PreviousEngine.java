package io.projectexport.system;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * JUnit extension that, after the tests of a class, registers the engine again that was registered before them: Camunda's REST API and web
 * applications use the one that was registered last, and other tests share it.
 */
final class PreviousEngine implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(PreviousEngine.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        ProcessEngine previous = ProcessEngines.getProcessEngine(ProcessEngines.NAME_DEFAULT);
        if (previous != null) {
            context.getStore(NAMESPACE).put(ProcessEngine.class, previous);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ProcessEngine previous = context.getStore(NAMESPACE).get(ProcessEngine.class, ProcessEngine.class);
        if (previous != null) {
            ProcessEngines.registerProcessEngine(previous);
        }
    }
}
