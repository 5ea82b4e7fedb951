package io.projectexport.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.InMemoryDecisions;
import io.projectexport.export.InMemoryStandardReasons;
import io.projectexport.export.InMemoryUploads;
import io.projectexport.export.NotAudited;
import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.audit.WriteAudit;
import io.projectexport.export.bulk.InChunks;
import io.projectexport.export.bulk.OnBehalf;
import io.projectexport.export.bulk.OneTransaction;
import io.projectexport.export.conversation.ConversationRules;
import io.projectexport.export.conversation.DiscussProject;
import io.projectexport.export.decision.ConfirmDecisions;
import io.projectexport.export.decision.FilterDecisions;
import io.projectexport.export.decision.FindDecisions;
import io.projectexport.export.decision.WorkOffDecisions;
import io.projectexport.export.looking.LookAtProject;
import io.projectexport.export.mapping.ColumnChoices;
import io.projectexport.export.notification.FindRejection;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.profile.AppointDeputy;
import io.projectexport.export.profile.ChooseMails;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.query.FindHints;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.ReadProject;
import io.projectexport.export.query.SaveViews;
import io.projectexport.export.reasons.ConfiguredReasons;
import io.projectexport.export.reasons.KeepReasons;
import io.projectexport.export.recovery.RecoverProject;
import io.projectexport.export.submission.CheckSubmissions;
import io.projectexport.export.submission.FindCorrections;
import io.projectexport.export.submission.TypedFields;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.upload.FindUploads;
import io.projectexport.export.upload.SubmitUpload;
import io.projectexport.export.upload.WorkOffUploads;
import io.projectexport.export.version.FindModelVersions;
import io.projectexport.web.csv.JobsCsv;
import io.projectexport.web.decision.BulkDecisions;
import io.projectexport.web.decision.DecisionsToConfirmFactory;
import io.projectexport.web.decision.JobsDecisionsController;
import io.projectexport.web.decision.WholeFilterController;
import io.projectexport.web.jobs.JobsController;
import io.projectexport.web.jobs.JobsCsvController;
import io.projectexport.web.jobs.JobsPageFactory;
import io.projectexport.web.jobs.JobsRowFactory;
import io.projectexport.web.jobs.NeighboursController;
import io.projectexport.web.jobs.SavedViewsController;
import io.projectexport.web.mapping.MappingMemory;
import io.projectexport.web.page.CurrentViewerResolver;
import io.projectexport.web.page.PageExceptionHandler;
import io.projectexport.web.page.PageFormat;
import io.projectexport.web.page.ViewerAdvice;
import io.projectexport.web.problem.ApiExceptionHandler;
import io.projectexport.web.profile.ProfileController;
import io.projectexport.web.profile.ProfilePageFactory;
import io.projectexport.web.project.ActionResults;
import io.projectexport.web.project.LookController;
import io.projectexport.web.project.Lookers;
import io.projectexport.web.project.NoteController;
import io.projectexport.web.project.ProjectActionsController;
import io.projectexport.web.project.ProjectPageController;
import io.projectexport.web.project.ProjectViewFactory;
import io.projectexport.web.project.RecoveryController;
import io.projectexport.web.project.SubmissionFormController;
import io.projectexport.web.reasons.ReasonsController;
import io.projectexport.web.upload.UploadController;
import io.projectexport.web.upload.UploadPreviewFactory;
import io.projectexport.web.upload.UploadProgressController;
import io.projectexport.web.upload.UploadSubmission;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

/** The pages as Spring Boot sets them up, with the use cases mocked and no login. */
@SpringBootTest(classes = PageTest.Pages.class, properties = "spring.config.name=none")
public abstract class PageTest {

    public static final Person ANNA =
            new Person("anna", "Anna Approver", null, Set.of(Privilege.APPROVE, Privilege.READ_ALL));
    public static final Person PIA = new Person("pia", "Pia Owner", null, Set.of(Privilege.READ_ALL, Privilege.WATCH));
    public static final Person SAM = new Person("sam", "Sam Taylor", null, Set.of(Privilege.SUBMIT));

    @MockitoBean
    public ApprovalProcess process;

    @MockitoBean
    public ProjectExports exports;

    @MockitoBean
    public FindProjects projects;

    @MockitoBean
    public ReadProject read;

    @MockitoBean
    public FindRejection rejections;

    @MockitoBean
    public CheckSubmissions checks;

    @MockitoBean
    public LookAtProject looking;

    @MockitoBean
    public UndeliveredMails undelivered;

    @MockitoBean
    public ColumnChoices columnChoices;

    @MockitoBean
    public FindCorrections corrections;

    @MockitoBean
    public FindHints hints;

    @MockitoBean
    public ActionRules rules;

    @MockitoBean
    public DiscussProject discussion;

    @MockitoBean
    public ConversationRules conversation;

    @MockitoBean
    public FindModelVersions versions;

    @MockitoBean
    public People people;

    @MockitoBean
    Accounting accounting;

    @MockitoBean
    public ChooseMails chooseMails;

    @MockitoBean
    public AppointDeputy deputies;

    @MockitoBean
    public RecoverProject recovery;

    @MockitoBean
    public SaveViews savedViews;

    @MockitoBean
    public CurrentPerson currentPerson;

    public MockMvcTester mvc;

    @BeforeEach
    void anna_is_logged_in(@Autowired WebApplicationContext context) {
        mvc = MockMvcTester.from(context);
        given(currentPerson.get()).willReturn(ANNA);
        given(people.names(any())).willReturn(Map.of("sam", "Sam Taylor", "anna", "Anna Approver"));
        given(accounting.currency()).willReturn(Optional.of("NZD"));
        given(accounting.hasContacts()).willReturn(true);
    }

    /** The page's text as a browser shows it, with one blank wherever there are several. */
    public static AbstractStringAssert<?> assertShown(MvcTestResult page) {
        return org.assertj.core.api.Assertions.assertThat(html(page)
                .replaceAll("<(script|style)[^>]*>.*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " "));
    }

    public static String html(MvcTestResult page) {
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
        ActionResults.class,
        KeepReasons.class,
        ReasonsController.class,
        DisplayFormat.class,
        CurrentViewerResolver.class,
        ProjectActionsController.class,
        JobsController.class,
        JobsCsv.class,
        JobsCsvController.class,
        JobsDecisionsController.class,
        WholeFilterController.class,
        FilterDecisions.class,
        ConfirmDecisions.class,
        WorkOffDecisions.class,
        FindDecisions.class,
        JobsPageFactory.class,
        JobsRowFactory.class,
        NeighboursController.class,
        SavedViewsController.class,
        DecisionsToConfirmFactory.class,
        LookController.class,
        Lookers.class,
        NoteController.class,
        ProjectPageController.class,
        RecoveryController.class,
        BulkDecisions.class,
        InChunks.class,
        SubmissionFormController.class,
        TypedFields.class,
        ViewerAdvice.class,
        PageExceptionHandler.class,
        ApiExceptionHandler.class,
        ProfileController.class,
        ProfilePageFactory.class,
        ProjectViewFactory.class,
        PageFormat.class,
        MappingMemory.class,
        UploadController.class,
        UploadPreviewFactory.class,
        UploadProgressController.class,
        UploadSubmission.class,
        SubmitUpload.class,
        WorkOffUploads.class,
        FindUploads.class
    })
    static class Pages {

        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Australia/Sydney"));
        }

        /** Nothing can be undone here, so that each is done alone. */
        @Bean
        OneTransaction noTransaction() {
            return new OneTransaction() {
                @Override
                public <T> T of(Supplier<T> work) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Bean
        InMemoryDecisions decisions() {
            return new InMemoryDecisions();
        }

        @Bean
        WriteAudit audit() {
            return NotAudited.AUDIT;
        }

        @Bean
        InMemoryStandardReasons standardReasons() {
            return new InMemoryStandardReasons();
        }

        @Bean
        ConfiguredReasons configuredReasons() {
            return ConfiguredReasons.of("The estimate is missing. | Too late|");
        }

        @Bean
        InMemoryUploads uploads() {
            return new InMemoryUploads();
        }

        @Bean
        OnBehalf onBehalf() {
            return new OnBehalf() {
                @Override
                public <T> T of(String userId, Supplier<T> work) {
                    return work.get();
                }
            };
        }
    }
}
