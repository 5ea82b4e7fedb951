package io.projectexport.process;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.approval.DecideByRule;
import io.projectexport.export.approval.FurtherApprovals;
import io.projectexport.export.approval.ReviewProject;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.exactlyonce.RetryExport;
import io.projectexport.export.existing.LookForExistingJobs;
import io.projectexport.export.notification.EscalateReview;
import io.projectexport.export.notification.FindRejection;
import io.projectexport.export.notification.NotifyAboutRejection;
import io.projectexport.export.notification.NotifyAboutResubmission;
import io.projectexport.export.notification.NotifyAboutXeroJob;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.outbox.SendOutbox;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.rejection.CollectRejections;
import io.projectexport.export.submission.RetrieveProject;
import io.projectexport.export.submission.SubmitProject;
import io.projectexport.export.submission.WithdrawProject;
import io.projectexport.export.summary.CollectNewProjects;
import io.projectexport.export.summary.DailySummary;
import io.projectexport.export.summary.SummaryAudience;
import io.projectexport.export.upload.WorkOffUploads;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A test of the models on a real engine, whose jobs the test runs one by one; the use cases are mocks. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ProcessTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:process;DB_CLOSE_DELAY=-1",
            "spring.flyway.enabled=false",
            "camunda.bpm.database.schema-update=true",
            "camunda.bpm.authorization.enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            "escalate-after-days=3",
            "xero.look-before-review-every=365d"
        })
@MockitoBean(
        types = {
            SubmitProject.class,
            ReviewProject.class,
            FurtherApprovals.class,
            DecideByRule.class,
            RetryExport.class,
            RetrieveProject.class,
            WithdrawProject.class,
            CreateXeroJob.class,
            FindRejection.class,
            LookForExistingJobs.class,
            NotifyAboutRejection.class,
            EscalateReview.class,
            NotifyAboutXeroJob.class,
            NotifyAboutResubmission.class,
            DailySummary.class,
            ActionRules.class,
            ConnectionBreaks.class,
            People.class,
            Accounting.class,
            ProjectExports.class,
            UndeliveredMails.class,
            WorkOffUploads.class,
            SendOutbox.class,
            CollectNewProjects.class,
            CollectRejections.class,
            OutageReports.class,
            SummaryAudience.class
        })
public @interface ProcessTest {}
