package io.projectexport.process;

import io.projectexport.export.NotAudited;
import io.projectexport.export.approval.AcceptanceByRule;
import io.projectexport.export.audit.WriteAudit;
import io.projectexport.export.submission.TypedFields;
import io.projectexport.export.text.DisplayFormat;
import java.time.Clock;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The engine with the models and this package's beans, and nothing else of the application. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
@ComponentScan
@Import({DisplayFormat.class, TypedFields.class})
class ProcessTestApplication {

    @Bean
    AcceptanceByRule acceptanceByRule() {
        return new AcceptanceByRule(false);
    }

    @Bean
    WriteAudit audit() {
        return NotAudited.AUDIT;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
