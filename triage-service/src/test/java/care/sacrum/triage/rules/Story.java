package care.sacrum.triage.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// A patient's course told in a test: local dates and times, one line a report.
final class Story {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Patient patient = patient(41);
    private Parameters parameters = Parameters.DEFAULTS;
    private ZoneId zone = LONDON;
    private final List<Report> reports = new ArrayList<>();

    static Story story() {
        return new Story();
    }

    static Patient patient(Integer age, RiskFactor... factors) {
        return new Patient(age, LONDON, Set.of(factors), List.of(), Set.of());
    }

    Story of(Patient other) {
        patient = other;
        return this;
    }

    Story with(RiskFactor... factors) {
        patient = new Patient(
                patient.ageYears(),
                LONDON,
                Set.of(factors),
                patient.baselineConditions(),
                patient.alreadyUnderCareOf());
        return this;
    }

    /// A stable condition that a clinician has assessed.
    Story living(Condition... conditions) {
        List<BaselineCondition> baseline = new ArrayList<>();
        for (Condition condition : conditions) {
            baseline.add(new BaselineCondition(condition, true, true));
        }
        patient =
                new Patient(patient.ageYears(), LONDON, patient.riskFactors(), baseline, patient.alreadyUnderCareOf());
        return this;
    }

    Story underCareOf(String... carers) {
        patient = new Patient(
                patient.ageYears(), LONDON, patient.riskFactors(), patient.baselineConditions(), Set.of(carers));
        return this;
    }

    Story setting(Parameters other) {
        parameters = other;
        return this;
    }

    Story in(String place) {
        zone = ZoneId.of(place);
        return this;
    }

    /// A check-in at nine in the morning with this pain on each day that follows; a negative number is a day of
    /// silence.
    Story pains(String firstDay, double... scores) {
        LocalDate day = LocalDate.parse(firstDay);
        for (double score : scores) {
            if (score >= 0) {
                checkIn(day + "T09:00", draft -> draft.pain(Pain.now(score)));
            }
            day = day.plusDays(1);
        }
        return this;
    }

    Story checkIn(String localTime, Symptom... symptoms) {
        return checkIn(localTime, draft -> draft.symptoms(List.of(symptoms)));
    }

    Story checkIn(String localTime, UnaryOperator<Report.Draft> says) {
        return report("r" + (reports.size() + 1), Kind.SYMPTOM_CHECK_IN, localTime, says);
    }

    Story report(String id, Kind kind, String localTime, UnaryOperator<Report.Draft> says) {
        reports.add(Report.of(id, kind, instant(localTime), zone).with(says));
        return this;
    }

    Story add(Report report) {
        reports.add(report);
        return this;
    }

    Instant instant(String localTime) {
        return LocalDateTime.parse(localTime).atZone(zone).toInstant();
    }

    List<Report> reports() {
        return List.copyOf(reports);
    }

    Evaluation on(String day) {
        return at(LocalDate.parse(day).atTime(LocalTime.of(22, 0)).toString());
    }

    Evaluation on(String day, Language language) {
        Instant late = instant(LocalDate.parse(day).atTime(LocalTime.of(22, 0)).toString());
        return Triage.evaluate(patient, reports, parameters, late, language);
    }

    /// @param settled what a clinician has looked into
    Evaluation on(String day, Predicate<Finding> settled) {
        return on(day, new Care(settled, _ -> false, false, false, _ -> false));
    }

    Evaluation on(String day, Care care) {
        Instant late = instant(LocalDate.parse(day).atTime(LocalTime.of(22, 0)).toString());
        return Triage.evaluate(patient, reports, parameters, late, Languages.ENGLISH, care);
    }

    Evaluation at(String localTime) {
        return evaluate(reports, instant(localTime));
    }

    Evaluation evaluate(List<Report> inThisOrder, Instant at) {
        return Triage.evaluate(patient, inThisOrder, parameters, at);
    }

    static List<String> rules(Evaluation evaluation) {
        return evaluation.findings().stream().map(Finding::rule).toList();
    }

    static Finding finding(Evaluation evaluation, String rule) {
        return evaluation.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " did not fire, but " + rules(evaluation)));
    }

    /// Every question that must be asked, answered with no.
    static Symptom[] allDenied() {
        return SymptomCode.MUST_BE_ASKED.stream().map(Symptom::denied).toArray(Symptom[]::new);
    }

    static Symptom symptom(SymptomCode code) {
        return Symptom.present(code);
    }

    static Symptom fresh(SymptomCode code) {
        return Symptom.present(code).withOnset(Onset.NEW);
    }

    static Symptom old(SymptomCode code) {
        return Symptom.present(code).withOnset(Onset.EXISTING);
    }
}
