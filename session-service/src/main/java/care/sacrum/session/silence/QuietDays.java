package care.sacrum.session.silence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// For how many days patients were not heard from, for whoever shows that beside other figures: what the list of
/// silent patients says, by the same code.
@Singleton
public class QuietDays {

    private final SignalWatches watches;

    QuietDays(SignalWatches watches) {
        this.watches = watches;
    }

    /// A patient of a practice.
    public record Whose(UUID practice, UUID patient) {}

    /// Days of the patient's own calendar, today among them. Nobody is there of whom nothing is expected at present.
    public Map<Whose, Integer> of(Collection<Whose> all, Instant now) {
        var keys = all.stream()
                .map(whose -> new PatientKey(whose.practice, whose.patient))
                .toList();
        var days = new HashMap<Whose, Integer>();
        watches.counted(keys, now)
                .forEach((key, counted) -> Silence.quietDays(counted, now)
                        .ifPresent(quiet -> days.put(new Whose(key.practice(), key.patient()), quiet)));
        return days;
    }

    /// How many of them make a silence in this practice, which must be there.
    public int thatMakeASilence(UUID practice) {
        return watches.terms(List.of(practice)).get(practice).thresholds().silentAfterDays();
    }
}
