package io.projectexport.access;

import static io.projectexport.access.group.UserGroup.CAN_PUSH_TO_ACCOUNTING;
import static io.projectexport.access.group.UserGroup.ERP_STANDARD;
import static io.projectexport.access.group.UserGroup.PORTFOLIO;

import io.projectexport.access.group.UserGroup;
import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.NotAudited;
import io.projectexport.export.audit.WriteAudit;
import io.projectexport.export.permission.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP interfaces over real HTTP: whom they let in, and how they refuse. */
@SpringBootTest(
        classes = AccessTest.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=none", // what the application itself sets is not under test
            "spring.datasource.url=jdbc:h2:mem:doors;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.auto-deployment-enabled=false",
            "camunda.bpm.webapp.index-redirect-enabled=false",
            "camunda.bpm.webapp.auth.cache.ttl-enabled=false",
            "management.endpoints.web.exposure.include=health,info,prometheus,env,sbom",
            "management.prometheus.metrics.export.enabled=true",
            "management.endpoint.health.probes.enabled=true",
            "admin.user=root",
            "admin.password=secret"
        })
@AutoConfigureObservability
@ActiveProfiles("doors")
public abstract class AccessTest {

    @Autowired
    public TestRestTemplate http;

    @Autowired
    public IdentityService identityService;

    @Autowired
    public RepositoryService repositoryService;

    /** Camunda's REST API and web applications use the engine that was registered last, which is another one after a test with settings of its own. */
    @BeforeEach
    void respond_through_the_engines_interfaces(@Autowired ProcessEngine engine) {
        ProcessEngines.registerProcessEngine(engine);
    }

    @BeforeEach
    void users() {
        user("ann", CAN_PUSH_TO_ACCOUNTING, ERP_STANDARD);
        user("dan", PORTFOLIO);
    }

    @AfterEach
    void removeUsers() {
        identityService.deleteUser("ann");
        identityService.deleteUser("dan");
        repositoryService
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> repositoryService.deleteDeployment(deployment.getId()));
    }

    public void user(String userId, UserGroup... groups) {
        User user = identityService.newUser(userId);
        user.setPassword("secret");
        identityService.saveUser(user);
        Arrays.stream(groups).forEach(group -> identityService.createMembership(userId, group.id()));
    }

    public TestRestTemplate as(String userId) {
        return http.withBasicAuth(userId, "secret");
    }

    public HttpStatus statusFor(String userId, String password, String path) {
        return (HttpStatus) http.withBasicAuth(userId, password)
                .getForEntity(path, String.class)
                .getStatusCode();
    }

    /** This package with Camunda's web applications and REST API, without the rest of the application. */
    @EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
    @ComponentScan
    static class Application {

        @Bean
        WriteAudit audit() {
            return NotAudited.AUDIT;
        }
    }

    /** Stands for the pages and the API behind the login. */
    @RestController
    @Profile("doors") // the local run scans test classes, too
    static class Rooms {

        private final CurrentPerson currentPerson;
        private final IdentityService identityService;

        Rooms(CurrentPerson currentPerson, IdentityService identityService) {
            this.currentPerson = currentPerson;
            this.identityService = identityService;
        }

        @GetMapping("/api/me")
        Map<String, Object> me() {
            Person person = currentPerson.get();
            return Map.of("userId", person.userId(), "privileges", person.privileges());
        }

        @GetMapping("/api/engine-identity")
        List<String> engineIdentity() {
            Authentication authentication = identityService.getCurrentAuthentication();
            return authentication.getGroupIds().stream().sorted().toList();
        }

        @PostMapping("/api/change")
        String change() {
            return "changed";
        }

        @GetMapping("/api/origin")
        Map<String, String> origin(HttpServletRequest request) {
            return Map.of("url", request.getRequestURL().toString(), "address", request.getRemoteAddr());
        }

        @GetMapping("/api/broken")
        String broken() {
            throw new IllegalStateException("broken");
        }

        @GetMapping("/unnamed-page")
        String unnamedPage() {
            return "never shown";
        }
    }
}
