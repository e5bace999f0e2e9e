package care.sacrum.triage.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/// The rules stay free of frameworks, clocks and chance.
class PurityTest {
    /// What stands beside [Triage] in the same place, so that these tests themselves are left out.
    private static final JavaClasses RULES = new ClassFileImporter()
            .importUrl(Triage.class.getProtectionDomain().getCodeSource().getLocation())
            .that(JavaClass.Predicates.resideInAPackage("care.sacrum.triage.rules"));

    @Test
    void theRulesDependOnNothingButJavaAndThemselves() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "care.sacrum.triage.rules")
                .check(RULES);
    }

    @Test
    void theRulesKnowNoClockNoChanceAndNoOutsideWorld() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.Clock|java\\.util\\.(Random|UUID|concurrent\\..*)|java\\.sql\\..*"
                        + "|java\\.(io|nio|net)\\.(?!Serializable).*|java\\.lang\\.Thread")
                .check(RULES);
        for (Class<?> time : new Class<?>[] {
            java.time.Instant.class,
            java.time.LocalDate.class,
            java.time.LocalDateTime.class,
            java.time.ZonedDateTime.class,
            java.time.OffsetDateTime.class
        }) {
            noClasses().should().callMethod(time, "now").check(RULES);
        }
        noClasses().should().callMethod(java.time.ZoneId.class, "systemDefault").check(RULES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(RULES);
        noClasses().should().callMethod(System.class, "nanoTime").check(RULES);
        noClasses().should().callMethod(Math.class, "random").check(RULES);
    }
}
