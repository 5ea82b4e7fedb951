package io.projectexport.process;

import io.projectexport.export.Accounting;
import io.projectexport.export.ActionRules;
import io.projectexport.export.CreateXeroJob;
import io.projectexport.export.Escalations;
import io.projectexport.export.FindRejection;
import io.projectexport.export.NotifyAboutRejection;
import io.projectexport.export.People;
import io.projectexport.export.ProjectExports;
import io.projectexport.export.ResubmissionNews;
import io.projectexport.export.RetrieveProject;
import io.projectexport.export.RetryExport;
import io.projectexport.export.ReviewProject;
import io.projectexport.export.SubmitProject;
import io.projectexport.export.SyncNews;
import io.projectexport.export.WithdrawProject;
import io.projectexport.summary.DailySummary;
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
            "escalate-after-days=3"
        })
@MockitoBean(
        types = {
            SubmitProject.class,
            ReviewProject.class,
            RetryExport.class,
            RetrieveProject.class,
            WithdrawProject.class,
            CreateXeroJob.class,
            FindRejection.class,
            NotifyAboutRejection.class,
            Escalations.class,
            SyncNews.class,
            ResubmissionNews.class,
            DailySummary.class,
            ActionRules.class,
            People.class,
            Accounting.class,
            ProjectExports.class
        })
@interface ProcessTest {}
