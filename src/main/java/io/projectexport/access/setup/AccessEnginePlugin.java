package io.projectexport.access.setup;

import io.projectexport.access.group.AuditedIdentities;
import io.projectexport.access.password.PasswordCheck;
import io.projectexport.access.password.PasswordRule;
import io.projectexport.export.audit.WriteAudit;
import io.projectexport.export.permission.UserName;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Process engine plugin that switches authorization on for every interface, makes the derived group known and has changes noted. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
public class AccessEnginePlugin extends AbstractProcessEnginePlugin {

    private final PasswordCheck passwords;
    private final WriteAudit audit;

    public AccessEnginePlugin(ApplicationEventPublisher events, WriteAudit audit) {
        this.audit = audit;
        passwords = new PasswordCheck(events::publishEvent);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
        engine.setResourceAuthorizationProvider(new CandidateAuthorizations());
        engine.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new AdminJobs())));
        engine.setCustomSessionFactories(new ArrayList<>(List.of(new AdminJobs.JobsFactory(), new JobLog.Factory())));
        List<CommandInterceptor> others = engine.getCustomPostCommandInterceptorsTxRequired();
        List<CommandInterceptor> interceptors = new ArrayList<>(others == null ? List.of() : others);
        interceptors.add(new RetriesInterceptor());
        engine.setCustomPostCommandInterceptorsTxRequired(interceptors);
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setUserResourceWhitelistPattern(UserName.PATTERN);
        // counts nothing against a user, whom anybody could lock out
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setPasswordEncryptor(passwords.hash());
        // the hash brings its own, and takes a password of limited length
        engine.setSaltGenerator(() -> "");
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(PasswordRule.policy());
        engine.setAuthorizationService(new AuditedAuthorizations(audit));
        engine.setIdentityProviderSessionFactory(new GenericManagerFactory(AuditedIdentities.class) {
            @Override
            public Session openSession() {
                return new AuditedIdentities(passwords, audit);
            }
        });
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(new RefusedExecution(engine.getFailedJobCommandFactory()));
    }
}
