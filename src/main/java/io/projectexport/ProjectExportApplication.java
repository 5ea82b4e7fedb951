package io.projectexport;

import io.projectexport.process.deployment.CheckCommand;
import io.projectexport.settings.SettingsCheck;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the application, or checks models without it. */
@SpringBootApplication
@EnableScheduling
public class ProjectExportApplication {

    public static void main(String[] args) {
        if (isCheck(args)) {
            // the libraries have nothing to tell who checks a file
            LoggingSystem.get(ProjectExportApplication.class.getClassLoader()).beforeInitialize();
            System.exit(check(args, System.out, System.err));
        }
        application().run(args);
    }

    private static boolean isCheck(String... args) {
        return args.length > 0 && args[0].equals(CheckCommand.NAME);
    }

    /** Checks the files that are named after the command, and starts nothing; the exit code. */
    static int check(String[] args, PrintStream answers, PrintStream problems) {
        return new CheckCommand(answers, problems).run(List.of(args).subList(1, args.length));
    }

    /** The application, to be run; refuses to start with settings that cannot work. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(ProjectExportApplication.class);
        application.addListeners(new SettingsCheck());
        return application;
    }
}
