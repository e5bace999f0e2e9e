package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The life of findings, decided purely: what an evaluation says now is held against what was raised before.
///
/// - What is open stays one finding, however often it is told; it is said again only when it became more urgent.
/// - What a clinician acknowledged is raised again only on evidence that the acknowledged finding had not, or when it
///   became more urgent. That holds within a family: an old bladder sign is the same trouble as the new one it was.
/// - An open emergency stays open until a clinician acknowledges it, whatever a later evaluation says; any other open
///   finding that the history no longer supports is withdrawn.
public final class Life {

    /// Raised by the intake, not by the rules: a report of this patient could not be read. Only a person can settle it.
    public static final String UNREADABLE_REPORT = "unreadable-report";

    private Life() {}

    enum State {
        RAISED,
        ACKNOWLEDGED
    }

    /// A finding that was raised earlier and not withdrawn.
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
        record Restate(UUID id, Finding finding, boolean moreUrgent) implements Step {}

        /// It stays open though the history no longer supports it.
        record KeepUnsupported(UUID id) implements Step {}

        record Withdraw(UUID id) implements Step {}
    }

    static List<Step> decide(List<Earlier> earlier, List<Finding> now) {
        var openByRule = new HashMap<String, Earlier>();
        var answered = new ArrayList<Earlier>();
        for (var one : earlier) {
            switch (one.state()) {
                case RAISED -> openByRule.put(one.rule(), one);
                case ACKNOWLEDGED -> answered.add(one);
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
                    steps.add(new Step.Restate(open.id(), finding, moreUrgent));
                }
            } else if (!isAnswered(finding, answered)) {
                steps.add(new Step.Raise(finding));
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

    private static boolean isAnswered(Finding finding, List<Earlier> acknowledged) {
        var keys = new HashSet<String>();
        for (var one : acknowledged) {
            boolean asUrgent = one.urgency().compareTo(finding.urgency()) <= 0;
            if (asUrgent && one.family() == finding.family()) {
                keys.addAll(one.evidenceKeys());
            }
        }
        return !finding.evidenceKeys().isEmpty() && keys.containsAll(finding.evidenceKeys());
    }

    private static void keep(Earlier open, List<Step> steps) {
        if (open.supported()) {
            steps.add(new Step.KeepUnsupported(open.id()));
        }
    }
}
