package io.projectexport.web.api;

import static org.mockito.BDDMockito.given;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.bulk.InChunks;
import io.projectexport.export.bulk.OneTransaction;
import io.projectexport.export.conversation.DiscussProject;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.ReadProject;
import io.projectexport.export.query.StepStatistics;
import io.projectexport.export.recovery.RecoverProject;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.web.input.BodyBounds;
import io.projectexport.web.input.BodyLimit;
import io.projectexport.web.input.StrictJson;
import io.projectexport.web.problem.ApiExceptionHandler;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** The API as Spring Boot sets it up, with the use cases mocked and no login. */
@SpringBootTest(classes = ApiTest.Api.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ApiTest {

    public static final Person ANNA =
            new Person("anna", "Anna Approver", "anna@example.com", Set.of(Privilege.APPROVE, Privilege.READ_ALL));

    @MockitoBean
    public ApprovalProcess process;

    @MockitoBean
    public FindProjects projects;

    @MockitoBean
    public ReadProject read;

    @MockitoBean
    public DiscussProject discussion;

    @MockitoBean
    public RecoverProject recovery;

    @MockitoBean
    public StepStatistics statistics;

    @MockitoBean
    People people;

    @MockitoBean
    public CurrentPerson currentPerson;

    public MockMvcTester mvc;

    @BeforeEach
    void anna_is_logged_in(@Autowired WebApplicationContext context) {
        mvc = MockMvcTester.from(context);
        given(currentPerson.get()).willReturn(ANNA);
    }

    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import({
        ProjectResponses.class,
        ApiExceptionHandler.class,
        BodyBounds.class,
        BodyLimit.class,
        BulkController.class,
        BulkDecisionsController.class,
        DecisionsController.class,
        DisplayFormat.class,
        InChunks.class,
        ProjectsController.class,
        StrictJson.class
    })
    static class Api {

        /** Nothing can be undone here. */
        @Bean
        OneTransaction noTransaction() {
            return new OneTransaction() {
                @Override
                public <T> T of(Supplier<T> work) {
                    return work.get();
                }
            };
        }

        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Australia/Sydney"));
        }
    }
}
