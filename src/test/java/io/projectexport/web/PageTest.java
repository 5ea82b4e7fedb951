package io.projectexport.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import io.projectexport.access.CurrentPerson;
import io.projectexport.export.Accounting;
import io.projectexport.export.ActionRules;
import io.projectexport.export.AppointDeputy;
import io.projectexport.export.ApprovalProcess;
import io.projectexport.export.CheckProjects;
import io.projectexport.export.DisplayFormat;
import io.projectexport.export.FindProjects;
import io.projectexport.export.FindRejection;
import io.projectexport.export.MailWishes;
import io.projectexport.export.People;
import io.projectexport.export.Person;
import io.projectexport.export.Privilege;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The pages as Spring Boot sets them up, with the use cases mocked and nobody at the door. */
@SpringBootTest(classes = PageTest.Pages.class, properties = "spring.config.name=none")
abstract class PageTest {

    static final Person ANNA = new Person("anna", "Anna Approver", null, Set.of(Privilege.APPROVE, Privilege.READ_ALL));
    static final Person PIA = new Person("pia", "Pia Owner", null, Set.of(Privilege.READ_ALL, Privilege.WATCH));
    static final Person SAM = new Person("sam", "Sam Taylor", null, Set.of(Privilege.SUBMIT));

    @MockitoBean
    ApprovalProcess process;

    @MockitoBean
    FindProjects projects;

    @MockitoBean
    FindRejection rejections;

    @MockitoBean
    CheckProjects checks;

    @MockitoBean
    ActionRules rules;

    @MockitoBean
    People people;

    @MockitoBean
    Accounting accounting;

    @MockitoBean
    MailWishes wishes;

    @MockitoBean
    AppointDeputy deputies;

    @MockitoBean
    CurrentPerson currentPerson;

    MockMvcTester mvc;

    @BeforeEach
    void anna_is_logged_in(@Autowired WebApplicationContext context) {
        mvc = MockMvcTester.from(context);
        given(currentPerson.get()).willReturn(ANNA);
        given(people.names(any())).willReturn(Map.of("sam", "Sam Taylor", "anna", "Anna Approver"));
        given(accounting.currency()).willReturn(Optional.of("NZD"));
        given(accounting.hasContacts()).willReturn(true);
    }

    /** The page's text as a browser shows it, with one blank wherever there are several. */
    static AbstractStringAssert<?> assertShown(MvcTestResult page) {
        return org.assertj.core.api.Assertions.assertThat(html(page)
                .replaceAll("<(script|style)[^>]*>.*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " "));
    }

    static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ImportAutoConfiguration({
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import({
        ActionPages.class,
        DisplayFormat.class,
        CurrentViewerResolver.class,
        JobsActionsController.class,
        JobsController.class,
        JobsCsv.class,
        JobsCsvController.class,
        JobsDecisionsController.class,
        JobsPages.class,
        JobsProjectController.class,
        MarkedDecisions.class,
        JobsSubmissionController.class,
        PageFrame.class,
        PageProblems.class,
        ProblemAnswers.class,
        ProfileController.class,
        ProfilePages.class,
        ProjectViews.class,
        Shown.class,
        UploadController.class
    })
    static class Pages {

        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Australia/Sydney"));
        }
    }
}
