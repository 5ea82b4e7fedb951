package io.projectexport;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import javax.ws.rs.ext.RuntimeDelegate;

/** Which package may know which other one. */
@AnalyzeClasses(packages = "io.projectexport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String EXPORT = "io.projectexport.export..";
    private static final String SUMMARY = "io.projectexport.export.summary..";

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
    static final ArchRule the_summary_knows_only_the_business = classes()
            .that()
            .resideInAPackage(SUMMARY)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(SUMMARY, EXPORT, "java..", "org.springframework.stereotype..");

    @ArchTest
    static final ArchRule the_process_adapter_knows_the_business_and_the_summary = adapter("process", EXPORT, SUMMARY);

    @ArchTest
    static final ArchRule the_xero_adapter_knows_the_business = adapter("xero", EXPORT);

    @ArchTest
    static final ArchRule the_mail_adapter_knows_the_business = adapter("mail", EXPORT, SUMMARY);

    @ArchTest
    static final ArchRule the_persistence_adapter_knows_the_business = adapter("persistence", EXPORT, SUMMARY);

    @ArchTest
    static final ArchRule access_knows_the_business = adapter("access", EXPORT);

    @ArchTest
    static final ArchRule the_web_knows_the_business_and_access = adapter("web", EXPORT, "io.projectexport.access..");

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
    static final ArchRule only_xero_knows_xeros_client = noClasses()
            .that()
            .resideOutsideOfPackage("io.projectexport.xero..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.xero..", "com.google..");

    @ArchTest
    static final ArchRule adapters_keep_their_classes_to_themselves = classes()
            .that()
            .resideInAnyPackage("io.projectexport.xero..", "io.projectexport.mail..", "io.projectexport.persistence..")
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .and()
            // found by name, so that it has to be public
            .areNotAssignableTo(RuntimeDelegate.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.projectexport.(*)..").should().beFreeOfCycles();

    private static ArchRule adapter(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of("io.projectexport." + name + ".."), Stream.of(others))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(allowed[0])
                .should()
                .dependOnClassesThat(resideInAPackage("io.projectexport..").and(resideOutsideOfPackages(allowed)));
    }
}
