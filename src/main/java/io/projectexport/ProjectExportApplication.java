package io.projectexport;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application. */
@SpringBootApplication
public class ProjectExportApplication {

    public static void main(String[] args) {
        SpringApplication.run(ProjectExportApplication.class, args);
    }
}
