package io.projectexport;

import io.projectexport.advisory.VulnerabilitiesCommand;
import io.projectexport.process.deployment.CheckCommand;
import io.projectexport.settings.SettingsCheck;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the application, or answers a command without it. */
@SpringBootApplication
@EnableScheduling
public class ProjectExportApplication {

    public static void main(String[] args) {
        if (isCommand(args)) {
            // the libraries have nothing to tell who gives a command
            LoggingSystem.get(ProjectExportApplication.class.getClassLoader()).beforeInitialize();
            System.exit(command(args, System.out, System.err));
        }
        application().run(args);
    }

    private static boolean isCommand(String... args) {
        return args.length > 0
                && Set.of(CheckCommand.NAME, VulnerabilitiesCommand.NAME).contains(args[0]);
    }

    /** Carries out the command with the files that are named after it, and starts nothing; the exit code. */
    static int command(String[] args, PrintStream answers, PrintStream problems) {
        List<String> files = List.of(args).subList(1, args.length);
        return args[0].equals(CheckCommand.NAME)
                ? new CheckCommand(answers, problems).run(files)
                : new VulnerabilitiesCommand(answers, problems).run(files);
    }

    /** The application, to be run; refuses to start with settings that cannot work. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(ProjectExportApplication.class);
        application.addListeners(new SettingsCheck());
        return application;
    }
}
