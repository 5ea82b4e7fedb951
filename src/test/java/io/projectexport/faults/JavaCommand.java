package io.projectexport.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a node is started: small and soon there, rather than fast. */
final class JavaCommand {

    private static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto");

    private JavaCommand() {}

    static List<String> of(int port, Map<String, String> settings) {
        List<String> command = new ArrayList<>(JVM);
        command.add("io.projectexport.ProjectExportApplication");
        command.add("--server.port=" + port);
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    /** The class path of this JVM but for the test classes, which the application would scan. */
    static String classPath() {
        String separator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(separator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(separator));
    }
}
