package care.sacrum.triage.hold;

import care.sacrum.triage.live.ProgrammeMustHold.Ground;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What becomes of a patient's programme when an evaluation says that it must hold; decided purely.
sealed interface Decision {

    /// It goes on hold.
    record Hold(List<Because> because, Evidence evidence) implements Decision {}

    /// It is on hold, and more came to light since: whoever has read the grounds has not read these.
    record HoldOnMore(List<Because> because, Evidence evidence) implements Decision {}

    /// Nothing new: it is on hold on these grounds, or a clinician released it on them.
    record LeaveAsItIs() implements Decision {}

    /// What holds rest on: one that nobody has released yet, or all that were.
    record Known(List<Because> because, Evidence evidence) {
        static final Known NOTHING = new Known(List.of(), Evidence.NONE);

        Known and(Known other) {
            return new Known(
                    Stream.concat(because.stream(), other.because.stream()).toList(), evidence.and(other.evidence));
        }

        private boolean holdsAlready(Ground ground) {
            return evidence.covers(Evidence.of(List.of(ground))) && !raisedAgain(ground);
        }

        /// A rule raised it, a clinician answered, and a report after the answer had it raised again: who released the
        /// programme on the first telling has not read the second.
        private boolean raisedAgain(Ground ground) {
            var ofTheRule = because.stream()
                    .filter(one -> one.rule().equals(ground.finding().rule()))
                    .flatMap(one -> one.findingId().stream())
                    .collect(Collectors.toSet());
            return !ofTheRule.isEmpty()
                    && ground.findingId().filter(id -> !ofTheRule.contains(id)).isPresent();
        }
    }

    /// @param released what all holds of the past rested on
    static Decision of(Optional<Known> open, Known released, List<Ground> grounds) {
        var known = open.map(released::and).orElse(released);
        var news =
                grounds.stream().filter(ground -> !known.holdsAlready(ground)).toList();
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
