package care.sacrum.triage.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// A sign for which the patient would be seen today or at once, had it not been denied since or left out of a
/// correction. No rule fires over it, and nobody is calmed over it either: a face that hung down yesterday is looked at
/// even when it does no more.
///
/// @param help whom it called for
record TakenAway(Sighting sighting, Help help) {
    /// Of these none is for today but with a pain: they come and go, and are not judged again.
    static final Set<SymptomCode> NEVER_FOR_TODAY_BY_ITSELF = SymptomCode.group(
            SymptomCode.LOW_BACK_PAIN,
            SymptomCode.BUTTOCK_PAIN,
            SymptomCode.NIGHT_PAIN_CONSTANT,
            SymptomCode.NIGHT_PAIN_ON_TURNING,
            SymptomCode.NO_POSITION_EASES,
            SymptomCode.BAND_LIKE_TRUNK_PAIN,
            SymptomCode.PAIN_WORSE_ON_STRAINING,
            SymptomCode.MORNING_STIFFNESS_OVER_30MIN,
            SymptomCode.IMPROVES_WITH_EXERCISE,
            SymptomCode.IMPROVES_WITH_NSAID,
            SymptomCode.WAKES_SECOND_HALF_NIGHT,
            SymptomCode.MUSCLE_SORENESS,
            SymptomCode.TRANSIENT_PINS_NEEDLES,
            SymptomCode.COLD_SYMPTOMS,
            SymptomCode.CONSTIPATION);

    /// Of these some are for today in who had cancer, injects drugs or has a weak defence.
    static final Set<SymptomCode> BESIDE_A_RISK = SymptomCode.group(
            SymptomCode.NIGHT_PAIN_CONSTANT,
            SymptomCode.NO_POSITION_EASES,
            SymptomCode.BAND_LIKE_TRUNK_PAIN,
            SymptomCode.PAIN_WORSE_ON_STRAINING);

    /// Of these none is for today but on both legs, or beside a cancer or a fever.
    static final Set<SymptomCode> IN_ONE_LEG =
            SymptomCode.union(SymptomCode.NEURO_SENSATION, SymptomCode.group(SymptomCode.LEG_PAIN));

    private static final Set<RiskFactor> AT_RISK =
            EnumSet.of(RiskFactor.CANCER_HISTORY, RiskFactor.IV_DRUG_USE, RiskFactor.IMMUNOSUPPRESSION);

    private static final Set<SymptomCode> BY_THEMSELVES = without(NEVER_FOR_TODAY_BY_ITSELF, IN_ONE_LEG);
    private static final Set<SymptomCode> IN_A_LEG_TOO = without(NEVER_FOR_TODAY_BY_ITSELF);

    /// Whether a clinician has answered what a rule found.
    @FunctionalInterface
    interface Answers {
        boolean all(Rule rule, Rule.Verdict.Fires fires, History then);
    }

    boolean isLeftOut() {
        return sighting.isLeftOut();
    }

    /// Each sign is judged as of the moment before it was first denied, and so with what was there beside it. The
    /// latest comes first, and of one sign on one side the latest telling.
    static List<TakenAway> in(History history, Answers answers) {
        if (!history.isCutShort() && thatMatter(history).stream().noneMatch(code -> isDenied(history, code))) {
            return List.of();
        }
        History asFirstTold = history.asOf(Instant.MAX);
        Map<String, Sighting> taken = new HashMap<>();
        Set<Instant> moments = new TreeSet<>();
        for (SymptomCode code : thatMatter(asFirstTold)) {
            for (Sighting sighting : asFirstTold.of(code)) {
                if (isOpen(asFirstTold, sighting)) {
                    taken.put(name(sighting), sighting);
                    moments.add(asFirstTold.firstDenied(sighting));
                }
            }
        }
        boolean hurts = history.pain.stillHurts();
        Map<Sighting, Help> found = new LinkedHashMap<>();
        for (Instant moment : moments) {
            History then = asFirstTold.asOf(moment);
            for (Rule rule : Catalogue.RULES) {
                if (rule.judge(then) instanceof Rule.Verdict.Fires fires
                        && fires.urgency().isForToday()
                        && !answers.all(rule, fires, then)) {
                    Help help = Help.of(rule.id(), fires.urgency());
                    fires.grounds().stream()
                            .flatMap(ground -> ground.says().sign().stream())
                            .map(sighting -> taken.get(name(sighting)))
                            .filter(Objects::nonNull)
                            .filter(sighting -> speaksStill(rule, sighting.code, hurts))
                            .forEach(sighting -> found.merge(sighting, help, TakenAway::graver));
                }
            }
        }
        return latestFirst(found);
    }

    /// Where pain is half of the reason, a fever that is gone leaves the other half for as long as it hurts; how strong
    /// a pain is speaks for itself, whatever eases it.
    private static boolean speaksStill(Rule rule, SymptomCode code, boolean hurts) {
        return switch (rule.id()) {
            case "severe-unremitting" -> false;
            case "infection-risk" ->
                switch (code) {
                    case FEVER, CHILLS -> hurts;
                    case NIGHT_PAIN_CONSTANT, NIGHT_SWEATS -> true;
                    default -> false;
                };
            default -> true;
        };
    }

    @SafeVarargs
    private static Set<SymptomCode> without(Set<SymptomCode>... some) {
        Set<SymptomCode> left = EnumSet.copyOf(SymptomCode.ALL);
        for (Set<SymptomCode> one : some) {
            left.removeAll(one);
        }
        return Collections.unmodifiableSet(left);
    }

    /// Asked before any history is read again: a tingling foot that comes and goes is told by many.
    private static Set<SymptomCode> thatMatter(History history) {
        Set<SymptomCode> codes = oneLegMatters(history) ? IN_A_LEG_TOO : BY_THEMSELVES;
        return AT_RISK.stream().anyMatch(history.patient::has) ? SymptomCode.union(codes, BESIDE_A_RISK) : codes;
    }

    private static boolean oneLegMatters(History history) {
        boolean beside = history.patient.has(RiskFactor.CANCER_HISTORY)
                || toldLately(history, SymptomCode.FEVER) != Sides.NONE
                || toldLately(history, SymptomCode.CHILLS) != Sides.NONE;
        int legs = Sides.NONE;
        for (SymptomCode code : SymptomCode.NEURO) {
            legs |= toldLately(history, code);
        }
        legs |= toldLately(history, SymptomCode.LEG_PAIN);
        return beside || (legs & Sides.LEGS) == Sides.LEGS;
    }

    private static int toldLately(History history, SymptomCode code) {
        int sides = Sides.NONE;
        for (Sighting sighting : history.of(code)) {
            sides |= history.mayStillCount(sighting) ? sighting.sides : Sides.NONE;
        }
        return sides;
    }

    private static boolean isDenied(History history, SymptomCode code) {
        for (Sighting sighting : history.of(code)) {
            if (isOpen(history, sighting)) {
                return true;
            }
        }
        return false;
    }

    private static List<TakenAway> latestFirst(Map<Sighting, Help> found) {
        List<TakenAway> latestFirst = new ArrayList<>();
        found.entrySet().stream()
                .map(one -> new TakenAway(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing((TakenAway one) -> one.sighting.observed)
                        .reversed()
                        .thenComparing(one -> one.sighting.code)
                        .thenComparing(one -> one.sighting.reportId))
                .filter(one -> latestFirst.stream().noneMatch(later -> later.tellsOf(one.sighting)))
                .forEach(latestFirst::add);
        return List.copyOf(latestFirst);
    }

    /// Not a sign of cauda equina of which its own rule speaks when it is denied, nor what a clinician knows by now.
    private static boolean isOpen(History asFirstTold, Sighting sighting) {
        return sighting.isTakenAway()
                && asFirstTold.mayStillCount(sighting)
                && (sighting.leftOut || !CaudaEquina.asksAboutADenied(asFirstTold, sighting))
                && !sighting.known
                && !sighting.assessedSince
                && !isToldAgain(asFirstTold, sighting);
    }

    private static String name(Sighting sighting) {
        return sighting.reportId + " " + sighting.code + " " + sighting.sides;
    }

    private static Help graver(Help one, Help other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// Whether a later report tells of it, and nobody took that away.
    private static boolean isToldAgain(History asFirstTold, Sighting sighting) {
        return asFirstTold.of(sighting.code).stream()
                .anyMatch(later -> later.observed.isAfter(sighting.observed)
                        && !later.isTakenAway()
                        && covers(later.sides, sighting));
    }

    private boolean tellsOf(Sighting other) {
        return sighting.code == other.code && covers(sighting.sidesGone(), other);
    }

    private static boolean covers(int sides, Sighting sighting) {
        return (sighting.sidesGone() & ~Sides.completed(sides)) == 0;
    }
}
