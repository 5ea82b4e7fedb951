package io.projectexport.benchmark.cycle;

import io.projectexport.ProjectExportApplication;
import io.projectexport.benchmark.bare.BareCamunda;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the JVMs run. */
final class Programs {

    /** What Camunda's REST starter, a pool and the driver bring: of a class path that has more, the rest would configure itself, too. */
    private static final Predicate<String> OF_STARTER =
            Pattern.compile("""
            camunda-bpm-spring-boot-starter-(rest-)?\\d | camunda-engine-(?!plugin) | camunda-(bpmn|cmmn|dmn|xml)-model | camunda-(juel|commons)
            | feel-engine | mybatis | joda-time | java-uuid-generator | commons-(lang3|fileupload|io)
            | spring-(aop|beans|boot|boot-autoconfigure|context|core|expression|jcl|jdbc|orm|tx|web)-\\d
            | spring-boot-starter-(jdbc|jersey|json|logging|tomcat|validation|\\d)
            | micrometer-(commons|observation)-\\d | tomcat-embed | hibernate-validator | classmate | expressly | jboss-logging
            | jersey- | hk2- | jakarta\\.(annotation|inject|validation|ws|xml|activation) | jaxb- | angus-activation | osgi-resource-locator
            | aopalliance | javassist | class-model | asm-commons | spring-bridge
            | jackson-(annotations|core|databind|jakarta|module|datatype-jdk8|datatype-jsr310)
            | logback | log4j | jul-to-slf4j | slf4j | snakeyaml | HikariCP | postgresql-\\d
            """, Pattern.COMMENTS).asPredicate();

    private Programs() {}

    /** The product from the jar that {@code -Djar} names, or else from its classes. */
    static List<String> product() {
        List<String> options = Stream.concat(
                        Stream.of("-XX:+ExitOnOutOfMemoryError"),
                        Stream.of(System.getProperty("jvmOptions", "").split(" "))
                                .filter(option -> !option.isBlank()))
                .toList();
        String jar = System.getProperty("jar", "");
        return jar.isEmpty()
                ? with(
                        options,
                        "-cp",
                        classPath(entry -> !isTestClasses(entry)),
                        ProjectExportApplication.class.getName())
                : with(options, "-jar", jar);
    }

    static List<String> bareCamunda() {
        return List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath(entry -> isTestClasses(entry) || OF_STARTER.test(nameOf(entry))),
                BareCamunda.class.getName());
    }

    private static List<String> with(List<String> options, String... program) {
        return Stream.concat(options.stream(), Stream.of(program)).toList();
    }

    private static String classPath(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isTestClasses(String entry) {
        return nameOf(entry).equals("test-classes");
    }

    private static String nameOf(String entry) {
        return Path.of(entry).getFileName().toString();
    }
}
