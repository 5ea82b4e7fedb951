package io.projectexport.operate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;

/** The document for operators, its script and the files that both use say the same; {@link OperateRun} carries them out. */
class OperateTest {

    private static final Path DOCUMENT = Path.of("docs/operate.md");
    private static final Path SCRIPT = Path.of("docs/operate/try.sh");
    private static final Path UNIT = Path.of("docs/operate/project-export.service");
    private static final Pattern FRAME = Pattern.compile("(?ms)^```(?:sh|ini) ([\\w-]+)\n(.*?)^```$");
    private static final Pattern USED = Pattern.compile("(?:\\$\\(| {4})frame \"?([\\w$-]+)");
    private static final Pattern ROUNDS = Pattern.compile("for round in ([\\w -]+);");
    private static final Pattern UNFRAMED = Pattern.compile("(?m)^```\\w*$\n^.");
    private static final Pattern SETTING = Pattern.compile("(?m)^([A-Z_]+)=");

    static Map<String, String> frames() {
        Map<String, String> frames = new LinkedHashMap<>();
        FRAME.matcher(read(DOCUMENT)).results().forEach(frame -> frames.put(frame.group(1), frame.group(2)));
        return frames;
    }

    static List<String> commands() {
        return frames().entrySet().stream()
                .filter(frame -> !frame.getKey().equals("environment"))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Test
    void the_script_carries_out_every_frame_of_the_document_and_no_other() {
        List<String> used = new ArrayList<>(first(USED, read(SCRIPT)));
        used.remove("$round");
        first(ROUNDS, read(SCRIPT)).forEach(rounds -> used.addAll(List.of(rounds.split(" "))));

        assertThat(frames()).isNotEmpty();
        assertThat(new TreeSet<>(used)).isEqualTo(new TreeSet<>(frames().keySet()));
        assertThat(read(DOCUMENT)).doesNotContainPattern(UNFRAMED);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_shell_can_read_the_commands(String commands) throws Exception {
        assertThat(run(List.of("bash", "-n", "-c", commands))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/operate/try.sh",
                "docs/operate/machine/sudo",
                "docs/operate/machine/systemctl",
                "docs/operate/machine/systemd-run"
            })
    void the_script_can_be_started(String script) throws Exception {
        assertThat(Path.of(script)).isExecutable();
        assertThat(run(List.of("bash", "-n", script))).isEmpty();
    }

    @Test
    void a_node_has_settings_that_there_are_and_all_that_it_needs() {
        List<String> settings = first(SETTING, frames().get("environment"));
        String compose = read(Path.of("docker-compose.yml"));

        assertThat(settings).allSatisfy(setting -> assertThat(compose).contains(setting + ":"));
        assertThat(settings)
                .containsAll(first(
                        Pattern.compile("(\\w+): \\$\\{\\w+:\\?"), compose.replace("POSTGRES_", "SPRING_DATASOURCE_")));
    }

    @Test
    void the_unit_starts_a_node_as_the_image_does_and_gives_it_time_to_stop() {
        String unit = read(UNIT);
        Duration stop = DurationStyle.detectAndParse(
                first(Pattern.compile("TimeoutStopSec=(\\d+)"), unit).get(0) + "s");

        assertThat(unit)
                .contains(
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:SharedArchiveFile=project-export.jsa",
                        "-jar project-export.jar");
        assertThat(read(Path.of("docker-compose.yml"))).contains("stop_grace_period: " + stop.toSeconds() + "s");
    }

    @Test
    void systemd_takes_the_unit() throws Exception {
        assumeTrue(isThere("systemd-analyze"), "systemd is not installed");

        // it looks for the program, whose place differs from machine to machine
        assertThat(run(List.of("systemd-analyze", "verify", UNIT.toString())).lines())
                .filteredOn(line -> line.contains(UNIT.getFileName().toString()))
                .allMatch(line -> line.contains("is not executable"));
    }

    @Test
    void nginx_takes_the_configuration_that_the_document_makes_of_ours(@TempDir Path etc) throws Exception {
        assumeTrue(isThere("nginx"), "nginx is not installed");
        assumeTrue(isThere("openssl"), "openssl is not installed");
        for (String folder : List.of("conf.d", "sites-enabled", "tls")) {
            Files.createDirectories(etc.resolve(folder));
        }
        Files.writeString(
                etc.resolve("nginx.conf"),
                "pid %1$s/pid; error_log %1$s/error.log; events {} http { include %1$s/conf.d/*.conf; }"
                        .formatted(etc));
        String commands = frames().get("nginx")
                .replace("/etc/nginx", etc.toString())
                .replaceAll("app\\d\\.example\\.com", "127.0.0.1");
        String configure = commands.substring(0, commands.indexOf("nginx -t"));
        String adapted =
                "sed -i 's|/etc/nginx|" + etc + "|; s/ 443 / 8443 /' " + etc + "/conf.d/*.conf " + etc + "/tls/*.conf";
        String certificate =
                "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=erp.example.com -keyout %1$s/tls/privkey.pem -out %1$s/tls/fullchain.pem"
                        .formatted(etc);

        String said = run(List.of(
                "bash", "-euc", configure + adapted + "\n" + certificate + "\nnginx -t -c " + etc + "/nginx.conf"));

        assertThat(said).contains("test is successful");
    }

    private static boolean isThere(String program) throws Exception {
        return !run(List.of("bash", "-c", "PATH=$PATH:/usr/sbin command -v " + program))
                .isBlank();
    }

    /** What it says, both ways. */
    private static String run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", "/usr/sbin", (path, sbin) -> path + ":" + sbin);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    private static List<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
