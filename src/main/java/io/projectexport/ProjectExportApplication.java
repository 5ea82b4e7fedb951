package io.projectexport;

import io.projectexport.settings.SettingsCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the application. */
@SpringBootApplication
@EnableScheduling
public class ProjectExportApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, to be run; refuses to start with settings that cannot work. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(ProjectExportApplication.class);
        application.addListeners(new SettingsCheck());
        return application;
    }
}
