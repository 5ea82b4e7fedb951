package io.projectexport.settings;

import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Stops the start, before anything is touched, when a setting is missing or wrong; all of them are told at once. */
public final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        List<String> problems = KnownSettings.ALL.stream()
                .flatMap(setting -> setting.problem(environment).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new SettingsInvalid(problems);
        }
    }
}
