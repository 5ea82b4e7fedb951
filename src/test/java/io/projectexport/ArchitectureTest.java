package io.projectexport;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.projectexport.RoomTable.Room;
import io.projectexport.export.project.ProjectExport;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The structure of the production code: the table of rooms in {@code docs/architecture.md}, the floors, and the grammar of names. */
@AnalyzeClasses(packages = "io.projectexport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Map<String, Room> TABLE = RoomTable.read();
    private static final String OURS = "io.projectexport..";
    private static final String EXPORT = "io.projectexport.export..";
    private static final int MOST_TYPES = 15;

    @ArchTest
    static void the_table_of_rooms_holds_every_type_in_its_room(JavaClasses classes) {
        Set<String> printed = lines(Room::types, "%s holds %s");
        assertThat(topLevel(classes).map(type -> "%s holds %s".formatted(roomOf(type), type.getSimpleName())))
                .as("the table in docs/architecture.md")
                .containsExactlyInAnyOrderElementsOf(printed);
    }

    @ArchTest
    static void a_room_uses_exactly_the_rooms_that_the_table_names(JavaClasses classes) {
        Set<String> built = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> resideInAPackage(OURS).test(arrow.getTargetClass()))
                .filter(arrow -> !roomOf(arrow.getOriginClass()).equals(roomOf(arrow.getTargetClass())))
                .map(arrow -> "%s uses %s".formatted(roomOf(arrow.getOriginClass()), roomOf(arrow.getTargetClass())))
                .collect(Collectors.toCollection(TreeSet::new));
        // constants and caught exceptions are in the source alone
        built.addAll(Imports.betweenRooms("%s uses %s"));
        assertThat(built)
                .as("the table in docs/architecture.md")
                .containsExactlyInAnyOrderElementsOf(lines(Room::mayUse, "%s uses %s"));
    }

    private static Set<String> lines(Function<Room, Set<String>> column, String line) {
        return TABLE.values().stream()
                .flatMap(room -> column.apply(room).stream().map(cell -> line.formatted(room.name(), cell)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String roomOf(JavaClass type) {
        return RoomTable.roomOf(type.getPackageName());
    }

    @ArchTest
    static void no_room_is_larger_than_a_glance(JavaClasses classes) {
        Map<String, Long> sizes =
                topLevel(classes).collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes)
                .allSatisfy((room, size) -> assertThat(size)
                        .as("types in %s; split it by capability", room)
                        .isLessThanOrEqualTo(MOST_TYPES));
    }

    @ArchTest
    static void a_room_that_was_split_holds_nothing_itself(JavaClasses classes) {
        Set<String> rooms = topLevel(classes).map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(rooms)
                .filteredOn(room -> !room.equals("io.projectexport"))
                .allSatisfy(room -> assertThat(rooms)
                        .as("types in %s and in rooms below it", room)
                        .noneMatch(other -> other.startsWith(room + ".")));
    }

    @ArchTest
    static final ArchRule the_business_knows_only_the_jdk_and_springs_stereotypes_and_transactions = classes()
            .that()
            .resideInAPackage(EXPORT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    EXPORT,
                    "java..",
                    "org.springframework.stereotype..",
                    "org.springframework.transaction.annotation..");

    @ArchTest
    static void adapters_do_not_see_each_other(JavaClasses classes) {
        Stream.of("process", "access", "xero", "persistence", "mail", "web")
                .forEach(adapter -> classes()
                        .that()
                        .resideInAPackage("io.projectexport.%s..".formatted(adapter))
                        .should()
                        .onlyBeAccessed()
                        .byClassesThat(resideInAPackage("io.projectexport.%s..".formatted(adapter))
                                .or(mayAskWhoIsLoggedIn(adapter)))
                        .check(classes));
    }

    private static DescribedPredicate<JavaClass> mayAskWhoIsLoggedIn(String adapter) {
        return adapter.equals("access") ? resideInAPackage("io.projectexport.web..") : mainClass(adapter);
    }

    /** It checks models without an application, on the command line. */
    private static DescribedPredicate<JavaClass> mainClass(String adapter) {
        return adapter.equals("process")
                ? resideInAPackage("io.projectexport").and(simpleName(ProjectExportApplication.class.getSimpleName()))
                : DescribedPredicate.alwaysFalse();
    }

    @ArchTest
    static final ArchRule the_web_asks_access_only_who_is_logged_in = noClasses()
            .that()
            .resideInAPackage("io.projectexport.web..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.projectexport.access..")
                    .and(not(resideInAPackage("io.projectexport.access.login"))));

    @ArchTest
    static final ArchRule only_process_and_access_know_the_engine = noClasses()
            .that()
            .resideOutsideOfPackages("io.projectexport.process..", "io.projectexport.access..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm..");

    @ArchTest
    static final ArchRule only_process_runs_processes = noClasses()
            .that()
            .resideOutsideOfPackage("io.projectexport.process..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.camunda\\.bpm\\.engine\\.(RuntimeService|TaskService|ManagementService)"
                    + "|org\\.camunda\\.bpm\\.engine\\.delegate\\..*");

    @ArchTest
    static final ArchRule few_rooms_know_the_inside_of_the_engine = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.projectexport.process.engine",
                    "io.projectexport.process.expression",
                    "io.projectexport.process.job",
                    "io.projectexport.process.timer",
                    "io.projectexport.process.rest",
                    "io.projectexport.process.guard",
                    "io.projectexport.process.model",
                    "io.projectexport.process.rule.file",
                    "io.projectexport.access.group",
                    "io.projectexport.access.password",
                    "io.projectexport.access.setup")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule only_xero_knows_xeros_client = noClasses()
            .that()
            .resideOutsideOfPackage("io.projectexport.xero..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.xero..", "com.google..");

    @ArchTest
    static final ArchRule only_the_business_moves_a_project_from_one_status_to_another = codeUnits()
            .that()
            .areDeclaredIn(ProjectExport.class)
            .and()
            .haveRawReturnType(ProjectExport.class)
            .should()
            .onlyBeCalled()
            .byClassesThat()
            .resideInAPackage(EXPORT);

    @ArchTest
    static void there_is_no_circle_at_any_level(JavaClasses classes) {
        slices().matching("io.projectexport.(*)..").should().beFreeOfCycles().check(classes);
        Stream.of("export", "process", "web", "access", "xero", "persistence")
                .forEach(top -> slices().matching("io.projectexport.%s.(*)..".formatted(top))
                        .should()
                        .beFreeOfCycles()
                        .check(classes));
    }

    @ArchTest
    static final ArchRule controllers_answer_http =
            classes().that().haveSimpleNameEndingWith("Controller").should().resideInAPackage("io.projectexport.web..");

    @ArchTest
    static final ArchRule delegates_are_what_models_call = classes()
            .that()
            .haveSimpleNameEndingWith("Delegate")
            .should()
            .resideInAPackage("io.projectexport.process.delegate")
            .andShould()
            .implement(JavaDelegate.class);

    @ArchTest
    static void jdbc_types_are_adapters_of_a_port(JavaClasses classes) {
        Collection<JavaClass> jdbc = topLevel(classes)
                .filter(type -> type.getSimpleName().startsWith("Jdbc"))
                .toList();
        assertThat(jdbc).isNotEmpty().allSatisfy(type -> {
            assertThat(type.getPackageName()).startsWith("io.projectexport.persistence.");
            assertThat(type.getRawInterfaces()).anyMatch(resideInAPackage(EXPORT));
        });
    }

    @ArchTest
    static final ArchRule responses_are_the_apis = classes()
            .that(resideInAPackage(OURS))
            .and()
            .haveSimpleNameEndingWith("Response")
            .should()
            .resideInAPackage("io.projectexport.web.api");

    @ArchTest
    static final ArchRule names_say_what_a_type_is =
            noClasses().that(resideInAPackage(OURS)).should().haveNameMatching(".*(Impl|Utils?|Helper|Manager)");

    private static Stream<JavaClass> topLevel(JavaClasses classes) {
        return classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }
}
