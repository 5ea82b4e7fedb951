package io.projectexport.access.setup;

import io.projectexport.access.group.DerivedGroupProvider;
import io.projectexport.access.group.EngineIdentities;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Process engine plugin that switches authorization on for every interface, and makes the derived group known. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
public class AccessEnginePlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
        engine.setResourceAuthorizationProvider(new CandidateAuthorizations());
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setUserResourceWhitelistPattern(EngineIdentities.USER_IDS);
        engine.setIdentityProviderSessionFactory(new GenericManagerFactory(DerivedGroupProvider.class) {
            @Override
            public Session openSession() {
                return new DerivedGroupProvider();
            }
        });
    }
}
