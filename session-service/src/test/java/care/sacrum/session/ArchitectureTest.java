package care.sacrum.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "care.sacrum", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noOtherServiceIsImported = noClasses()
            .that()
            .resideInAPackage("care.sacrum.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("care.sacrum.content..", "care.sacrum.triage..", "care.sacrum.local..");

    @ArchTest
    static final ArchRule featuresDoNotGoRoundInCircles =
            slices().matching("care.sacrum.session.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreClosedButForWhatOthersAsk = classes()
            .that()
            .resideInAnyPackage(
                    "care.sacrum.session.practice",
                    "care.sacrum.session.clinician",
                    "care.sacrum.session.patient",
                    "care.sacrum.session.contact",
                    "care.sacrum.session.invitation",
                    "care.sacrum.session.prescription",
                    "care.sacrum.session.report",
                    "care.sacrum.session.erasure",
                    "care.sacrum.session.hold",
                    "care.sacrum.session.silence",
                    "care.sacrum.session.monitoring",
                    "care.sacrum.session.replay",
                    "care.sacrum.session.adherence",
                    "care.sacrum.session.content")
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotEndingWith("Practices")
            .and()
            .haveSimpleNameNotEndingWith("Clinicians")
            .and()
            .haveSimpleNameNotEndingWith("Patients")
            .and()
            .haveSimpleNameNotEndingWith("ContentCopy")
            .and()
            .haveSimpleNameNotEndingWith("ProgrammeState")
            .and()
            .haveSimpleNameNotEndingWith("QuietDays")
            .and()
            // What a feature tells again, and of what time.
            .haveSimpleNameNotEndingWith("Chapter")
            .and()
            .haveSimpleNameNotEndingWith("Span")
            .and()
            // Whoever makes the description of the API makes what adds to it.
            .haveSimpleNameNotEndingWith("Description")
            .and()
            // Quarkus makes public companions of beans while it builds.
            .haveNameNotMatching(".*(_Bean|_ClientProxy|_Subclass|_Observer_.*|_ProducerMethod_.*|\\$quarkus.*)")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule readingAReportIsPure = noClasses()
            .that()
            .haveSimpleName("ReportReader")
            .or()
            .haveSimpleName("SymptomReader")
            .or()
            .haveSimpleName("Fields")
            .or()
            .haveSimpleName("Timing")
            .or()
            .haveSimpleName("Fingerprint")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "io.quarkus..", "jakarta..", "io.agroal..");

    @ArchTest
    static final ArchRule reckoningAdherenceIsPure = noClasses()
            .that()
            .resideInAPackage("care.sacrum.session.adherence.calculation..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "care.sacrum.session.adherence.calculation..",
                    "care.sacrum.session.dating..",
                    "java.lang..",
                    "java.math..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule whichDaysAreMeantIsPure = noClasses()
            .that()
            .resideInAPackage("care.sacrum.session.dating..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("care.sacrum.session.dating..", "java.lang..", "java.time..", "org.jspecify..");
}
