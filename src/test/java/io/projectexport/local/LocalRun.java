package io.projectexport.local;

import io.projectexport.ProjectExportApplication;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application with a sandbox Xero, captured mail, demo users and demo projects. */
public final class LocalRun {

    private LocalRun() {}

    public static void main(String[] args) {
        start(args);
    }

    /** Starts with settings as {@code --name=value}. */
    public static ConfigurableApplicationContext start(String... args) {
        SpringApplication application = ProjectExportApplication.application();
        application.addPrimarySources(List.of(LocalParts.class));
        application.setAdditionalProfiles("local");
        return application.run(args);
    }
}
