package care.sacrum.triage.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.finding.Replay.Raised;
import care.sacrum.triage.rules.Change;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.Pain;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.SelfManipulation;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.Symptom;
import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Triage;
import care.sacrum.triage.rules.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Patient PATIENT = new Patient(41, LONDON, Set.of(), List.of(), Set.of());
    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");
    private static final Range JANUARY = new Range(day("2026-01-01"), day("2026-01-31"), LATER);

    private final List<Report> reports = new ArrayList<>();

    @Test
    void fourDaysOfPainAreGainedWithThreeDaysOnTheThirdDay() {
        pains("2026-01-10", 4, 4, 4, 4, 0, 0);

        var comparison = compare(JANUARY, Map.of("persistenceMinSpanDays", "3"));

        assertThat(comparison.inForce()).isZero();
        assertThat(comparison.whatIf()).isEqualTo(1);
        assertThat(told(comparison)).containsExactly("persist-t1 gained 2026-01-12 routine");
    }

    @Test
    void tenDaysOfPainAreToldTwoDaysEarlierWithThreeDaysAndFourLaterWithNine() {
        pains("2026-01-10", 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);

        assertThat(told(compare(JANUARY, Map.of("persistenceMinSpanDays", "3"))))
                .containsExactly("persist-t1 moved from 2026-01-14 routine to 2026-01-12 routine");
        assertThat(told(compare(JANUARY, Map.of("persistenceMinSpanDays", "9"))))
                .containsExactly("persist-t1 moved from 2026-01-14 routine to 2026-01-18 routine");
        assertThat(told(compare(JANUARY, Map.of("persistenceMinSpanDays", "11"))))
                .containsExactly("persist-t1 lost 2026-01-14 routine");
    }

    @Test
    void signsInBothLegsAreToldOnTheSameDayAtTheLevelThePracticeWouldSet() {
        report(
                "2026-01-10T09:00",
                draft -> draft.symptoms(List.of(sign(SymptomCode.LEG_TINGLING).on(Side.BOTH))));

        assertThat(told(compare(JANUARY, Map.of("bilateralLegLevel", "emergency_now"))))
                .containsExactly("bilateral-leg moved from 2026-01-10 urgent_same_day to 2026-01-10 emergency_now");
    }

    @Test
    void theSameParametersMakeNoDifference() {
        var random = new Random(7);
        for (int history = 0; history < 50; history++) {
            reports.clear();
            invent(random, day("2026-01-01"), 40);
            var comparison = compare(JANUARY, Map.of());
            assertThat(comparison.differences()).isEmpty();
            assertThat(comparison.whatIf()).isEqualTo(comparison.inForce());
        }
    }

    @Test
    void whatWasToldAndAnsweredBeforeTheRangeIsNotToldInIt() {
        pains("2025-12-20", 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);

        var comparison =
                compare(new Range(day("2026-01-01"), day("2026-01-31"), LATER), Map.of("persistenceMinSpanDays", "3"));

        assertThat(comparison).isEqualTo(new Comparison(0, 0, List.of()));
    }

    @Test
    void whatMovesAcrossTheEdgeOfTheRangeHasMovedAndIsNeitherGainedNorLost() {
        pains("2025-12-28", 4, 4, 4, 4, 4, 4, 4);
        assertThat(told(compare(JANUARY, Map.of("persistenceMinSpanDays", "3"))))
                .containsExactly("persist-t1 moved from 2026-01-01 routine to 2025-12-30 routine");

        reports.clear();
        pains("2026-01-28", 4, 4, 4, 4, 4, 4, 4);
        assertThat(told(compare(JANUARY, Map.of("persistenceMinSpanDays", "3"))))
                .containsExactly("persist-t1 moved from 2026-02-01 routine to 2026-01-30 routine");
    }

    @Test
    void aReportCountsFromWhenItWasReceived() {
        pains("2026-01-10", 4, 4);
        report("2026-01-12T09:00", draft -> draft.pain(Pain.now(4)).receivedAt(instant("2026-01-13T20:00")));
        pains("2026-01-13", 0);

        assertThat(told(compare(JANUARY, Map.of("persistenceMinSpanDays", "3"))))
                .as("the latest day value is 0 before the third day is known")
                .isEmpty();

        reports.removeLast();
        assertThat(told(compare(JANUARY, Map.of("persistenceMinSpanDays", "3"))))
                .containsExactly("persist-t1 gained 2026-01-13 routine");
        assertThat(told(compare(
                        new Range(JANUARY.from(), JANUARY.to(), instant("2026-01-13T19:59")),
                        Map.of("persistenceMinSpanDays", "3"))))
                .isEmpty();
    }

    @Test
    void theDayIsNotCountedWhereAPhoneThatIsYearsAheadWasOnce() {
        reports.add(Report.of("ahead", Kind.SYMPTOM_CHECK_IN, instant("2030-01-09T09:00"), ZoneId.of("Asia/Tokyo"))
                .with(draft -> draft.pain(Pain.now(0)).receivedAt(instant("2026-01-09T09:00"))));
        pains("2026-01-10", 0);
        report(
                "2026-01-12T20:00",
                draft -> draft.symptoms(List.of(sign(SymptomCode.LEG_TINGLING).on(Side.BOTH))));

        assertThat(told(compare(JANUARY, Map.of("bilateralLegLevel", "emergency_now"))))
                .as("in Tokyo it was the day after")
                .containsExactly("bilateral-leg moved from 2026-01-12 urgent_same_day to 2026-01-12 emergency_now");
    }

    @Test
    void anEmergencyCorrectedAnHourLaterWasToldAllTheSame() {
        report(
                "2026-01-10T09:00",
                draft -> draft.symptoms(List.of(sign(SymptomCode.LEG_TINGLING).on(Side.BOTH))));
        var wrong = reports.getLast();
        reports.add(Report.of("correction", Kind.CORRECTION, instant("2026-01-10T09:40"), LONDON)
                .with(draft -> draft.corrects(wrong.reportId())));

        assertThat(told(compare(JANUARY, Map.of("bilateralLegLevel", "emergency_now"))))
                .containsExactly("bilateral-leg moved from 2026-01-10 urgent_same_day to 2026-01-10 emergency_now");
    }

    @Test
    void thePairsThatAreClosestAreTheSameFinding() {
        var comparison = WhatIf.compare(
                List.of(raised("2026-01-15"), raised("2026-01-20")),
                List.of(raised("2026-01-02"), raised("2026-01-18"), raised("2026-01-20")),
                JANUARY);

        assertThat(told(comparison))
                .containsExactly(
                        "persist-t1 moved from 2026-01-15 routine to 2026-01-18 routine",
                        "persist-t1 gained 2026-01-02 routine");
    }

    @Test
    void thirtyDaysApartIsTheSameFindingAndThirtyOneIsAnother() {
        assertThat(told(WhatIf.compare(List.of(raised("2026-01-01")), List.of(raised("2026-01-31")), JANUARY)))
                .containsExactly("persist-t1 moved from 2026-01-01 routine to 2026-01-31 routine");
        assertThat(told(WhatIf.compare(List.of(raised("2026-01-01")), List.of(raised("2026-02-01")), JANUARY)))
                .containsExactly("persist-t1 lost 2026-01-01 routine");
    }

    /// The slow and obvious way: look every hour, on the hour, and keep the books by hand. Reports are received on the
    /// hour, so no look of live evaluation is missed; that many other looks find nothing else is part of the claim.
    @Test
    void itIsWhatLookingEveryHourWouldHaveRaised() {
        var kinds = new HashSet<Class<?>>();
        for (long seed = 1; seed <= 6; seed++) {
            reports.clear();
            looksEveryHour(seed).differences().forEach(difference -> kinds.add(difference.getClass()));
        }
        assertThat(kinds)
                .as("the histories are worth comparing")
                .containsExactlyInAnyOrder(Difference.Gained.class, Difference.Lost.class, Difference.Moved.class);
    }

    private Comparison looksEveryHour(long seed) {
        var random = new Random(seed);
        var wished = Map.of(
                "persistenceMinSpanDays", Integer.toString(3 + random.nextInt(12)),
                "symptomaticThreshold", Integer.toString(2 + random.nextInt(4)),
                "neuroSignMemoryDays", Integer.toString(14 + random.nextInt(77)),
                "newOnsetWindowDays", Integer.toString(7 + random.nextInt(22)),
                "worseningPoints", Integer.toString(1 + random.nextInt(3)),
                "bilateralLegLevel", random.nextBoolean() ? "emergency_now" : "urgent_same_day");
        invent(random, day("2025-12-20"), 30);
        var range = new Range(day("2025-12-28"), day("2026-01-12"), instant("2026-01-25T00:00"));

        var found = WhatIf.compare(PATIENT, reports, range, Parameters.DEFAULTS, parameters(wished));

        var inForce = everyHour(Parameters.DEFAULTS, range.until());
        var whatIf = everyHour(parameters(wished), range.until());
        assertThat(found.inForce()).as("seed %d", seed).isEqualTo(within(inForce, range));
        assertThat(found.whatIf()).as("seed %d", seed).isEqualTo(within(whatIf, range));
        assertThat(found).as("seed %d", seed).isEqualTo(WhatIf.compare(inForce, whatIf, range));
        assertThat(found.whatIf() - found.inForce())
                .as("seed %d: the books balance", seed)
                .isEqualTo(found.gained() - found.lost() + movedIn(found, range));
        return found;
    }

    private static int movedIn(Comparison comparison, Range range) {
        int in = 0;
        for (var difference : comparison.differences()) {
            if (difference instanceof Difference.Moved(Raised inForce, Raised whatIf)) {
                in += (range.holds(whatIf.day()) ? 1 : 0) - (range.holds(inForce.day()) ? 1 : 0);
            }
        }
        return in;
    }

    private List<Raised> everyHour(Parameters parameters, Instant until) {
        var raised = new ArrayList<Raised>();
        var today = new LinkedHashMap<String, Finding>();
        var places = new LinkedHashMap<String, Integer>();
        var answered = new ArrayList<Finding>();
        var day = LocalDate.MIN;
        for (var at = instant("2025-12-18T00:00"); !at.isAfter(until); at = at.plus(1, ChronoUnit.HOURS)) {
            var now = at;
            var known = reports.stream()
                    .filter(report -> !report.receivedAt().isAfter(now))
                    .toList();
            var zone = known.stream()
                    .max(Comparator.comparing(WhatIfTest::observedOrReceived).thenComparing(Report::reportId))
                    .map(Report::zone)
                    .orElse(LONDON);
            if (!at.atZone(zone).toLocalDate().equals(day)) {
                day = at.atZone(zone).toLocalDate();
                answered.addAll(today.values());
                today.clear();
            }
            var findings = Triage.evaluate(PATIENT, known, parameters, at).findings();
            today.values()
                    .removeIf(open -> open.urgency() != Urgency.EMERGENCY_NOW
                            && findings.stream().noneMatch(one -> one.rule().equals(open.rule())));
            for (var finding : findings) {
                var open = today.get(finding.rule());
                var one = new Raised(finding.rule(), day, finding.urgency(), finding.headline());
                if (open != null) {
                    if (finding.urgency().compareTo(open.urgency()) < 0) {
                        raised.set(places.get(finding.rule()), one);
                    }
                    if (open.urgency() != Urgency.EMERGENCY_NOW || finding.urgency() == Urgency.EMERGENCY_NOW) {
                        today.put(finding.rule(), finding);
                    }
                } else if (!answers(answered, finding)) {
                    places.put(finding.rule(), raised.size());
                    raised.add(one);
                    today.put(finding.rule(), finding);
                }
            }
        }
        return raised;
    }

    private static Instant observedOrReceived(Report report) {
        return report.observedAt().isAfter(report.receivedAt()) ? report.receivedAt() : report.observedAt();
    }

    private static boolean answers(List<Finding> answered, Finding finding) {
        var keys = new HashSet<String>();
        answered.stream()
                .filter(one -> one.family() == finding.family())
                .filter(one -> one.urgency().compareTo(finding.urgency()) <= 0)
                .forEach(one -> keys.addAll(one.evidenceKeys()));
        return !finding.evidenceKeys().isEmpty() && keys.containsAll(finding.evidenceKeys());
    }

    private void invent(Random random, LocalDate first, int days) {
        var zones = List.of(LONDON, ZoneId.of("America/New_York"), ZoneId.of("Asia/Tokyo"));
        var codes = List.of(
                SymptomCode.LEG_TINGLING,
                SymptomCode.LEG_NUMBNESS,
                SymptomCode.URINE_LEAK,
                SymptomCode.LEG_PAIN,
                SymptomCode.FEVER);
        var changes = new ArrayList<>(List.of(Change.values()));
        int pain = 3 + random.nextInt(4);
        for (int i = 0; i < days; i++) {
            pain = Math.clamp(pain + random.nextInt(-2, 3), 0, 9);
            int score = pain;
            if (random.nextInt(4) == 0) {
                continue;
            }
            // A phone may be years ahead of everyone, and from anywhere.
            boolean ahead = random.nextInt(5) == 0;
            var zone = zones.get(ahead || random.nextInt(12) == 0 ? random.nextInt(3) : 0);
            var at = first.plusDays(i)
                    .atTime(6 + random.nextInt(14), 0)
                    .atZone(zone)
                    .toInstant();
            var observed = ahead ? at.plus(Duration.ofDays(1500)) : at;
            var received = at.plus(Duration.ofHours(random.nextInt(5) == 0 ? random.nextInt(90) : random.nextInt(2)));
            var symptoms = new ArrayList<Symptom>();
            for (var code : codes) {
                switch (random.nextInt(14)) {
                    case 0 -> symptoms.add(sign(code).on(random.nextBoolean() ? Side.LEFT : Side.BOTH));
                    case 1 ->
                        symptoms.add(Symptom.present(code)
                                .withOnset(Onset.NEW)
                                .since(first.plusDays(i).minusDays(random.nextInt(30))));
                    case 2 -> symptoms.add(Symptom.denied(code));
                    case 3 ->
                        symptoms.add(Symptom.present(code).withChange(changes.get(random.nextInt(changes.size()))));
                    default -> {}
                }
            }
            reports.add(Report.of("r" + reports.size(), Kind.SESSION, observed, zone)
                    .with(draft -> draft.pain(Pain.now(score))
                            .receivedAt(received)
                            .selfManipulation(new SelfManipulation(true, random.nextInt(4) == 0))
                            .symptoms(symptoms)));
        }
    }

    private void pains(String firstDay, int... scores) {
        var day = LocalDate.parse(firstDay);
        for (int score : scores) {
            report(day + "T09:00", draft -> draft.pain(Pain.now(score)));
            day = day.plusDays(1);
        }
    }

    private void report(String localTime, UnaryOperator<Report.Draft> says) {
        reports.add(Report.of("r" + reports.size(), Kind.SYMPTOM_CHECK_IN, instant(localTime), LONDON)
                .with(says));
    }

    private Comparison compare(Range range, Map<String, String> wished) {
        return WhatIf.compare(PATIENT, reports, range, Parameters.DEFAULTS, parameters(wished));
    }

    private static Symptom sign(SymptomCode code) {
        return Symptom.present(code).withOnset(Onset.NEW);
    }

    private static Raised raised(String day) {
        return new Raised("persist-t1", day(day), Urgency.ROUTINE, "");
    }

    private static int within(List<Raised> raised, Range range) {
        return (int) raised.stream().filter(one -> range.holds(one.day())).count();
    }

    private static Parameters parameters(Map<String, String> wished) {
        return switch (Parameters.set(wished)) {
            case Parameters.Setting.Taken(var parameters) -> parameters;
            case Parameters.Setting.Refused(var refusals) -> throw new AssertionError(refusals);
        };
    }

    private static List<String> told(Comparison comparison) {
        return comparison.differences().stream().map(WhatIfTest::told).toList();
    }

    private static String told(Difference difference) {
        return difference.rule()
                + switch (difference) {
                    case Difference.Gained(var whatIf) -> " gained " + told(whatIf);
                    case Difference.Lost(var inForce) -> " lost " + told(inForce);
                    case Difference.Moved(var inForce, var whatIf) ->
                        " moved from " + told(inForce) + " to " + told(whatIf);
                };
    }

    private static String told(Raised raised) {
        return raised.day() + " " + raised.urgency().word();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant instant(String localTime) {
        return LocalDateTime.parse(localTime).atZone(LONDON).toInstant();
    }
}
