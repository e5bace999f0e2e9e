package care.sacrum.triage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "care.sacrum", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule triageKnowsNoOtherService = noClasses()
            .that()
            .resideInAPackage("care.sacrum.triage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("care.sacrum.session..", "care.sacrum.content..", "care.sacrum.local..");

    @ArchTest
    static final ArchRule casesKnowOnlyTheRules = noClasses()
            .that()
            .resideInAPackage("..triage.cases..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..triage.live..",
                    "..triage.finding..",
                    "..triage.practice..",
                    "..triage.store..",
                    "..triage.worklist..",
                    "..triage.advice..",
                    "io.quarkus..");

    @ArchTest
    static final ArchRule aFindingsLifeKnowsNothingOfTheWatchThatFoundIt = noClasses()
            .that()
            .resideInAPackage("..triage.finding..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..triage.live..", "..triage.worklist..", "..triage.advice..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule aPracticeIsKnownBeforeAnythingElse = noClasses()
            .that()
            .resideInAPackage("..triage.practice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..triage.finding..", "..triage.live..", "..triage.worklist..", "..triage.advice..");

    @ArchTest
    static final ArchRule theRuleBookKnowsOnlyTheRules = noClasses()
            .that()
            .resideInAPackage("..triage.rulebook..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("care.sacrum..")
                    .and(DescribedPredicate.not(
                            JavaClass.Predicates.resideInAnyPackage("..triage.rulebook..", "..triage.rules.."))));

    @ArchTest
    static final ArchRule theLiveSideKnowsNoScreen = noClasses()
            .that()
            .resideInAPackage("..triage.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..triage.worklist..", "..triage.advice..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule theLiveSideTellsAndDoesNotKnowWhoListens = noClasses()
            .that()
            .resideInAPackage("..triage.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..triage.hold..", "..triage.notice..", "..triage.webhook..");

    @ArchTest
    static final ArchRule screensAndAdviceKeepApart = noClasses()
            .that()
            .resideInAPackage("..triage.advice..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..triage.worklist..");

    @ArchTest
    static final ArchRule parametersKnowNoPatient = noClasses()
            .that()
            .resideInAPackage("..triage.parameters..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..triage.finding..", "..triage.live..", "..triage.worklist..", "..triage.advice..");

    @ArchTest
    static final ArchRule nothingRestsOnWhatMightHaveBeen = noClasses()
            .that()
            .resideOutsideOfPackage("..triage.whatif..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..triage.whatif..");

    @ArchTest
    static final ArchRule whatMightHaveBeenIsToldToNobody = noClasses()
            .that()
            .resideInAPackage("..triage.whatif..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..platform.outbox..", "..platform.event..", "..triage.worklist..", "..triage.advice..");

    @ArchTest
    static final ArchRule resourcesStayInTheirRoom =
            classes().that().areAnnotatedWith(jakarta.ws.rs.Path.class).should().bePackagePrivate();
}
