package care.sacrum.triage.hold;

import care.sacrum.triage.live.ProgrammeMustHold;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A rule that holds a programme.
///
/// @param findingId the finding it raised; absent where a clinician's answer to another finding of its family covers it
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Because(String rule, Optional<UUID> findingId) {

    static Because of(ProgrammeMustHold.Ground ground) {
        return new Because(ground.finding().rule(), ground.findingId());
    }

    /// Those known first; what a rule raised later takes the place of what it raised before.
    static List<Because> joined(List<Because> known, List<Because> more) {
        var all = new ArrayList<>(known);
        for (var one : more) {
            all.removeIf(
                    each -> each.rule().equals(one.rule()) && one.findingId().isPresent());
            if (all.stream().noneMatch(each -> each.rule().equals(one.rule()))) {
                all.add(one);
            }
        }
        return List.copyOf(all);
    }
}
