package io.projectexport.system;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one application to all tests that ask for it, since each start takes ten seconds; stopped after the last test of all. */
final class SharedApplication implements ParameterResolver, BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(SharedApplication.class);

    private final PreviousEngine previousEngine = new PreviousEngine();

    private record Started(RunningApplication application) implements Store.CloseableResource {

        @Override
        public void close() {
            application.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        previousEngine.beforeAll(context);
        application(context).registerEngine();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        previousEngine.afterAll(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningApplication.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return application(context);
    }

    private static RunningApplication application(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Started.class, key -> new Started(RunningApplication.onNewDatabase()), Started.class)
                .application();
    }
}
