package care.sacrum.triage.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A rule: a name, a version, what it looks for, and what it advises when it finds it. A rule with several levels tries
/// them in order and takes the first that holds.
///
/// @param mustKnow codes without an answer to which this rule cannot say no
record Rule(
        String id,
        int version,
        Family family,
        List<Clause> clauses,
        Set<SymptomCode> mustKnow,
        List<String> evidence,
        Certainty certainty) {

    /// When it holds, how urgent that is, and whom to see.
    ///
    /// @param setBy the parameter by which a practice sets the level; empty where the rule alone says it
    record Clause(Criterion when, String setBy, Function<Parameters, Urgency> level, List<Referral> referTo) {}

    /// What a rule makes of a history.
    sealed interface Verdict {
        record Fires(Urgency urgency, List<Referral> referTo, List<Truth.Ground> grounds, List<Fact> facts)
                implements Verdict {}

        record Silent() implements Verdict {}

        record CannotSay(Set<String> missing) implements Verdict {}
    }

    private static final Verdict SILENT = new Verdict.Silent();

    static Rule rule(String id, Family family) {
        return new Rule(id, 1, family, List.of(), Set.of(), List.of(), Certainty.LOW);
    }

    /// Counted up whenever what it looks for, or what it advises, changes.
    Rule version(int counted) {
        return new Rule(id, counted, family, clauses, mustKnow, evidence, certainty);
    }

    Rule when(Criterion criterion, Urgency level, Referral... referTo) {
        return when(criterion, "", parameters -> level, referTo);
    }

    Rule when(Criterion criterion, String setBy, Function<Parameters, Urgency> level, Referral... referTo) {
        List<Clause> more = new ArrayList<>(clauses);
        more.add(new Clause(criterion, setBy, level, List.of(referTo)));
        return new Rule(id, version, family, List.copyOf(more), mustKnow, evidence, certainty);
    }

    Rule mustKnow(SymptomCode... codes) {
        return new Rule(id, version, family, clauses, Set.of(codes), evidence, certainty);
    }

    Rule by(Certainty sure, String... sources) {
        return new Rule(id, version, family, clauses, mustKnow, List.of(sources), sure);
    }

    Verdict judge(History history) {
        Set<String> missing = Set.of();
        for (Clause clause : clauses) {
            switch (clause.when().in(history)) {
                case Truth.Yes yes -> {
                    return new Verdict.Fires(
                            clause.level().apply(history.parameters), clause.referTo(), yes.grounds(), yes.facts());
                }
                case Truth.No _ -> {}
                case Truth.Unknown unknown -> missing = joined(missing, unknown.missing());
            }
        }
        if (!mustKnow.isEmpty()) {
            for (SymptomCode code : history.unanswered(mustKnow)) {
                missing = joined(missing, Set.of(code.word()));
            }
        }
        return missing.isEmpty() ? SILENT : new Verdict.CannotSay(missing);
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        Set<String> joined = new LinkedHashSet<>(some);
        joined.addAll(more);
        return joined;
    }
}
