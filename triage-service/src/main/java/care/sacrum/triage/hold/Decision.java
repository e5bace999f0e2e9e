package care.sacrum.triage.hold;

import care.sacrum.triage.live.ProgrammeMustHold.Ground;
import java.util.List;
import java.util.Optional;

/// What becomes of a patient's programme when an evaluation says that it must hold; decided purely.
sealed interface Decision {

    /// It goes on hold.
    record Hold(List<Because> because, Evidence evidence) implements Decision {}

    /// It is on hold, and more came to light since: whoever has read the grounds has not read these.
    record HoldOnMore(List<Because> because, Evidence evidence) implements Decision {}

    /// Nothing new: it is on hold on these grounds, or a clinician released it on them.
    record LeaveAsItIs() implements Decision {}

    /// A hold that nobody has released yet.
    record Open(List<Because> because, Evidence evidence) {}

    /// @param released what all holds of the past rested on
    static Decision of(Optional<Open> open, Evidence released, List<Ground> grounds) {
        var known = open.map(hold -> hold.evidence().and(released)).orElse(released);
        var news = grounds.stream()
                .filter(ground -> !known.covers(Evidence.of(List.of(ground))))
                .toList();
        if (news.isEmpty()) {
            return new LeaveAsItIs();
        }
        var because = news.stream().map(Because::of).toList();
        var evidence = Evidence.of(news);
        return open.<Decision>map(hold -> new HoldOnMore(
                        Because.joined(hold.because(), because), hold.evidence().and(evidence)))
                .orElseGet(() -> new Hold(Because.joined(List.of(), because), evidence));
    }
}
