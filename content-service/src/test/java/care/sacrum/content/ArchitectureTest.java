package care.sacrum.content;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "care.sacrum", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noOtherServiceIsImported = noClasses()
            .that()
            .resideInAPackage("care.sacrum.content..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("care.sacrum.session..", "care.sacrum.triage..", "care.sacrum.local..");

    @ArchTest
    static final ArchRule documentsKnowNothingOfHowTheyArePublished = noClasses()
            .that()
            .resideInAPackage("care.sacrum.content.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "care.sacrum.content.edition..",
                    "care.sacrum.platform..",
                    "io.quarkus..",
                    "jakarta.ws.rs..",
                    "jakarta.enterprise..");

    @ArchTest
    static final ArchRule editionsAreAClosedPackage = classes()
            .that()
            .resideInAPackage("care.sacrum.content.edition..")
            .and()
            .areTopLevelClasses()
            .and()
            // Quarkus makes public companions of beans while it builds.
            .haveNameNotMatching(".*(_Bean|_ClientProxy|_Subclass|_Observer_.*|_ProducerMethod_.*)")
            .should()
            .notBePublic();
}
