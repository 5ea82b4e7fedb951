package io.projectexport.settings;

import io.projectexport.export.audit.CompareSettings;
import io.projectexport.export.audit.StartSetting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Has each start compare the settings with those of the start before; of secrets, only whether they are set and are the same. */
@Component
class SettingsAtStart {

    /** Those that nobody has to check. */
    private static final List<String> OTHERS = List.of(
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.mail.port",
            "spring.mail.username",
            "spring.mail.password",
            "rejection-reasons",
            "xero.tenant-id",
            "xero.job-url-template");

    /** No change when another node starts. */
    private static final String OF_EACH_NODE = "node.name";

    /** By their names, so that one that comes later is not forgotten. */
    private static final Pattern SECRET = Pattern.compile("(?:password|secret|key)$");

    private static final Pattern LOGIN_IN_ADDRESS = Pattern.compile("(?<=//)[^/@\\s]*@");
    private static final Pattern PARAMETERS_OF_ADDRESS = Pattern.compile("(?<=://)([^?\\s]*)\\?.*");

    private final Environment environment;
    private final CompareSettings settings;

    SettingsAtStart(Environment environment, CompareSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void compare() {
        settings.atStart(atStart(environment, settings.salt()));
    }

    /** By the names of their variables. */
    static Map<String, StartSetting> atStart(Environment environment, String salt) {
        Map<String, StartSetting> atStart = new TreeMap<>();
        properties().forEach(property -> {
            String value = environment.getProperty(property, "");
            if (!value.isBlank()) {
                atStart.put(Setting.variable(property), atStart(property, value, salt));
            }
        });
        return atStart;
    }

    private static StartSetting atStart(String property, String value, String salt) {
        return SECRET.matcher(property).find()
                ? new StartSetting("set", SecretFingerprint.of(value, salt + property))
                : new StartSetting(shown(value), null);
    }

    private static Stream<String> properties() {
        return Stream.concat(KnownSettings.ALL.stream().map(Setting::property), OTHERS.stream())
                .filter(property -> !OF_EACH_NODE.equals(property));
    }

    private static String shown(String value) {
        // an address can have a password in it
        String withoutLogin = LOGIN_IN_ADDRESS.matcher(value).replaceAll("");
        return PARAMETERS_OF_ADDRESS.matcher(withoutLogin).replaceAll("$1");
    }
}
