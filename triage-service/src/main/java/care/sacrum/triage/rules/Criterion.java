package care.sacrum.triage.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A question put to a history, which can say what it asks.
interface Criterion {

    Truth in(History history);

    Logic logic();

    /// How a question is answered.
    @FunctionalInterface
    interface Question {
        Truth in(History history);
    }

    record Asked(Logic logic, Question question) implements Criterion {
        @Override
        public Truth in(History history) {
            return question.in(history);
        }
    }

    /// @param words what it asks, for a clinician; a parameter by its name in braces
    static Criterion asks(String words, Question question) {
        return new Asked(new Logic.Fact(words), question);
    }

    /// Under a name, where several rules speak of it.
    default Criterion called(String name) {
        return new Asked(new Logic.Named(name, logic()), this::in);
    }

    /// Asks the same. Where it holds, it rests on the other as well, as far as that is there: who is sent on for the
    /// one
    /// is seen for both.
    default Criterion besides(Criterion other) {
        return new Asked(
                logic(),
                history -> in(history) instanceof Truth.Yes yes && other.in(history) instanceof Truth.Yes more
                        ? new Truth.Yes(
                                Stream.concat(yes.grounds().stream(), more.grounds().stream())
                                        .toList(),
                                yes.facts())
                        : in(history));
    }

    /// What "present" means where a rule says it, for a reader of the rules.
    String PRESENT = "present";

    String TOLD_LATELY = "told as present at most %d days ago";

    /// Signs that belong together may come from different reports so many days apart.
    int TOGETHER_WITHIN_DAYS = 14;

    /// Signs of the code that are in force and not known to a clinician.
    static Sign present(SymptomCode first, SymptomCode... others) {
        return present(SymptomCode.group(first, others));
    }

    static Sign present(Set<SymptomCode> codes) {
        return new Sign(codes, Criterion::inForce, sighting -> !sighting.known, PRESENT);
    }

    /// Signs in force, among them those that a clinician knows.
    static Sign presentEvenIfKnown(SymptomCode first, SymptomCode... others) {
        return new Sign(
                SymptomCode.group(first, others),
                (history, sighting) ->
                        history.age(sighting) <= history.memoryDays(sighting.code) ? sighting.undenied : Sides.NONE,
                sighting -> true,
                PRESENT + ", even if known");
    }

    /// Cauda equina signs that were new when told, have not been denied since, and are fresh enough for an emergency.
    static Sign newCaudaEquina(Set<SymptomCode> codes) {
        return new Sign(
                codes,
                Criterion::emergencyInForce,
                sighting -> sighting.isNew,
                "told as new at most {lateReportEmergencyWindowDays} days ago and not denied since");
    }

    static Criterion has(RiskFactor first, RiskFactor... others) {
        Set<RiskFactor> factors = EnumSet.of(first, others);
        return asks("the patient's risk factors hold " + named(factors, "or"), history -> {
            List<Fact> held = new ArrayList<>();
            for (RiskFactor factor : factors) {
                if (history.patient.has(factor)) {
                    held.add(new Fact.Risk(factor));
                }
            }
            return held.isEmpty() ? Truth.NO : new Truth.Yes(List.of(), held);
        });
    }

    /// What is missing where nobody told how far down a leg the pain goes.
    String EXTENT = "extent";

    /// Asks the same. Where it does not hold, nobody knows as long as the sign is told of no stated extent.
    default Criterion unlessOfNoExtent(Sign sign) {
        Sign unsaid = sign.where("of no stated extent", sighting -> sighting.symptom.extent() == null);
        return new Asked(
                logic(),
                history -> in(history) instanceof Truth.No no
                        ? unsaid.isIn(history) ? new Truth.Unknown(Set.of(EXTENT)) : no
                        : in(history));
    }

    /// What is missing where nobody told the patient's age.
    String AGE = "age";

    static Criterion isAged(int years) {
        return asks("the patient is " + years + " or older", history -> {
            Integer age = history.patient.ageYears();
            if (age == null) {
                return new Truth.Unknown(Set.of(AGE));
            }
            return age >= years ? new Truth.Yes(List.of(), List.of(new Fact.Aged(age))) : Truth.NO;
        });
    }

    /// @param called what the conditions have in common
    static Criterion livesWith(String called, Condition first, Condition... others) {
        Set<Condition> conditions = EnumSet.of(first, others);
        return asks("the baseline holds " + called, history -> {
            List<Fact> held = new ArrayList<>();
            for (Condition condition : conditions) {
                if (history.patient.has(condition)) {
                    held.add(new Fact.LivesWith(condition));
                }
            }
            return held.isEmpty() ? Truth.NO : new Truth.Yes(List.of(), held);
        });
    }

    /// So many points more severe than in an earlier report.
    static Criterion grewBy(int points, SymptomCode code) {
        Sign present = present(code);
        return asks(
                "`" + code.word() + "` present, " + points + " points more severe than in an earlier report",
                history -> {
                    List<Sighting> inForce = present.sightings(history);
                    Set<Sighting> grown = new LinkedHashSet<>();
                    Sighting least = null;
                    for (Sighting told : history.of(code)) {
                        Double severity = told.symptom.severity();
                        if (severity == null) {
                            continue;
                        }
                        Double before = least == null ? null : least.symptom.severity();
                        if (before != null && Points.atLeast(severity - before, points) && inForce.contains(told)) {
                            grown.add(told);
                            grown.add(least);
                        }
                        least = before == null || severity < before ? told : least;
                    }
                    return grown.isEmpty() ? Truth.NO : new Truth.Yes(grounds(grown));
                });
    }

    static Criterion all(Criterion... parts) {
        return new Asked(new Logic.All(logics(parts)), history -> {
            List<Truth.Ground> grounds = new ArrayList<>();
            List<Fact> facts = new ArrayList<>();
            Set<String> missing = new LinkedHashSet<>();
            for (Criterion part : parts) {
                switch (part.in(history)) {
                    case Truth.Yes yes -> {
                        grounds.addAll(yes.grounds());
                        facts.addAll(yes.facts());
                    }
                    case Truth.No no -> {
                        return no;
                    }
                    case Truth.Unknown unknown -> missing.addAll(unknown.missing());
                }
            }
            return missing.isEmpty() ? new Truth.Yes(grounds, facts) : new Truth.Unknown(missing);
        });
    }

    static Criterion any(Criterion... parts) {
        return new Asked(new Logic.Any(logics(parts)), history -> {
            List<Truth.Ground> grounds = new ArrayList<>();
            List<Fact> facts = new ArrayList<>();
            Set<String> missing = new LinkedHashSet<>();
            boolean found = false;
            for (Criterion part : parts) {
                switch (part.in(history)) {
                    case Truth.Yes yes -> {
                        found = true;
                        grounds.addAll(yes.grounds());
                        facts.addAll(yes.facts());
                    }
                    case Truth.No _ -> {}
                    case Truth.Unknown unknown -> missing.addAll(unknown.missing());
                }
            }
            if (found) {
                return new Truth.Yes(grounds, facts);
            }
            return missing.isEmpty() ? Truth.NO : new Truth.Unknown(missing);
        });
    }

    private static List<Logic> logics(Criterion... parts) {
        return Stream.of(parts).map(Criterion::logic).toList();
    }

    /// Nothing in the reports says that it is so.
    static Criterion noSignOf(Criterion one) {
        return new Asked(
                new Logic.NoSignOf(one.logic()),
                history -> Truth.of(
                        one instanceof Sign sign ? !sign.isIn(history) : !(one.in(history) instanceof Truth.Yes)));
    }

    /// Both signs, from one report or from two at most so many days apart.
    static Criterion together(int withinDays, Sign one, Sign other) {
        return together(withinDays, one, other, Pairing.ANY);
    }

    static Criterion together(int withinDays, Sign one, Sign other, Pairing pairing) {
        String how = "at most " + withinDays + " days apart" + pairing.words();
        return new Asked(
                new Logic.Together(one.logic(), other.logic(), how), bothWithin(withinDays, one, other, pairing));
    }

    private static Question bothWithin(int withinDays, Sign one, Sign other, Pairing pairing) {
        return history -> {
            List<Sighting> ones = one.sightings(history);
            if (ones.isEmpty()) {
                return unknownOr(Truth.NO, one, history);
            }
            List<Sighting> others = other.sightings(history);
            if (others.isEmpty()) {
                return unknownOr(Truth.NO, other, history);
            }
            for (Sighting a : ones) {
                for (Sighting b : others) {
                    if (Math.abs(a.day - b.day) <= withinDays && pairing.fits().test(a, b)) {
                        Set<Sighting> both = new LinkedHashSet<>(ones);
                        both.addAll(others);
                        return new Truth.Yes(grounds(both));
                    }
                }
            }
            return Truth.NO;
        };
    }

    /// What else two signs must have to count together.
    record Pairing(String words, BiPredicate<Sighting, Sighting> fits) {
        static final Pairing ANY = new Pairing("", (one, other) -> true);
        static final Pairing EITHER_NEW = new Pairing(
                ", one of them new and open",
                (one, other) -> (one.isNew && one.open != Sides.NONE) || (other.isNew && other.open != Sides.NONE));
        static final Pairing NEITHER_NEW =
                new Pairing(", neither of them new", (one, other) -> !one.isNew && !other.isNew);
    }

    /// The sign on both legs, put together from reports at most 14 days apart.
    static Criterion ofBothLegs(Sign sign, Pairing pairing) {
        Sign left = new Sign(sign.codes, sign.standing.only(Sides.LEFT), sign.which, sign.words + ", on the left");
        Sign right = new Sign(sign.codes, sign.standing.only(Sides.RIGHT), sign.which, sign.words + ", on the right");
        return asks(
                sign.logic().sentence() + ", on both sides, told at once or at most " + TOGETHER_WITHIN_DAYS
                        + " days apart" + pairing.words(),
                bothWithin(TOGETHER_WITHIN_DAYS, left, right, pairing));
    }

    private static Truth unknownOr(Truth otherwise, Sign sign, History history) {
        Set<SymptomCode> unanswered = history.unanswered(sign.codes());
        return unanswered.isEmpty() ? otherwise : new Truth.Unknown(words(unanswered));
    }

    private static Set<String> words(Set<SymptomCode> codes) {
        return codes.stream().map(SymptomCode::word).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static List<Truth.Ground> grounds(Collection<Sighting> sightings) {
        List<Truth.Ground> grounds = new ArrayList<>(sightings.size());
        for (Sighting sighting : sightings) {
            grounds.add(Truth.Ground.of(sighting));
        }
        return grounds;
    }

    static String named(Set<? extends Word> words, String joint) {
        List<String> quoted =
                words.stream().map(word -> "`" + word.word() + "`").toList();
        return quoted.size() < 2
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " " + joint + " " + quoted.getLast();
    }

    private static int inForce(History history, Sighting sighting) {
        return history.age(sighting) <= history.memoryDays(sighting.code) ? sighting.open : Sides.NONE;
    }

    private static int emergencyInForce(History history, Sighting sighting) {
        return history.age(sighting) <= history.parameters.lateReportEmergencyWindowDays()
                ? sighting.undenied
                : Sides.NONE;
    }

    /// On which sides a sighting still counts.
    @FunctionalInterface
    interface Standing {
        int sides(History history, Sighting sighting);

        default Standing only(int leg) {
            return (history, sighting) -> sides(history, sighting) & leg;
        }
    }

    /// A sign of one or more codes, narrowed until it says what the rule means.
    ///
    /// @param words how it must be told, after the codes
    record Sign(Set<SymptomCode> codes, Standing standing, Predicate<Sighting> which, String words)
            implements Criterion {

        Sign thatIsNew() {
            return where("new", sighting -> sighting.isNew);
        }

        /// Told so many days ago at most, whatever is remembered of it.
        Sign within(int days) {
            return new Sign(
                    codes,
                    (history, sighting) ->
                            history.age(sighting) <= days ? standing.sides(history, sighting) : Sides.NONE,
                    which,
                    TOLD_LATELY.formatted(days) + words.substring(PRESENT.length()));
        }

        Sign notNew() {
            return where("not new", sighting -> !sighting.isNew);
        }

        /// @param said what `also` demands
        Sign where(String said, Predicate<Sighting> also) {
            return new Sign(codes, standing, which.and(also), words + ", " + said);
        }

        @Override
        public Logic logic() {
            // What is new depends on its parameter, and so does what is known.
            Set<String> parameters = new LinkedHashSet<>(Logic.Fact.named(words));
            parameters.add("newOnsetWindowDays");
            if (words.startsWith(PRESENT) && !Collections.disjoint(codes, SymptomCode.NEURO)) {
                parameters.add("neuroSignMemoryDays");
            }
            return new Logic.Fact(named(codes, "or") + " " + words, parameters);
        }

        @Override
        public Truth in(History history) {
            List<Sighting> found = sightings(history);
            return found.isEmpty() ? unknownOr(Truth.NO, this, history) : new Truth.Yes(grounds(found));
        }

        boolean isIn(History history) {
            return !sightings(history).isEmpty();
        }

        /// Oldest first within a code. Read from the latest backwards, so that a long history costs no more than a
        /// short.
        List<Sighting> sightings(History history) {
            List<Sighting> found = List.of();
            for (SymptomCode code : codes) {
                List<Sighting> told = history.of(code);
                int from = found.size();
                for (int i = told.size() - 1; i >= 0 && history.mayStillCount(told.get(i)); i--) {
                    Sighting sighting = told.get(i);
                    if (which.test(sighting) && standing.sides(history, sighting) != Sides.NONE) {
                        if (found.isEmpty()) {
                            found = new ArrayList<>();
                        }
                        found.add(sighting);
                    }
                }
                Collections.reverse(found.subList(from, found.size()));
            }
            return found;
        }
    }
}
