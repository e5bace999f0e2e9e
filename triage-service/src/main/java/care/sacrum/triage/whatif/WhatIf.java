package care.sacrum.triage.whatif;

import care.sacrum.triage.finding.Replay;
import care.sacrum.triage.finding.Replay.Raised;
import care.sacrum.triage.live.Looks;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.Triage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what two sets of parameters would have raised of one patient, purely.
///
/// - **Looks.** The history is looked at as live evaluation did: whenever a report was received, and at the start of
/// each
///   local day where the patient was last; each time with the reports received up to then. The patient's facts are
/// those
///   of today.
/// - **Life.** Each look goes through [Replay], which takes everything for acknowledged by the end of its day.
/// - **Warm-up.** Looking begins 90 days before the range, the longest memory a rule may have, so that what was told
///   before is not told again on the first day; and it goes on for 30 days behind it.
/// - **Pairs.** Findings of one rule that are raised at most 30 days apart are the same one (a new episode needs 30
/// days
///   without pain), the closest first. A pair on the same day at the same level is no difference; any other has moved;
///   what has no partner was gained or lost. A difference counts when one of its days is in the range.
final class WhatIf {

    private static final int DAYS_BEFORE = 90;
    private static final int SAME_WITHIN_DAYS = 30;

    private WhatIf() {}

    static Comparison compare(
            Patient patient, List<Report> reports, Range range, Parameters inForce, Parameters whatIf) {
        var asItIs = new Replay();
        var asItWouldBe = new Replay();
        new Looking(patient, reports, range).each((at, today, known) -> {
            asItIs.look(today, Triage.evaluate(patient, known, inForce, at).findings());
            asItWouldBe.look(today, Triage.evaluate(patient, known, whatIf, at).findings());
        });
        return compare(asItIs.raised(), asItWouldBe.raised(), range);
    }

    private interface Look {
        void at(Instant instant, LocalDate today, List<Report> known);
    }

    /// Walks through the instants at which live evaluation would have looked.
    private static final class Looking {
        private final Patient patient;
        private final Range range;
        private final List<Report> asReceived;
        private final List<Report> known = new ArrayList<>();

        /// Of those known, as live evaluation has it: one that a phone dates years ahead must not stay it for years.
        private @Nullable Report latest;

        Looking(Patient patient, List<Report> reports, Range range) {
            this.patient = patient;
            this.range = range;
            this.asReceived = reports.stream()
                    .filter(report -> !report.receivedAt().isAfter(range.until()))
                    .sorted(Comparator.comparing(Report::receivedAt).thenComparing(Report::reportId))
                    .toList();
        }

        void each(Look look) {
            var first = range.from().minusDays(DAYS_BEFORE);
            var last = range.to().plusDays(SAME_WITHIN_DAYS);
            Instant at = first.atStartOfDay(patient.homeTimeZone()).toInstant();
            while (at != null && !at.isAfter(range.until())) {
                receive(at);
                var today = at.atZone(zone()).toLocalDate();
                if (today.isAfter(last)) {
                    return;
                }
                look.at(at, today, known);
                at = earlier(Looks.next(latest, at), nextReceipt());
            }
        }

        /// Kept as observed, so that the rules need not sort.
        private void receive(Instant at) {
            while (known.size() < asReceived.size()
                    && !asReceived.get(known.size()).receivedAt().isAfter(at)) {
                var report = asReceived.get(known.size());
                int place = Collections.binarySearch(known, report, Comparator.comparing(Report::observedAt));
                known.add(place < 0 ? -place - 1 : place, report);
                latest = Looks.latest(latest, report);
            }
        }

        private ZoneId zone() {
            return latest == null ? patient.homeTimeZone() : latest.zone();
        }

        private @Nullable Instant nextReceipt() {
            return known.size() < asReceived.size()
                    ? asReceived.get(known.size()).receivedAt()
                    : null;
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? one : other;
        }
    }

    /// Holds what was raised by either against the other.
    static Comparison compare(List<Raised> inForce, List<Raised> whatIf, Range range) {
        var rules = new TreeMap<String, List<List<Raised>>>();
        inForce.forEach(raised -> ofRule(rules, raised).getFirst().add(raised));
        whatIf.forEach(raised -> ofRule(rules, raised).getLast().add(raised));
        var differences = new ArrayList<Difference>();
        rules.values().forEach(both -> differences.addAll(differences(both.getFirst(), both.getLast(), range)));
        return new Comparison(within(inForce, range), within(whatIf, range), List.copyOf(differences));
    }

    private static List<List<Raised>> ofRule(TreeMap<String, List<List<Raised>>> rules, Raised raised) {
        return rules.computeIfAbsent(raised.rule(), rule -> List.of(new ArrayList<>(), new ArrayList<>()));
    }

    private static int within(List<Raised> raised, Range range) {
        return (int) raised.stream().filter(one -> range.holds(one.day())).count();
    }

    private record Pair(Raised inForce, Raised whatIf) {
        long daysApart() {
            return Math.abs(whatIf.day().toEpochDay() - inForce.day().toEpochDay());
        }

        boolean otherLevel() {
            return inForce.urgency() != whatIf.urgency();
        }
    }

    private static final Comparator<Pair> CLOSEST_FIRST = Comparator.comparingLong(Pair::daysApart)
            .thenComparing(Pair::otherLevel)
            .thenComparing(pair -> pair.inForce().day())
            .thenComparing(pair -> pair.whatIf().day());

    private static List<Difference> differences(List<Raised> inForce, List<Raised> whatIf, Range range) {
        var pairs = new ArrayList<Pair>();
        for (var one : inForce) {
            for (var other : whatIf) {
                var pair = new Pair(one, other);
                if (pair.daysApart() <= SAME_WITHIN_DAYS) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(CLOSEST_FIRST);
        var lost = new ArrayList<>(inForce);
        var gained = new ArrayList<>(whatIf);
        var differences = new ArrayList<Difference>();
        for (var pair : pairs) {
            // By identity: two findings of one day may well be equal, and each has one partner.
            if (stillThere(lost, pair.inForce()) && stillThere(gained, pair.whatIf())) {
                lost.removeIf(one -> one == pair.inForce());
                gained.removeIf(one -> one == pair.whatIf());
                boolean inRange = range.holds(pair.inForce().day())
                        || range.holds(pair.whatIf().day());
                if (inRange && (pair.daysApart() > 0 || pair.otherLevel())) {
                    differences.add(new Difference.Moved(pair.inForce(), pair.whatIf()));
                }
            }
        }
        lost.stream()
                .filter(one -> range.holds(one.day()))
                .map(Difference.Lost::new)
                .forEach(differences::add);
        gained.stream()
                .filter(one -> range.holds(one.day()))
                .map(Difference.Gained::new)
                .forEach(differences::add);
        return differences;
    }

    private static boolean stillThere(List<Raised> raised, Raised wanted) {
        return raised.stream().anyMatch(one -> one == wanted);
    }
}
