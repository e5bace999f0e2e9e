package care.sacrum.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a criterion says of itself.
class LogicTest {
    private static final Logic ONE = new Logic.Fact("one in {newOnsetWindowDays} days");
    private static final Logic TWO = new Logic.Fact("two");

    @Test
    void everyRuleSaysWhatItAsksInWords() {
        for (Rule rule : Catalogue.RULES) {
            for (Rule.Clause clause : rule.clauses()) {
                assertThat(clause.when().logic().sentence()).as(rule.id()).isNotBlank();
            }
        }
    }

    @Test
    void theParametersAndTheNotionsOfAllPartsAreNamed() {
        Logic.Named inner = new Logic.Named("inner", ONE);
        Logic.Named outer = new Logic.Named("outer", new Logic.Any(List.of(inner, TWO)));
        for (Logic whole : List.of(
                outer,
                new Logic.All(List.of(outer)),
                new Logic.NoSignOf(outer),
                new Logic.Together(outer, TWO, "near"))) {
            assertThat(whole.parameters()).isEqualTo(Set.of("newOnsetWindowDays"));
            assertThat(List.copyOf(whole.notions())).isEqualTo(List.of(inner, outer));
        }
        assertThat(new Logic.Together(TWO, ONE, "near").parts()).isEqualTo(List.of(TWO, ONE));
        assertThat(TWO.parts()).isEmpty();
        assertThat(TWO.notions()).isEmpty();
        assertThat(TWO.parameters()).isEmpty();
    }

    @Test
    void aWholeIsMadeOfWhatItsPartsAsk() {
        Criterion one = Criterion.asks("one", history -> Truth.NO);
        Criterion two = Criterion.asks("two", history -> Truth.YES);
        assertThat(Criterion.all(one, two).logic().sentence()).isEqualTo("one, and two");
        assertThat(Criterion.any(one, two).logic().sentence()).isEqualTo("one; or two");
        assertThat(Criterion.noSignOf(one).logic().sentence()).isEqualTo("no sign of one");
        assertThat(one.called("a notion").logic().sentence()).isEqualTo("*a notion*");
        assertThat(Criterion.isAged(65).logic().sentence()).isEqualTo("the patient is 65 or older");
    }

    @Test
    void codesAreQuotedAndJoined() {
        assertThat(Criterion.named(SymptomCode.group(SymptomCode.FEVER), "or")).isEqualTo("`fever`");
        assertThat(Criterion.named(SymptomCode.group(SymptomCode.FEVER, SymptomCode.CHILLS), "or"))
                .isEqualTo("`fever` or `chills`");
        assertThat(Criterion.named(SymptomCode.BACK_PAIN, "and")).isEqualTo("`low_back_pain` and `buttock_pain`");
    }

    @Test
    void aSentenceHoldsEveryPart() {
        Logic both = new Logic.All(List.of(TWO, TWO));
        assertThat(both.sentence()).isEqualTo("two, and two");
        assertThat(new Logic.Any(List.of(TWO, both)).sentence()).isEqualTo("two; or (two, and two)");
        assertThat(new Logic.Together(TWO, both, "at once").sentence())
                .isEqualTo("two together with (two, and two), at once");
        assertThat(new Logic.NoSignOf(both).sentence()).isEqualTo("no sign of (two, and two)");
        assertThat(new Logic.All(List.of(new Logic.Named("a notion", both), TWO)).sentence())
                .isEqualTo("*a notion*, and two");
    }
}
