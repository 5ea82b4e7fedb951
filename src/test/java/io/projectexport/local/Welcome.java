package io.projectexport.local;

import io.projectexport.sandbox.SandboxXero;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Prints where to go and as whom to log in. */
class Welcome {

    private final SandboxXero xero;
    private final CapturedMail mail;
    private final String baseUrl;
    private final String adminUser;
    private final String adminPassword;

    Welcome(
            SandboxXero xero,
            CapturedMail mail,
            @Value("${app.base-url}") String baseUrl,
            @Value("${admin.user}") String adminUser,
            @Value("${admin.password}") String adminPassword) {
        this.xero = xero;
        this.mail = mail;
        this.baseUrl = baseUrl;
        this.adminUser = adminUser;
        this.adminPassword = adminPassword;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.println("""

                Project Export for Xero is ready.

                  Jobs page     %1$s/jobs
                  Tasklist      %1$s/camunda/app/tasklist/
                  Cockpit       %1$s/camunda/app/cockpit/
                  API           %1$s/api/projects
                  Sandbox Xero  %2$s
                  Sent mails    %3$s

                  user    password      what they do
                %4$s
                """.formatted(baseUrl, xero.url(), mail.url(), users()));
    }

    private String users() {
        String line = "  %-7s %-13s %s";
        return Arrays.stream(DemoUser.values())
                        .map(user -> line.formatted(user.login(), DemoUser.PASSWORD, user.does()))
                        .collect(Collectors.joining("\n"))
                + "\n" + line.formatted(adminUser, adminPassword, "administers users and models");
    }
}
