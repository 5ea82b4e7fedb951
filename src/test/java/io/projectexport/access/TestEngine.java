package io.projectexport.access;

import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.EnginePeople;
import io.projectexport.access.group.UserGroup;
import io.projectexport.access.setup.AccessEnginePlugin;
import io.projectexport.access.setup.AccessSetup;
import io.projectexport.access.setup.AdminAccount;
import io.projectexport.export.NotAudited;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** A real engine with this package's plugin and set-up, on a database of its own unless one is given. */
public final class TestEngine implements AutoCloseable {

    public static final AdminAccount NO_ADMIN = new AdminAccount(null, null, null);

    private final ProcessEngine engine;
    private final PlatformTransactionManager transactions;

    public TestEngine() {
        this(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        setUp(NO_ADMIN);
    }

    public TestEngine(DataSource database) {
        transactions = new DataSourceTransactionManager(database);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setApplicationContext(new StaticApplicationContext());
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setProcessEnginePlugins(
                List.<ProcessEnginePlugin>of(new AccessEnginePlugin(event -> {}, NotAudited.AUDIT)));
        engine = configuration.buildProcessEngine();
    }

    public void setUp(AdminAccount admin) {
        new AccessSetup(engine, transactions, admin).afterSingletonsInstantiated();
    }

    public ProcessEngine engine() {
        return engine;
    }

    public IdentityService identityService() {
        return engine.getIdentityService();
    }

    public EnginePeople people() {
        return new EnginePeople(new EngineIdentities(engine));
    }

    public User user(String userId, UserGroup... groups) {
        User user = identityService().newUser(userId);
        identityService().saveUser(user);
        Arrays.stream(groups).forEach(group -> join(userId, group));
        return user;
    }

    public void join(String userId, UserGroup group) {
        identityService().createMembership(userId, group.id());
    }

    public void leave(String userId, UserGroup group) {
        identityService().deleteMembership(userId, group.id());
    }

    public void logIn(String userId) {
        identityService().setAuthentication(userId, List.copyOf(new EngineIdentities(engine).groupsOf(userId)));
    }

    public void logOut() {
        identityService().clearAuthentication();
    }

    /** Leaves groups and grants alone. */
    public void removeUsersAndTasks() {
        logOut();
        TaskService tasks = engine.getTaskService();
        tasks.createTaskQuery().list().forEach(task -> tasks.deleteTask(task.getId(), true));
        IdentityService identities = identityService();
        identities.createUserQuery().list().forEach(user -> identities.deleteUser(user.getId()));
    }

    /** Back to what a first start makes of an empty database. */
    public void startAnew() {
        removeUsersAndTasks();
        IdentityService identities = identityService();
        identities.createGroupQuery().list().forEach(group -> identities.deleteGroup(group.getId()));
        AuthorizationService authorizations = engine.getAuthorizationService();
        authorizations
                .createAuthorizationQuery()
                .list()
                .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
        setUp(NO_ADMIN);
    }

    @Override
    public void close() {
        logOut();
        engine.close();
    }
}
