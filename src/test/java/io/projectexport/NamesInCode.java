package io.projectexport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** The names of each kind that today's code has. */
final class NamesInCode {

    private static final Pattern FORM_ID = Pattern.compile("\"id\": \"([a-z-]+)\"");

    private NamesInCode() {}

    /** What an expression of a model can call: methods of public beans, and those that a public interface promises. */
    static Set<String> beans() {
        return components().flatMap(NamesInCode::callable).collect(toNames());
    }

    private static Stream<Class<?>> components() {
        return ProductionCode.types().stream()
                .filter(type -> !type.isAnnotation())
                .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Component.class));
    }

    private static Stream<String> callable(Class<?> type) {
        String bean = AnnotationBeanNameGenerator.INSTANCE.generateBeanName(
                new AnnotatedGenericBeanDefinition(type), new DefaultListableBeanFactory());
        return Stream.concat(Stream.of(type), Arrays.stream(ClassUtils.getAllInterfacesForClass(type)))
                .filter(owner -> Modifier.isPublic(owner.getModifiers()))
                .flatMap(owner -> Arrays.stream(owner.getMethods()))
                .map(method -> bean + "." + method.getName());
    }

    /** Texts in the packages with these names below the application's. */
    static Set<String> texts(String... packages) {
        return Arrays.stream(packages)
                .flatMap(name -> ProductionCode.texts("io.projectexport." + name).stream())
                .collect(toNames());
    }

    static Set<String> texts() {
        return ProductionCode.texts("io.projectexport");
    }

    static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(toNames());
    }

    /** As {@code Record.component}. */
    static Set<String> components(String... records) {
        return Arrays.stream(records)
                .map(ProductionCode::type)
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> type.getSimpleName() + "." + name))
                .collect(toNames());
    }

    static Set<String> forms() {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            return forms.flatMap(NamesInCode::formIds).collect(toNames());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> formIds(Path form) {
        try {
            Matcher ids = FORM_ID.matcher(Files.readString(form));
            return ids.results().map(id -> id.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns as {@code table.column}, constraints as {@code table constraint}. */
    static Set<String> tables() {
        DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:frozen-names;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .javaMigrations(
                        migrationTypes().map(BeanUtils::instantiateClass).toArray(JavaMigration[]::new))
                .load()
                .migrate();
        return new TreeSet<>(
                JdbcClient.create(database).sql("""
                        select lower(concat(table_name, '.', column_name)) from information_schema.columns
                        where table_schema = current_schema
                        union
                        select lower(concat(table_name, ' ', constraint_name)) from information_schema.table_constraints
                        where table_schema = current_schema
                        """).query(String.class).list());
    }

    static Set<String> migrations() {
        return migrationTypes().map(Class::getSimpleName).collect(toNames());
    }

    private static Stream<Class<? extends JavaMigration>> migrationTypes() {
        return ProductionCode.types().stream()
                .filter(JavaMigration.class::isAssignableFrom)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .map(type -> type.asSubclass(JavaMigration.class));
    }

    static Set<String> urls() {
        return components()
                .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class))
                .flatMap(NamesInCode::urls)
                .collect(toNames());
    }

    private static Stream<String> urls(Class<?> controller) {
        RequestMapping common = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        return Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .flatMap(method -> urls(common == null ? "" : common.path()[0], method));
    }

    private static Stream<String> urls(String common, Method method) {
        RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        List<String> paths = own.path().length == 0 ? List.of("") : List.of(own.path());
        return Arrays.stream(own.method()).flatMap(verb -> paths.stream().map(path -> verb + " " + common + path));
    }

    static Set<String> settings() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return Stream.of(
                        yaml.getObject().stringPropertyNames().stream(),
                        texts().stream(),
                        ProductionCode.types().stream().flatMap(NamesInCode::bound))
                .flatMap(names -> names)
                .collect(toNames());
    }

    private static Stream<String> bound(Class<?> type) {
        ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
        return properties == null || !type.isRecord()
                ? Stream.empty()
                : Arrays.stream(type.getRecordComponents())
                        .map(part -> properties.value() + "." + DataObjectPropertyName.toDashedForm(part.getName()));
    }

    static Set<String> healthKeys() {
        return ProductionCode.types().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Bean.class))
                .map(Method::getName)
                .filter(name -> name.endsWith("HealthIndicator"))
                .map(name -> name.replaceFirst("HealthIndicator$", ""))
                .collect(toNames());
    }

    private static Collector<String, ?, Set<String>> toNames() {
        return Collectors.toCollection(TreeSet::new);
    }
}
