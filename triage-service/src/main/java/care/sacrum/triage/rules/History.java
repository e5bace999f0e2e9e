package care.sacrum.triage.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Everything known of a patient at an instant, put in order once: duplicates dropped, clocks put right, corrections
/// applied, each report on its local day, each symptom with what later reports left of it. It does not depend on the
/// order in which the reports arrived.
final class History {
    /// How long an answer to a question that must be asked stays an answer.
    private static final int ANSWER_DAYS = 7;

    private static final Duration WHOLLY_CORRECTED_WITHIN = Duration.ofMinutes(60);
    private static final SymptomCode[] CODES = SymptomCode.values();

    /// Of two contents under one id, the one received first counts. Received at the same instant, the one that tells of
    /// the worse sign; the last comparison only makes the choice the same in every order of arrival.
    private static final Comparator<Report> CAME_FIRST = Comparator.comparing(Report::receivedAt)
            .thenComparingInt(History::gravestSign)
            .thenComparing(Report::toString);

    final Patient patient;
    final Parameters parameters;
    final int today;
    private final LocalDays localDays = new LocalDays();
    /// The content that counts under each id.
    private final Map<String, Report> reports;

    /// The reports in the order they were observed.
    final List<Entry> entries;
    final PainDays pain;

    private final List<List<Sighting>> sightings;
    /// The sides of each code that were answered of late: one leg denied says nothing of the other.
    private final int[] answeredLately = new int[CODES.length];

    /// The codes that any report tells of as present.
    private long everPresent;
    /// The sides that the report being read denies, a code each; none between reports.
    private final int[] deniedHere = new int[CODES.length];

    private final int[] coveredByAny = new int[CODES.length];
    private final int[] coveredSurely = new int[CODES.length];
    private final List<SetAside> setAside = new ArrayList<>();
    private final Set<String> unknownCodes = new LinkedHashSet<>();
    private boolean signUnreadLately;
    private boolean noteLately;
    private final List<String> dateUncertain = new ArrayList<>();
    private @Nullable Truth worsening;

    private final Instant evaluateAt;
    /// Whether a correction takes nothing back: what it leaves out stands, marked so, and what it denies counts
    /// as denied when it was corrected.
    private final boolean asFirstTold;
    private boolean cutShort;

    private History(
            Patient patient,
            Collection<Report> reports,
            Parameters parameters,
            Instant evaluateAt,
            boolean asFirstTold,
            Instant until) {
        this.patient = patient;
        this.evaluateAt = evaluateAt;
        this.asFirstTold = asFirstTold;
        this.parameters = parameters;
        this.reports = countingOnce(reports, evaluateAt);
        nameContradictions(reports, this.reports, evaluateAt);
        List<Entry> placed = inPlace(this.reports, evaluateAt);
        Entry latest = placed.isEmpty() ? null : placed.getLast();
        this.today = localDays.dayOf(evaluateAt, latest == null ? patient.homeTimeZone() : latest.zone);
        this.entries = until.equals(Instant.MAX)
                ? placed
                : placed.stream()
                        .filter(entry -> entry.observed.isBefore(until))
                        .toList();
        this.sightings = new ArrayList<>(Collections.nCopies(CODES.length, List.of()));
        readBaseline();
        readSymptoms();
        this.pain = new PainDays(entries, parameters, today);
        for (Entry entry : entries) {
            if (entry.dateUncertain) {
                dateUncertain.add(entry.reportId);
            }
        }
    }

    static History of(Patient patient, List<Report> reports, Parameters parameters, Instant evaluateAt) {
        return new History(patient, reports, parameters, evaluateAt, false, Instant.MAX);
    }

    /// Whether a correction takes back something of which nobody hears again.
    boolean isCutShort() {
        return cutShort;
    }

    /// When it was first denied; at the end of time where nobody denies it.
    Instant firstDenied(Sighting sighting) {
        return sighting.deniedBy < entries.size() ? entries.get(sighting.deniedBy).observed : Instant.MAX;
    }

    /// As it was before that instant, with what a correction took back, and seen from today.
    History asOf(Instant until) {
        return new History(patient, reports.values(), parameters, evaluateAt, true, until);
    }

    /// Everyone who told of a code, oldest first.
    List<Sighting> of(SymptomCode code) {
        return sightings.get(code.ordinal());
    }

    int age(Sighting sighting) {
        return today - sighting.day;
    }

    /// Those of the codes that must be asked and were neither present nor denied of late.
    Set<SymptomCode> unanswered(Set<SymptomCode> codes) {
        EnumSet<SymptomCode> unanswered = EnumSet.noneOf(SymptomCode.class);
        for (SymptomCode code : codes) {
            boolean answered = (answeredLately[code.ordinal()] & Sides.LEGS) == Sides.LEGS;
            if (SymptomCode.MUST_BE_ASKED.contains(code) && !answered) {
                unanswered.add(code);
            }
        }
        return unanswered;
    }

    boolean painUnanswered() {
        return pain.latestUnread() || today - pain.lastScored() > ANSWER_DAYS;
    }

    /// A sign is remembered 14 days, one of the nerves longer, one of cauda equina as long as its own rules say.
    int memoryDays(SymptomCode code) {
        return SymptomCode.NEURO.contains(code) ? parameters.neuroSignMemoryDays() : 14;
    }

    /// Whether a sighting, and so any before it, may still be within some rule's memory. Local days of travellers
    /// are not quite in the order of time, hence the days of grace.
    boolean mayStillCount(Sighting sighting) {
        return age(sighting)
                <= Math.max(parameters.neuroSignMemoryDays(), parameters.lateReportEmergencyWindowDays()) + 2;
    }

    /// When what a finding rests on was told last: by the receipt of its reports, and of any that tells of one of
    /// its signs again without calling it known. Of what rests on no report nobody knows when: nobody is calmed.
    Instant toldLast(List<Truth.Ground> grounds) {
        if (grounds.isEmpty()) {
            return Instant.MAX;
        }
        Instant last = Instant.MIN;
        Set<SymptomCode> signs = EnumSet.noneOf(SymptomCode.class);
        for (Truth.Ground ground : grounds) {
            last = later(last, received(ground.reportId()));
            ground.says().sign().ifPresent(sighting -> signs.add(sighting.code));
        }
        for (SymptomCode sign : signs) {
            for (Sighting sighting : of(sign).reversed()) {
                if (!mayStillCount(sighting)) {
                    break;
                }
                last = sighting.known ? last : later(last, received(sighting.reportId));
            }
        }
        return last;
    }

    private Instant received(String reportId) {
        Report report = reports.get(reportId);
        return report == null ? Instant.MAX : report.receivedAt();
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    List<SetAside> setAside() {
        return List.copyOf(setAside);
    }

    List<String> unknownCodes() {
        return unknownCodes.stream().sorted().toList();
    }

    /// Whether a report of the last two weeks tells of a sign in words that nobody here can read: it may be any sign.
    boolean signUnreadLately() {
        return signUnreadLately;
    }

    /// Whether a note came with a report of the last two weeks: no rule reads it, and it may tell of any sign.
    boolean noteLately() {
        return noteLately;
    }

    List<String> dateUncertain() {
        return List.copyOf(dateUncertain);
    }

    /// The worsening trend is asked for by several rules and found once.
    Truth worsening() {
        Truth found = worsening;
        if (found == null) {
            found = PainPatterns.worsening(this);
            worsening = found;
        }
        return found;
    }

    private static Map<String, Report> countingOnce(Collection<Report> reports, Instant evaluateAt) {
        // Kept in the order given, which is nearly always the order observed: sorting then costs little.
        Map<String, Report> first = LinkedHashMap.newLinkedHashMap(reports.size());
        for (Report report : reports) {
            if (!report.receivedAt().isAfter(evaluateAt)) {
                first.merge(report.reportId(), report, BinaryOperator.minBy(CAME_FIRST));
            }
        }
        return first;
    }

    private List<Entry> inPlace(Map<String, Report> reports, Instant evaluateAt) {
        List<Entry> placed = new ArrayList<>(reports.size());
        List<Report> corrections = new ArrayList<>();
        for (Report report : reports.values()) {
            if (!report.unknownCodes().isEmpty()) {
                unknownCodes.addAll(report.unknownCodes());
            }
            signUnreadLately |= report.tellsOfAnUnreadSign(evaluateAt);
            noteLately |= report.hasNote() && report.cameLately(evaluateAt);
            if (report.kind() == Kind.CORRECTION) {
                corrections.add(report);
            } else {
                placed.add(new Entry(report, localDays));
            }
        }
        if (!corrections.isEmpty()) {
            apply(corrections, reports, placed);
        }
        placed.sort(Entry.AS_OBSERVED);
        return placed;
    }

    /// The codes are written down with the gravest first.
    private static int gravestSign(Report report) {
        int gravest = CODES.length;
        for (Symptom symptom : report.symptoms().present) {
            gravest = Math.min(gravest, symptom.code().ordinal());
        }
        return gravest;
    }

    private void nameContradictions(Collection<Report> reports, Map<String, Report> first, Instant evaluateAt) {
        if (first.size() == reports.size()) {
            return;
        }
        Set<String> named = new HashSet<>();
        for (Report report : reports) {
            Report counts = first.get(report.reportId());
            if (counts != null
                    && !report.receivedAt().isAfter(evaluateAt)
                    && !sameContent(report, counts)
                    && named.add(report.reportId())) {
                setAside.add(new SetAside(
                        report.reportId(), "reportId", "came again with other content; the first content counts"));
            }
        }
        setAside.sort(Comparator.comparing(SetAside::reportId));
    }

    /// The same report sent again has other sending and receipt times, and is no contradiction.
    private static boolean sameContent(Report one, Report other) {
        return one == other
                || one.with(draft -> draft.sentAt(null).receivedAt(other.receivedAt()))
                        .equals(other.with(draft -> draft.sentAt(null)));
    }

    private void apply(List<Report> corrections, Map<String, Report> reports, List<Entry> placed) {
        Map<String, Entry> originals = new HashMap<>();
        for (Entry entry : placed) {
            originals.put(entry.reportId, entry);
        }
        record Correcting(Entry original, Entry correction, Instant moment) {}
        List<Correcting> correcting = new ArrayList<>();
        corrections.sort(Comparator.comparing(Report::reportId));
        for (Report report : corrections) {
            Entry correction = new Entry(report, localDays);
            Report root = rootOf(report, reports);
            Entry original = root == null ? null : originals.get(root.reportId());
            if (original == null) {
                setAside.add(new SetAside(
                        report.reportId(), "corrects", "no such report is known; it counts as a report of its own"));
                placed.add(correction);
                continue;
            }
            if (correction.dateUncertain) {
                dateUncertain.add(correction.reportId);
            }
            Instant moment = correction.observed.isAfter(original.observed) ? correction.observed : correction.received;
            correcting.add(new Correcting(original, correction, moment));
        }
        // Sorted by id already, for what was corrected at one moment.
        correcting.sort(Comparator.comparing(Correcting::moment).thenComparing(one -> one.correction().received));
        Map<Entry, List<Entry>> retractions = new HashMap<>();
        for (Correcting one : correcting) {
            Entry original = one.original();
            Entry correction = one.correction();
            List<Entry> earlier = retractions.computeIfAbsent(original, key -> new ArrayList<>());
            // Said again to be there, a red flag is no longer retracted.
            for (Entry retraction : earlier) {
                retraction.denies(retraction.denied.stream()
                        .filter(denial -> !correction.tellsOf(denial.code()))
                        .toList());
            }
            boolean wholly = Duration.between(original.observed, one.moment()).compareTo(WHOLLY_CORRECTED_WITHIN) <= 0;
            cutShort |= original.isCutShortBy(correction, wholly);
            if (wholly && asFirstTold) {
                original.replaceButForSignsLeftOut(correction);
            } else if (wholly) {
                original.replaceBy(correction);
            } else {
                List<Symptom> denials = original.amendBy(correction, asFirstTold ? SymptomCode.ALL : SymptomCode.CES);
                if (!denials.isEmpty()) {
                    earlier.add(original.retraction(correction.reportId, one.moment(), denials, localDays));
                }
            }
        }
        retractions.values().forEach(placed::addAll);
    }

    /// The report that a correction, or a correction of a correction, is about; none where corrections go round in a
    /// circle, or name a report that is not here.
    private static @Nullable Report rootOf(Report correction, Map<String, Report> reports) {
        Set<String> seen = new HashSet<>();
        Report at = correction;
        while (at != null && at.kind() == Kind.CORRECTION) {
            at = at.corrects() != null && seen.add(at.corrects()) ? reports.get(at.corrects()) : null;
        }
        return at;
    }

    private void readBaseline() {
        for (BaselineCondition baseline : patient.baselineConditions()) {
            int sides = baseline.condition().sides();
            for (SymptomCode code : baseline.condition().covers()) {
                coveredByAny[code.ordinal()] = Sides.completed(coveredByAny[code.ordinal()] | sides);
                if (baseline.stable() && baseline.assessedByClinician()) {
                    coveredSurely[code.ordinal()] = Sides.completed(coveredSurely[code.ordinal()] | sides);
                }
            }
        }
    }

    /// From the latest report backwards, so that what later reports say of a code is known when an earlier one is read.
    private void readSymptoms() {
        for (Entry entry : entries) {
            for (Entry.Said said : entry.present) {
                everPresent |= said.symptom().code().bit();
            }
        }
        Sighting.Later[] later = new Sighting.Later[CODES.length];
        int end = entries.size();
        while (end > 0) {
            int start = end - 1;
            while (start > 0 && entries.get(start - 1).observed.equals(entries.get(end - 1).observed)) {
                start--;
            }
            for (int i = end - 1; i >= start; i--) {
                see(entries.get(i), later);
            }
            for (int i = end - 1; i >= start; i--) {
                hearDenials(i, later);
            }
            end = start;
        }
        for (List<Sighting> ofCode : sightings) {
            if (!ofCode.isEmpty()) {
                Collections.reverse(ofCode);
                Sighting.tellSpells(ofCode, parameters.newOnsetWindowDays());
            }
        }
    }

    private void see(Entry entry, Sighting.Later[] later) {
        for (Entry.Said said : entry.present) {
            Symptom symptom = said.symptom();
            int code = symptom.code().ordinal();
            int sides = Sides.present(symptom.side());
            if (coversOneLeg(code) && sides == Sides.LEGS) {
                // Known on one leg, it is what it is on the other.
                see(entry, said, Sides.RIGHT, later(later, code));
                see(entry, said, Sides.LEFT, later(later, code));
            } else {
                see(entry, said, sides, later(later, code));
            }
        }
    }

    private boolean coversOneLeg(int code) {
        int covered = coveredByAny[code] & Sides.LEGS;
        return covered == Sides.LEFT || covered == Sides.RIGHT;
    }

    private void see(Entry entry, Entry.Said said, int sides, Sighting.Later later) {
        Symptom symptom = said.symptom();
        int code = symptom.code().ordinal();
        int onsetDay = entry.onsetDay(said);
        boolean isNew = isNew(symptom, sides, entry.day, onsetDay);
        boolean known = !isNew && (symptom.assessedByClinician() || (sides & ~coveredSurely[code]) == 0);
        Sighting sighting = new Sighting(
                symptom, said.reportId(), entry.observed, entry.day, onsetDay, sides, isNew, known, said.leftOut());
        sighting.later(later);
        if (sightings.get(code).isEmpty()) {
            sightings.set(code, new ArrayList<>());
        }
        sightings.get(code).add(sighting);
    }

    /// A report whose date is uncertain denies nothing and answers nothing but its red flags: who knows when it was
    /// made.
    private void hearDenials(int place, Sighting.Later[] later) {
        Entry entry = entries.get(place);
        boolean lately = today - entry.day <= ANSWER_DAYS;
        for (Entry.Said said : entry.present) {
            int code = said.symptom().code().ordinal();
            if (lately) {
                // Present on one side is an answer; denied on one side is half of one.
                answeredLately[code] |= Sides.ALL;
            }
            if (!entry.dateUncertain && assessedAndUnchanged(said.symptom())) {
                later(later, code).settled(Sides.spokenFor(said.symptom().side()));
            }
        }
        // Day after day, most of what is denied was never there, and nothing follows from it.
        if (entry.dateUncertain || !lately && !entry.deniesAnyOf(everPresent)) {
            return;
        }
        for (Symptom denial : entry.denied) {
            int code = denial.code().ordinal();
            int sides = Sides.spokenFor(denial.side());
            if (lately) {
                answeredLately[code] |= sides;
            }
            if ((everPresent & denial.code().bit()) != 0) {
                deniedHere[code] |= sides & ~presentIn(entry, denial.code());
            }
        }
        // However often one report denies it, it denies it once.
        for (Symptom denial : entry.denied) {
            int code = denial.code().ordinal();
            if (deniedHere[code] != Sides.NONE) {
                later(later, code).denied(deniedHere[code], place);
                if (denial.assessedByClinician()) {
                    later(later, code).settled(deniedHere[code]);
                }
                deniedHere[code] = Sides.NONE;
            }
        }
    }

    private static Sighting.Later later(Sighting.Later[] later, int code) {
        if (later[code] == null) {
            later[code] = new Sighting.Later();
        }
        return later[code];
    }

    /// Present and denied in one report is present; said without a side, it is present whatever side is denied.
    private static int presentIn(Entry entry, SymptomCode code) {
        int present = Sides.NONE;
        for (Entry.Said said : entry.present) {
            if (said.symptom().code() == code) {
                int sides = Sides.present(said.symptom().side());
                present |= sides == Sides.UNSAID ? Sides.ALL : sides;
            }
        }
        return present;
    }

    private static boolean assessedAndUnchanged(Symptom symptom) {
        if (!symptom.assessedByClinician()) {
            return false;
        }
        return switch (symptom.changeSinceLast()) {
            case SAME, BETTER -> true;
            case WORSE -> false;
            case null -> symptom.onset() == Onset.EXISTING;
        };
    }

    private boolean isNew(Symptom symptom, int sides, int day, int onsetDay) {
        if (symptom.changeSinceLast() == Change.WORSE) {
            return true;
        }
        if (symptom.onset() == Onset.EXISTING) {
            return false;
        }
        if (onsetDay != Sighting.NOT_SAID) {
            return day - onsetDay <= parameters.newOnsetWindowDays();
        }
        boolean explained = (sides & ~coveredByAny[symptom.code().ordinal()]) == 0;
        return symptom.onset() == Onset.NEW || !explained;
    }
}
