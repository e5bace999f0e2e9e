package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Urgency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The life of a patient's findings, played through by the very [Life] of live ones, storing and telling nothing.
///
/// What clinicians would have done is not known. They are taken to acknowledge everything by the end of the local day
/// on
/// which it was raised: so each finding counts once in its episode, and again only on new evidence or when it became
/// more urgent.
public final class Replay {

    /// Somebody would have been told of this.
    ///
    /// @param day      the local day of the patient on which it was raised
    /// @param urgency  the highest it had on that day
    /// @param headline the reason in one line
    public record Raised(String rule, LocalDate day, Urgency urgency, String headline) {}

    private final Map<UUID, Life.Earlier> earlier = new LinkedHashMap<>();
    private final Map<UUID, Integer> places = new HashMap<>();
    private final List<Raised> raised = new ArrayList<>();
    private LocalDate today = LocalDate.MIN;

    /// The patient is looked at, on that local day. Looks come in the order of time.
    public void look(LocalDate day, List<Finding> now) {
        if (!day.equals(today)) {
            earlier.replaceAll((id, one) -> one.state() == Life.State.RAISED ? acknowledged(one) : one);
            today = day;
        }
        for (var step : Life.decide(List.copyOf(earlier.values()), now)) {
            switch (step) {
                case Life.Step.Raise(Finding finding) -> {
                    var id = new UUID(0, places.size());
                    places.put(id, raised.size());
                    raised.add(told(finding));
                    earlier.put(id, open(id, finding));
                }
                case Life.Step.Restate(UUID id, Finding finding, boolean moreUrgent, boolean newEvidence) -> {
                    earlier.put(id, open(id, finding));
                    if (moreUrgent) {
                        raised.set(places.get(id), told(finding));
                    }
                }
                case Life.Step.Reopen(UUID id, Finding finding) -> earlier.put(id, open(id, finding));
                case Life.Step.KeepUnsupported(UUID id) ->
                    earlier.computeIfPresent(id, (same, one) -> unsupported(one, one.state()));
                case Life.Step.Withdraw(UUID id) ->
                    earlier.computeIfPresent(id, (same, one) -> unsupported(one, Life.State.WITHDRAWN));
            }
        }
    }

    /// Everything raised so far, in the order of time; also what was withdrawn before the day was over.
    public List<Raised> raised() {
        return List.copyOf(raised);
    }

    private Raised told(Finding finding) {
        return new Raised(finding.rule(), today, finding.urgency(), finding.headline());
    }

    private static Life.Earlier open(UUID id, Finding finding) {
        return new Life.Earlier(
                id,
                finding.rule(),
                finding.family(),
                finding.urgency(),
                finding.headline(),
                finding.evidenceKeys(),
                Life.State.RAISED,
                true);
    }

    private static Life.Earlier acknowledged(Life.Earlier one) {
        return new Life.Earlier(
                one.id(),
                one.rule(),
                one.family(),
                one.urgency(),
                one.headline(),
                one.evidenceKeys(),
                Life.State.ANSWERED,
                one.supported());
    }

    private static Life.Earlier unsupported(Life.Earlier one, Life.State state) {
        return new Life.Earlier(
                one.id(), one.rule(), one.family(), one.urgency(), one.headline(), one.evidenceKeys(), state, false);
    }
}
