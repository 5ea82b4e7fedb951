package io.projectexport.access.setup;

import io.projectexport.access.group.UserGroup;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds at each start the groups and grants that are missing, removed ones too, and an administrator while there is none; what admins
 * changed in those that are there stays.
 */
@Component
@EnableConfigurationProperties(AdminAccount.class)
public class AccessSetup implements SmartInitializingSingleton {

    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final TransactionTemplate transaction;
    private final AdminAccount admin;

    public AccessSetup(ProcessEngine engine, PlatformTransactionManager transactions, AdminAccount admin) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.identities = engine.getIdentityService();
        this.authorizations = engine.getAuthorizationService();
        this.transaction = new TransactionTemplate(transactions);
        this.admin = admin;
    }

    /** Runs after the engine is up and before the first request is served. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            waitForOtherNodes();
            addGroups();
            addGrants();
            addAdmin();
        });
    }

    // held until the transaction ends
    private void waitForOtherNodes() {
        engine.getCommandExecutorTxRequired().execute(context -> {
            context.getPropertyManager().acquireExclusiveLockForStartup();
            return null;
        });
    }

    private void addGroups() {
        List<String> present =
                identities.createGroupQuery().list().stream().map(Group::getId).toList();
        Arrays.stream(UserGroup.values())
                .filter(group -> !present.contains(group.id()))
                .forEach(this::addGroup);
    }

    private void addGroup(UserGroup missing) {
        Group group = identities.newGroup(missing.id());
        group.setName(missing.label());
        group.setType(missing.type());
        identities.saveGroup(group);
    }

    private void addGrants() {
        Grants.all().stream()
                .filter(grant -> grant.isMissing(authorizations))
                .forEach(grant -> grant.save(authorizations));
    }

    private void addAdmin() {
        if (admin.isWanted() && !hasAdmin() && !isPresent(admin.user())) {
            createAdmin();
        }
    }

    private boolean hasAdmin() {
        return identities.createUserQuery().memberOfGroup(UserGroup.ADMINS.id()).count() > 0;
    }

    private boolean isPresent(String userId) {
        return identities.createUserQuery().userId(userId).count() > 0;
    }

    private void createAdmin() {
        User user = identities.newUser(admin.user());
        user.setFirstName("System");
        user.setLastName("Administrator");
        user.setPassword(admin.requiredPassword());
        user.setEmail(admin.email());
        identities.saveUser(user);
        identities.createMembership(admin.user(), UserGroup.ADMINS.id());
    }
}
