package io.projectexport.local;

import io.projectexport.sandbox.SandboxXero;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What stands in for the world outside; stopped with the application. */
@Import({DemoUsers.class, DemoProjects.class, SummaryNow.class, Welcome.class})
class LocalParts {

    @Bean
    SandboxXero sandboxXero(@Value("${local.xero-port}") int port, Clock clock) {
        return new SandboxXero(port, clock);
    }

    @Bean
    CapturedMail capturedMail(
            @Value("${local.smtp-port}") int smtpPort, @Value("${local.mail-port}") int pagePort, Clock clock) {
        return new CapturedMail(smtpPort, pagePort, clock);
    }
}
