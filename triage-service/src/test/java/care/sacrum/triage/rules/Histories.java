package care.sacrum.triage.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Made-up histories, as odd as life: several zones, late uploads, wrong clocks, corrections of corrections, two
/// reports
/// at one instant, signs on either side told and denied again. The same seed makes the same histories.
final class Histories {
    static final Instant END = Instant.parse("2026-04-01T12:00:00Z");

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/London"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Pacific/Auckland"));

    private final Random random;

    Histories(long seed) {
        random = new Random(seed);
    }

    Patient patient() {
        List<BaselineCondition> baseline = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            baseline.add(new BaselineCondition(oneOf(Condition.values()), random.nextBoolean(), random.nextBoolean()));
        }
        Set<RiskFactor> risks = random.nextInt(2) == 0 ? Set.of() : Set.of(oneOf(RiskFactor.values()));
        return new Patient(
                random.nextInt(10) == 0 ? null : 15 + random.nextInt(70),
                ZONES.get(random.nextInt(ZONES.size())),
                risks,
                baseline,
                random.nextInt(3) == 0 ? Set.of("physician") : Set.of());
    }

    /// Reports of the last weeks, in no order.
    List<Report> reports(int count, int lastDays) {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.add(report("r" + i, count, lastDays, reports));
        }
        return reports;
    }

    private Report report(String id, int count, int lastDays, List<Report> before) {
        boolean correction = random.nextInt(4) == 0;
        Instant observed = END.minus(Duration.ofMinutes(random.nextInt(lastDays * 24 * 60)));
        if (!before.isEmpty() && random.nextInt(4) == 0) {
            // Soon after another, at the very bounds of what counts as corrected at once.
            observed = before.get(random.nextInt(before.size()))
                    .observedAt()
                    .plus(Duration.ofMinutes(List.of(0, 1, 59, 60, 61, 300).get(random.nextInt(6))));
        }
        Instant madeAt = observed;
        Instant received = madeAt.plus(Duration.ofMinutes(random.nextInt(4) == 0 ? random.nextInt(3 * 24 * 60) : 0));
        Duration clock = random.nextInt(6) == 0
                ? Duration.ofMinutes(
                        List.of(-600_000, -3000, -2, 3, 9, 11, 4000).get(random.nextInt(7)))
                : Duration.ZERO;
        boolean saysSent = random.nextBoolean();
        Kind kind = correction ? Kind.CORRECTION : oneOf(Kind.SESSION, Kind.SYMPTOM_CHECK_IN, Kind.MORNING_CHECK_IN);
        List<Symptom> symptoms = symptoms(LocalDate.ofInstant(madeAt, ZoneId.of("UTC")));
        return Report.of(id, kind, madeAt.plus(clock), ZONES.get(random.nextInt(ZONES.size())))
                .with(draft -> draft.receivedAt(received)
                        .sentAt(saysSent ? received.plus(clock) : null)
                        .corrects(kind == Kind.CORRECTION ? "r" + random.nextInt(count) : null)
                        .pain(pain())
                        .painRegion(random.nextBoolean() ? PainRegion.SACRUM : null)
                        .selfManipulation(new SelfManipulation(random.nextInt(3) == 0, random.nextBoolean()))
                        .symptoms(symptoms)
                        .unknownCodes(random.nextInt(10) == 0 ? List.of("purple_toe_" + id) : List.of()));
    }

    private Pain pain() {
        return new Pain(score(), score(), score(), score());
    }

    private Double score() {
        return random.nextInt(3) == 0 ? null : (double) random.nextInt(11);
    }

    private List<Symptom> symptoms(LocalDate day) {
        List<Symptom> symptoms = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            // Few codes, so that reports speak of the same ones.
            SymptomCode code = oneOf(
                    SymptomCode.URINE_LEAK,
                    SymptomCode.SADDLE_NUMBNESS,
                    SymptomCode.SEXUAL_FUNCTION_CHANGE,
                    SymptomCode.LEG_WEAKNESS,
                    SymptomCode.LEG_TINGLING,
                    SymptomCode.LEG_HEAVINESS,
                    SymptomCode.LEG_PAIN,
                    SymptomCode.LOW_BACK_PAIN,
                    SymptomCode.FEVER,
                    SymptomCode.FEELING_VERY_UNWELL);
            symptoms.add(new Symptom(
                    code,
                    random.nextInt(3) == 0 ? Status.DENIED : Status.PRESENT,
                    oneOf(Onset.values()),
                    random.nextInt(3) == 0 ? day.minusDays(random.nextInt(120)) : null,
                    random.nextInt(3) == 0 ? oneOf(Change.values()) : null,
                    random.nextInt(2) == 0 ? oneOf(Side.values()) : null,
                    random.nextInt(2) == 0 ? oneOf(Extent.values()) : null,
                    score(),
                    random.nextInt(4) == 0,
                    random.nextInt(2) == 0 ? 36.0 + random.nextInt(5) : null,
                    false));
        }
        return symptoms;
    }

    @SafeVarargs
    private <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }
}
