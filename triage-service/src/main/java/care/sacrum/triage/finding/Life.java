package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

/// The life of findings, decided purely: what an evaluation says now is held against what was raised before.
///
/// - What is open stays one finding, however often it is told; it is said again only when it became more urgent.
/// - What a clinician acknowledged, or closed with an outcome, is raised again only on evidence that it had not, or
/// when
///   it became more urgent. That holds within a family: an old bladder sign is the same trouble as the new one it was.
///   A red flag that was found not to be there, and is told again, is raised again: the patient is sent on again too.
/// - What was withdrawn and is back on evidence that was all told before is not raised twice: the same finding stands
///   again.
/// - An open emergency stays open until a clinician acknowledges it, whatever a later evaluation says; any other open
///   finding that the history no longer supports is withdrawn.
public final class Life {

    /// Raised by the intake, not by the rules: a report of this patient could not be read. Only a person can settle it.
    public static final String UNREADABLE_REPORT = "unreadable-report";

    /// Raised by the watch, not by the rules: a sign was told in words that nobody here can read. It can wait for the
    /// clinic, and yet the patient is told to call today.
    public static final String UNREAD_SIGN = "unread-sign";

    private Life() {}

    /// Whether the patient is told to go at once, or to be seen or call today.
    static boolean isForToday(String rule, Urgency urgency) {
        return urgency.isForToday() || rule.equals(UNREAD_SIGN);
    }

    enum State {
        RAISED,
        /// Acknowledged, with or without an outcome.
        ANSWERED,
        WITHDRAWN
    }

    /// A finding that was raised earlier.
    ///
    /// @param supported whether the history supported it when last evaluated
    record Earlier(
            UUID id,
            String rule,
            Family family,
            Urgency urgency,
            String headline,
            Set<String> evidenceKeys,
            State state,
            boolean supported) {}

    sealed interface Step {
        /// Nobody was told of this before, or on less evidence.
        record Raise(Finding finding) implements Step {}

        /// It is open; what it rests on, or its urgency, is now this.
        ///
        /// @param newEvidence it rests on something that it did not rest on before
        record Restate(UUID id, Finding finding, boolean moreUrgent, boolean newEvidence) implements Step {}

        /// It was withdrawn, and holds again on what was told before.
        record Reopen(UUID id, Finding finding) implements Step {}

        /// It stays open though the history no longer supports it.
        record KeepUnsupported(UUID id) implements Step {}

        record Withdraw(UUID id) implements Step {}
    }

    /// @param earlier oldest first
    static List<Step> decide(List<Earlier> earlier, List<Finding> now) {
        return decide(earlier, now, (_, _) -> true);
    }

    /// @param earlier oldest first
    /// @param stillAnswers whether what a clinician said of an earlier finding still answers one that is found now
    static List<Step> decide(List<Earlier> earlier, List<Finding> now, BiPredicate<UUID, Finding> stillAnswers) {
        var openByRule = new HashMap<String, Earlier>();
        var answered = new ArrayList<Earlier>();
        var withdrawn = new ArrayList<Earlier>();
        for (var one : earlier) {
            switch (one.state()) {
                case RAISED -> openByRule.put(one.rule(), one);
                case ANSWERED -> answered.add(one);
                case WITHDRAWN -> withdrawn.add(one);
            }
        }
        var steps = new ArrayList<Step>();
        var supported = new HashSet<String>();
        for (var finding : now) {
            supported.add(finding.rule());
            var open = openByRule.get(finding.rule());
            if (open != null) {
                boolean emergencyEased =
                        open.urgency() == Urgency.EMERGENCY_NOW && finding.urgency() != Urgency.EMERGENCY_NOW;
                boolean otherwise = finding.urgency() != open.urgency()
                        || !open.supported()
                        || !open.headline().equals(finding.headline())
                        || !open.evidenceKeys().equals(finding.evidenceKeys());
                if (emergencyEased) {
                    keep(open, steps);
                } else if (otherwise) {
                    boolean moreUrgent = finding.urgency().compareTo(open.urgency()) < 0;
                    boolean newEvidence = !open.evidenceKeys().containsAll(finding.evidenceKeys());
                    steps.add(new Step.Restate(open.id(), finding, moreUrgent, newEvidence));
                }
            } else {
                var told = answersTo(
                        finding,
                        answered.stream()
                                .filter(one -> stillAnswers.test(one.id(), finding))
                                .toList());
                if (!holds(finding, told)) {
                    steps.add(back(finding, withdrawn, told)
                            .<Step>map(id -> new Step.Reopen(id, finding))
                            .orElseGet(() -> new Step.Raise(finding)));
                }
            }
        }
        for (var open : openByRule.values()) {
            if (supported.contains(open.rule()) || open.rule().equals(UNREADABLE_REPORT)) {
                continue;
            }
            if (open.urgency() == Urgency.EMERGENCY_NOW) {
                keep(open, steps);
            } else {
                steps.add(new Step.Withdraw(open.id()));
            }
        }
        return steps;
    }

    private static Set<String> answersTo(Finding finding, List<Earlier> answered) {
        return answersTo(finding.family(), finding.urgency(), answered);
    }

    /// What a clinician has already dealt with, of the same trouble and no less urgent.
    private static Set<String> answersTo(Family family, Urgency urgency, List<Earlier> answered) {
        var keys = new HashSet<String>();
        for (var one : answered) {
            if (one.urgency().compareTo(urgency) <= 0 && one.family() == family) {
                keys.addAll(one.evidenceKeys());
            }
        }
        return keys;
    }

    /// Whether all that a finding rests on was dealt with already, of the same trouble and no less urgent.
    ///
    /// @param closed what clinicians have closed
    static boolean answers(List<Earlier> closed, Finding finding) {
        return holds(finding, answersTo(finding, closed));
    }

    /// The same of one that was raised.
    static boolean answers(List<Earlier> closed, Earlier raised) {
        return !raised.evidenceKeys().isEmpty()
                && answersTo(raised.family(), raised.urgency(), closed).containsAll(raised.evidenceKeys());
    }

    /// The finding that was withdrawn and, with what was dealt with, rested on all that this one rests on.
    private static Optional<UUID> back(Finding finding, List<Earlier> withdrawn, Set<String> told) {
        for (var one : withdrawn.reversed()) {
            if (one.rule().equals(finding.rule()) && isAsUrgent(one, finding)) {
                var keys = new HashSet<>(one.evidenceKeys());
                keys.addAll(told);
                if (holds(finding, keys)) {
                    return Optional.of(one.id());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAsUrgent(Earlier one, Finding finding) {
        return one.urgency().compareTo(finding.urgency()) <= 0;
    }

    private static boolean holds(Finding finding, Set<String> keys) {
        return !finding.evidenceKeys().isEmpty() && keys.containsAll(finding.evidenceKeys());
    }

    private static void keep(Earlier open, List<Step> steps) {
        if (open.supported()) {
            steps.add(new Step.KeepUnsupported(open.id()));
        }
    }
}
