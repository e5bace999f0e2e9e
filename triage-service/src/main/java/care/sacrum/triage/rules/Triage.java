package care.sacrum.triage.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The one door to the rules: a patient, the reports, the practice's parameters and an instant in, advice out.
public final class Triage {
    /// So many reports are named for a finding: the latest, and the first.
    static final int REPORTS_NAMED = 20;

    private static final Set<Family> NO_ADJUSTMENT = EnumSet.of(
            Family.CAUDA_EQUINA,
            Family.MOTOR_DEFICIT,
            Family.BILATERAL_LEG,
            Family.NERVE_ROOT,
            Family.MALIGNANCY_CORD,
            Family.INFECTION,
            Family.FRACTURE,
            Family.TRAUMA,
            Family.INFLAMMATORY);

    private static final Criterion RISKY_TO_ADJUST = Criterion.has(
            RiskFactor.CANCER_HISTORY,
            RiskFactor.OSTEOPOROSIS,
            RiskFactor.PRIOR_FRAGILITY_FRACTURE,
            RiskFactor.LONG_TERM_STEROIDS,
            RiskFactor.ANTICOAGULANT,
            RiskFactor.RECENT_SPINAL_PROCEDURE,
            RiskFactor.DISC_HERNIATION_KNOWN,
            RiskFactor.SPINAL_STENOSIS_KNOWN,
            RiskFactor.PREGNANCY);

    private static final int NEURO_DAYS = 42;

    private Triage() {}

    /// Evaluates the reports received up to an instant. The answer depends on nothing but the arguments, and not on the
    /// order of the reports.
    public static Evaluation evaluate(
            Patient patient, List<Report> reports, Parameters parameters, Instant evaluateAt) {
        return evaluate(patient, reports, parameters, evaluateAt, Languages.ENGLISH);
    }

    /// The same in another language: nothing but the words differs.
    public static Evaluation evaluate(
            Patient patient, List<Report> reports, Parameters parameters, Instant evaluateAt, Language language) {
        return evaluate(patient, reports, parameters, evaluateAt, language, Care.NONE);
    }

    /// What to tell the patient, who need not be sent anywhere over what a clinician has looked into and answered. By
    /// such a finding the chiropractor stays excluded, and nothing is called fine over it.
    ///
    /// @param care what the practice has done about it so far
    public static Evaluation evaluate(
            Patient patient,
            List<Report> reports,
            Parameters parameters,
            Instant evaluateAt,
            Language language,
            Care care) {
        History history = History.of(patient, reports, parameters, evaluateAt);
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Said>> told = new HashMap<>();
        Set<String> unanswered = new LinkedHashSet<>();
        boolean ageMissing = false;
        boolean extentMissing = false;
        for (Rule rule : Catalogue.RULES) {
            switch (rule.judge(history)) {
                case Rule.Verdict.Fires fires -> {
                    List<Truth.Ground> grounds = latestFirst(fires.grounds());
                    findings.add(finding(rule, fires, grounds, history, language));
                    told.put(rule.id(), grounds.stream().map(Truth.Ground::says).toList());
                }
                case Rule.Verdict.Silent _ -> {}
                case Rule.Verdict.CannotSay cannotSay -> {
                    unanswered.addAll(cannotSay.missing());
                    ageMissing |= cannotSay.missing().equals(Set.of(Criterion.AGE));
                    extentMissing |= cannotSay.missing().contains(Criterion.EXTENT);
                }
            }
        }
        if (chiropractorExcluded(history, findings)) {
            findings.replaceAll(Triage::withoutChiropractor);
        }
        // The catalogue's own order stands among findings of one level.
        findings.sort(Comparator.comparing(Finding::urgency));
        List<Finding> answered = findings.stream().filter(care.answered()).toList();
        findings.removeAll(answered);
        Urgency urgency =
                findings.isEmpty() ? Urgency.SELF_CARE : findings.getFirst().urgency();
        List<Finding> released = care.onHold()
                ? List.of()
                : findings.stream().filter(finding -> isReleased(finding, care)).toList();
        findings.replaceAll(finding -> released.contains(finding) ? finding.released(language) : finding);
        Programme programme = care.onHold() ? Programme.HOLD : programme(findings);
        if (programme == Programme.HOLD) {
            findings.replaceAll(finding -> whileOnHold(finding, language));
        }
        Exercises exercises = exercises(care, programme(findings), !released.isEmpty());
        Course course = Course.of(history, takenAway(history, language, care));
        List<String> missing = urgency.compareTo(Urgency.ROUTINE) >= 0 ? inOrder(unanswered) : List.of();
        Unclear unclear = new Unclear(
                patient, missing, ageMissing, extentMissing, history.signUnreadLately(), history.noteLately());
        boolean callToday =
                urgency == Urgency.URGENT_SAME_DAY || urgency != Urgency.EMERGENCY_NOW && course.callsForToday(unclear);
        return new Evaluation(
                urgency,
                programme,
                referTo(urgency, findings),
                language.message(urgency, exercises, findings, answered, told, unclear, course),
                List.copyOf(findings),
                answered,
                missing,
                history.setAside(),
                history.unknownCodes(),
                history.signUnreadLately(),
                callToday,
                history.dateUncertain());
    }

    private static List<TakenAway> takenAway(History history, Language language, Care care) {
        return TakenAway.in(
                history,
                (rule, fires, then) -> care.answered()
                        .or(care.talkedThrough())
                        .test(finding(rule, fires, latestFirst(fires.grounds()), then, language)));
    }

    /// The rules by name and version, in the order in which findings of one level are told.
    public static List<String> catalogue() {
        return Catalogue.RULES.stream()
                .map(rule -> rule.id() + "@" + rule.version())
                .toList();
    }

    /// The rules as they are published, in the catalogue's order.
    public static List<RuleCard> rules(Language language) {
        return Catalogue.RULES.stream().map(rule -> card(rule, language)).toList();
    }

    private static RuleCard card(Rule rule, Language language) {
        Set<String> parameters = new LinkedHashSet<>();
        List<RuleCard.Level> levels = new ArrayList<>();
        for (Rule.Clause clause : rule.clauses()) {
            Urgency urgency = clause.level().apply(Parameters.DEFAULTS);
            parameters.addAll(clause.when().logic().parameters());
            if (!clause.setBy().isEmpty()) {
                parameters.add(clause.setBy());
            }
            levels.add(new RuleCard.Level(
                    urgency,
                    clause.setBy(),
                    clause.when().logic(),
                    clause.referTo(),
                    programme(rule.family(), urgency),
                    language.advice(rule.id(), urgency)));
        }
        return new RuleCard(
                rule.id(),
                rule.version(),
                rule.family(),
                List.copyOf(levels),
                SymptomCode.MUST_BE_ASKED.stream()
                        .filter(rule.mustKnow()::contains)
                        .toList(),
                rule.evidence(),
                rule.certainty(),
                parameters);
    }

    private static List<Truth.Ground> latestFirst(List<Truth.Ground> grounds) {
        List<Truth.Ground> sorted = new ArrayList<>(grounds);
        sorted.sort(
                Comparator.comparingInt((Truth.Ground ground) -> -ground.day()).thenComparing(Truth.Ground::reportId));
        return sorted;
    }

    private static Finding finding(
            Rule rule, Rule.Verdict.Fires fires, List<Truth.Ground> grounds, History history, Language language) {
        Set<String> keys = new TreeSet<>();
        int began = Integer.MAX_VALUE;
        Set<Because> because = new LinkedHashSet<>();
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < grounds.size(); i++) {
            Truth.Ground ground = grounds.get(i);
            keys.addAll(ground.keys());
            began = Math.min(began, ground.began());
            if (because.size() < REPORTS_NAMED - 1 || i == grounds.size() - 1) {
                String says = language.says(ground.says());
                reasons.add(says);
                because.add(new Because(
                        ground.reportId(),
                        LocalDate.ofEpochDay(ground.day()),
                        says + language.inBrackets(ground.says())));
            }
        }
        return new Finding(
                rule.id(),
                rule.version(),
                rule.family(),
                fires.urgency(),
                referTo(fires),
                List.copyOf(because),
                language.headline(reasons, fires.facts(), rule.family()),
                advice(rule, fires.urgency(), grounds, language),
                rule.evidence(),
                rule.certainty(),
                programme(rule.family(), fires.urgency()),
                keys,
                history.toldLast(grounds),
                grounds.isEmpty() ? rule.id() : rule.id() + "@" + LocalDate.ofEpochDay(began));
    }

    private static String advice(Rule rule, Urgency urgency, List<Truth.Ground> grounds, Language language) {
        Set<String> all =
                new LinkedHashSet<>(List.of(language.advice(rule.id(), urgency).strip()));
        if (urgency == Urgency.URGENT_SAME_DAY) {
            grounds.stream()
                    .map(Truth.Ground::says)
                    .flatMap(says -> says.sign().stream())
                    .map(sighting -> language.adviceBesides(sighting.code))
                    .filter(advice -> !advice.isEmpty())
                    .forEach(all::add);
        }
        return String.join(" ", all);
    }

    /// @param advised what the findings say of the programme, whatever holds it
    private static Exercises exercises(Care care, Programme advised, boolean released) {
        if (advised == Programme.HOLD) {
            return Exercises.AS_ADVISED;
        }
        if (care.onHold()) {
            return Exercises.STILL_ON_HOLD;
        }
        return released || care.releasedLately() ? Exercises.RELEASED : Exercises.AS_ADVISED;
    }

    private static boolean isReleased(Finding finding, Care care) {
        return finding.programme() == Programme.HOLD
                && !finding.urgency().isForToday()
                && care.released().test(finding);
    }

    private static Finding whileOnHold(Finding finding, Language language) {
        String other = language.adviceOnHold(finding.rule(), finding.urgency());
        return other.equals(language.advice(finding.rule(), finding.urgency())) ? finding : finding.advising(other);
    }

    /// In an emergency there is one place to go.
    private static List<Referral> referTo(Rule.Verdict.Fires fires) {
        return fires.urgency() == Urgency.EMERGENCY_NOW ? List.of(Referral.EMERGENCY_DEPARTMENT) : fires.referTo();
    }

    private static Programme programme(Family family, Urgency urgency) {
        if (urgency.isForToday()) {
            return Programme.HOLD;
        }
        return switch (family) {
            case NERVE_ROOT, FRACTURE -> Programme.HOLD;
            case LOAD_RESPONSE, WORSENING_TREND, SEVERE_PAIN, RADICULAR_PAIN -> Programme.EASE;
            case SELF_MANIPULATION -> urgency == Urgency.SOON ? Programme.EASE : Programme.CONTINUE;
            case CAUDA_EQUINA,
                    MOTOR_DEFICIT,
                    BILATERAL_LEG,
                    STENOSIS_CLAUDICATION,
                    MALIGNANCY_CORD,
                    INFECTION,
                    TRAUMA,
                    NONSPINAL_EMERGENCY,
                    CONSTITUTIONAL,
                    PERSISTENCE,
                    RECURRENCE,
                    INFLAMMATORY,
                    OTHER_MEDICAL,
                    PREGNANCY -> Programme.CONTINUE;
        };
    }

    private static Programme programme(List<Finding> findings) {
        return findings.stream()
                .map(Finding::programme)
                .min(Comparator.naturalOrder())
                .orElse(Programme.CONTINUE);
    }

    private static List<Referral> referTo(Urgency urgency, List<Finding> findings) {
        Set<Referral> all = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.urgency() == urgency) {
                all.addAll(finding.referTo());
            }
        }
        return List.copyOf(all);
    }

    private static boolean chiropractorExcluded(History history, List<Finding> findings) {
        Integer age = history.patient.ageYears();
        if (age == null || age < 18 || age >= 75 || history.patient.factsUnread()) {
            return true;
        }
        for (Finding finding : findings) {
            if (NO_ADJUSTMENT.contains(finding.family())) {
                return true;
            }
        }
        return RISKY_TO_ADJUST.in(history) instanceof Truth.Yes || nerveSignNotAssessed(history);
    }

    /// A nerve sign of the last weeks that no clinician has looked at, even one denied since.
    private static boolean nerveSignNotAssessed(History history) {
        for (SymptomCode code : SymptomCode.NEURO) {
            for (Sighting sighting : history.of(code)) {
                boolean assessed = sighting.known || sighting.symptom.assessedByClinician();
                if (!assessed && history.age(sighting) <= NEURO_DAYS) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Finding withoutChiropractor(Finding finding) {
        return finding.referringTo(finding.referTo().stream()
                .filter(referral -> referral != Referral.CHIROPRACTOR)
                .toList());
    }

    private static List<String> inOrder(Set<String> missing) {
        List<String> ordered = new ArrayList<>();
        for (SymptomCode code : SymptomCode.MUST_BE_ASKED) {
            if (missing.contains(code.word())) {
                ordered.add(code.word());
            }
        }
        if (missing.contains("pain")) {
            ordered.add("pain");
        }
        return List.copyOf(ordered);
    }
}
