package care.sacrum.triage.rules;

import java.util.List;
import java.util.Set;

/// Truth has three values: an unanswered question is not "fine".
sealed interface Truth {

    /// @param grounds the reports it rests on; none where a fact about the patient says enough
    /// @param facts   what is known of the patient that it rests on
    record Yes(List<Ground> grounds, List<Fact> facts) implements Truth {
        Yes(List<Ground> grounds) {
            this(grounds, List.of());
        }
    }

    record No() implements Truth {}

    /// @param missing the codes, or scores, nobody answered
    record Unknown(Set<String> missing) implements Truth {}

    Truth NO = new No();
    Truth YES = new Yes(List.of(), List.of());

    static Truth of(boolean fact) {
        return fact ? YES : NO;
    }

    /// What a report contributes to a finding. It is put into words only for the reports that are named.
    ///
    /// @param keys what it adds to the finding's identity
    /// @param began the day the trouble it tells of began
    record Ground(String reportId, int day, Said says, List<String> keys, int began) {
        static Ground of(Sighting sighting) {
            return new Ground(
                    sighting.reportId, sighting.day, new Said.Sign(sighting), sighting.keys(), sighting.began());
        }
    }
}
