package care.sacrum.triage.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long one evaluation takes, and how it grows with the history: `./suite bench --rules`. As where it runs, one
/// patient is evaluated after another: as many as make the same number of days in all, so that short histories are not
/// found in the processor's cache while long ones are not.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class RulesBenchmark {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    @Param({"30", "90", "180", "360", "720", "1440"})
    public int days;

    private static final int DAYS_IN_ALL = 2_880;

    private Patient patient = Story.patient(41);
    private List<List<Report>> histories = List.of();
    private int next;
    private Instant now = Instant.EPOCH;

    @Setup
    public void courses() {
        patient = new Patient(
                41,
                Story.LONDON,
                Set.of(RiskFactor.DISC_HERNIATION_KNOWN),
                List.of(new BaselineCondition(Condition.STRESS_URINARY_INCONTINENCE, true, true)),
                Set.of("physical_therapist"));
        histories = new ArrayList<>();
        for (int told = 0; told < DAYS_IN_ALL; told += days) {
            histories.add(course(new Random(180 + told)));
        }
        now = at(days - 1, 22);
    }

    /// A plan followed for so long: each morning a check-in, each evening a session; the ten questions answered daily,
    /// pain that comes and goes, sometimes tingling that is denied again.
    private List<Report> course(Random random) {
        List<Report> reports = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            double pain = 3 + 2 * Math.sin(day / 9.0) + random.nextInt(3);
            reports.add(morning(day, pain));
            reports.add(session(day, pain, random));
        }
        return reports;
    }

    private static Report morning(int day, double pain) {
        return Report.of("m" + day, Kind.MORNING_CHECK_IN, at(day, 7), Story.LONDON)
                .with(draft -> draft.pain(new Pain(null, null, null, pain))
                        .receivedAt(at(day, 7).plusSeconds(20))
                        .symptoms(List.of(Story.allDenied())));
    }

    private static Report session(int day, double pain, Random random) {
        List<Symptom> symptoms = new ArrayList<>();
        symptoms.add(Story.old(SymptomCode.LOW_BACK_PAIN).ofSeverity(pain));
        if (random.nextInt(10) == 0) {
            symptoms.add(Story.symptom(SymptomCode.LEG_TINGLING).on(Side.LEFT));
        } else {
            symptoms.add(Symptom.denied(SymptomCode.LEG_TINGLING));
        }
        return Report.of("s" + day, Kind.SESSION, at(day, 18), Story.LONDON)
                .with(draft -> draft.pain(new Pain(pain, Math.min(10, pain + 1), Math.min(10, pain + 2), null))
                        .painRegion(PainRegion.LOW_BACK)
                        .sentAt(at(day, 18).plusSeconds(60))
                        .receivedAt(at(day, 18).plusSeconds(61))
                        .selfManipulation(new SelfManipulation(day % 5 == 0, day % 5 == 0))
                        .symptoms(symptoms));
    }

    private static Instant at(int day, int hour) {
        return FIRST.plusDays(day).atTime(hour, 0).atZone(Story.LONDON).toInstant();
    }

    @Benchmark
    public Evaluation evaluation() {
        next = (next + 1) % histories.size();
        return Triage.evaluate(patient, histories.get(next), Parameters.DEFAULTS, now);
    }
}
