package care.sacrum.triage.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A report in its place: its clock put right, corrections applied, its local day told.
final class Entry {
    /// Beyond this the device's clock is corrected.
    private static final Duration SKEW = Duration.ofMinutes(2);
    /// Further ahead of its receipt, or behind it, no report can have been observed.
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Duration BEHIND = Duration.ofDays(-400);
    private static final Duration A_DAY = Duration.ofDays(1);

    static final Comparator<Entry> AS_OBSERVED = Entry::compareAsObserved;

    final String reportId;
    final Kind kind;
    final ZoneId zone;
    final Instant observed;
    final Instant received;
    final int day;
    final boolean dateUncertain;
    /// By how many days the device's calendar was wrong, as far as can be told.
    private final int calendarOff;

    Pain pain;
    SelfManipulation selfManipulation;

    @Nullable
    PainRegion painRegion;

    /// The symptoms that it tells of.
    List<Said> present;
    /// The symptoms that it denies.
    List<Symptom> denied = List.of();

    private long deniedCodes;

    /// A symptom present, and the report that says it: a correction speaks in the place of its original.
    ///
    /// @param leftOut whether a correction neither repeats nor denies it
    record Said(Symptom symptom, String reportId, int calendarOff, boolean leftOut) {
        private Said leftOutSince() {
            return new Said(symptom, reportId, calendarOff, true);
        }
    }

    Entry(Report report, LocalDays days) {
        reportId = report.reportId();
        kind = report.kind();
        zone = report.zone();
        received = report.receivedAt();
        Duration skew = report.sentAt() == null ? Duration.ZERO : Duration.between(report.sentAt(), received);
        Instant corrected = skew.abs().compareTo(SKEW) > 0 ? report.observedAt().plus(skew) : report.observedAt();
        Duration ahead = Duration.between(received, corrected);
        dateUncertain = report.timeUnreadable() || ahead.compareTo(AHEAD) > 0 || ahead.compareTo(BEHIND) < 0;
        observed = dateUncertain ? received : corrected;
        day = days.dayOf(observed, zone);
        boolean calendarWrong = dateUncertain || skew.abs().compareTo(A_DAY) >= 0;
        calendarOff = calendarWrong && !report.timeUnreadable() ? day - days.dayOf(report.observedAt(), zone) : 0;
        pain = report.pain();
        selfManipulation = report.selfManipulation();
        painRegion = report.painRegion();
        present = present(report, calendarOff);
        denied = report.symptoms().denied;
        deniedCodes = report.symptoms().deniedCodes;
    }

    private Entry(Entry original, String correction, Instant moment, List<Symptom> denials, LocalDays days) {
        reportId = correction;
        kind = Kind.CORRECTION;
        zone = original.zone;
        observed = moment;
        received = moment;
        day = days.dayOf(moment, zone);
        dateUncertain = false;
        calendarOff = 0;
        pain = Pain.NOT_GIVEN;
        selfManipulation = SelfManipulation.NONE;
        present = List.of();
        denies(denials);
    }

    private static int compareAsObserved(Entry one, Entry other) {
        int order = one.observed.compareTo(other.observed);
        if (order == 0) {
            order = one.received.compareTo(other.received);
        }
        return order == 0 ? one.reportId.compareTo(other.reportId) : order;
    }

    private static List<Said> present(Report report, int calendarOff) {
        if (report.symptoms().present.isEmpty()) {
            return List.of();
        }
        List<Said> present = new ArrayList<>(report.symptoms().present.size());
        for (Symptom symptom : report.symptoms().present) {
            present.add(new Said(symptom, report.reportId(), calendarOff, false));
        }
        return present;
    }

    void denies(List<Symptom> symptoms) {
        denied = symptoms;
        deniedCodes = Symptoms.codes(symptoms);
    }

    boolean deniesAnyOf(long codes) {
        return (deniedCodes & codes) != 0;
    }

    /// Whether a correction of it takes anything away of which nobody hears again: a sign of cauda equina that
    /// is denied long after stays present, and counts as denied from then on.
    boolean isCutShortBy(Entry correction, boolean wholly) {
        return present.stream()
                .map(before -> before.symptom().code())
                .filter(code -> !SymptomCode.BACK_PAIN.contains(code))
                .anyMatch(code -> wholly
                        ? correction.leavesOut(code)
                        : correction.deniesAnyOf(code.bit()) && !SymptomCode.CES.contains(code));
    }

    /// The correction stands in the original's place, and nothing is left of what it replaces but the signs that it
    /// leaves out, marked so. What was told of the back's pain is a figure, which a correction puts right.
    void replaceButForSignsLeftOut(Entry correction) {
        List<Said> all = new ArrayList<>(correction.present);
        for (Said before : present) {
            SymptomCode code = before.symptom().code();
            if (correction.leavesOut(code) && !SymptomCode.BACK_PAIN.contains(code)) {
                all.add(before.leftOutSince());
            }
        }
        replaceBy(correction);
        present = all;
    }

    /// The correction stands in the original's place, and nothing is left of what it replaces.
    void replaceBy(Entry correction) {
        pain = correction.pain;
        selfManipulation = correction.selfManipulation;
        painRegion = correction.painRegion;
        present = correction.present;
        denies(correction.denied);
    }

    /// Corrects long after: what the correction leaves out is not withdrawn, and a red flag once present stays, with
    /// the
    /// denials returned counting from the moment of correcting.
    ///
    /// @param redFlags the codes of which this holds
    List<Symptom> amendBy(Entry correction, Set<SymptomCode> redFlags) {
        List<Symptom> retracting = new ArrayList<>();
        List<Symptom> denying = new ArrayList<>();
        for (Symptom denial : correction.denied) {
            boolean retracts =
                    redFlags.contains(denial.code()) && tellsOf(denial.code()) && !correction.tellsOf(denial.code());
            (retracts ? retracting : denying).add(denial);
        }
        List<Said> standing = new ArrayList<>(correction.present);
        for (Said before : present) {
            SymptomCode code = before.symptom().code();
            boolean retracted = retracting.stream().anyMatch(denial -> denial.code() == code);
            if (retracted || correction.leavesOut(code)) {
                standing.add(before);
            }
        }
        for (Symptom before : denied) {
            if (correction.leavesOut(before.code())) {
                denying.add(before);
            }
        }
        pain = correction.pain;
        selfManipulation = correction.selfManipulation;
        painRegion = correction.painRegion;
        present = standing;
        denies(denying);
        return retracting;
    }

    /// The denials of a late correction, as a report of their own at the moment of correcting.
    Entry retraction(String correction, Instant moment, List<Symptom> denials, LocalDays days) {
        return new Entry(this, correction, moment, denials, days);
    }

    boolean tellsOf(SymptomCode code) {
        for (Said one : present) {
            if (one.symptom().code() == code) {
                return true;
            }
        }
        return false;
    }

    private boolean leavesOut(SymptomCode code) {
        return !tellsOf(code) && !deniesAnyOf(code.bit());
    }

    /// The day a symptom began, as far as the patient's statement can be believed: a date after the report's own day
    /// says nothing, and where the device's calendar was wrong the nearer reading counts, the safer one.
    int onsetDay(Said one) {
        LocalDate stated = one.symptom().onsetDate();
        if (stated == null) {
            return Sighting.NOT_SAID;
        }
        int asWritten = (int) stated.toEpochDay();
        return Math.max(believed(asWritten), believed(asWritten + one.calendarOff()));
    }

    private int believed(int onset) {
        return onset <= day ? onset : Sighting.NOT_SAID;
    }
}
