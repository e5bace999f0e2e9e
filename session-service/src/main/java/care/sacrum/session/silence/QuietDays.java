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

    /// How long it is quiet.
    ///
    /// @param days       of the patient's own calendar, today among them
    /// @param missedADay something had to be done on one of them before today, or else they make no silence
    public record Quiet(int days, boolean missedADay) {}

    /// Nobody is there of whom nothing is expected at present.
    public Map<Whose, Quiet> of(Collection<Whose> all, Instant now) {
        var days = new HashMap<Whose, Quiet>();
        watches.counted(keys(all), now)
                .forEach((key, counted) -> Silence.quietDays(counted, now)
                        .ifPresent(quiet -> days.put(
                                new Whose(key.practice(), key.patient()),
                                new Quiet(quiet.days(), quiet.dueOn().isPresent()))));
        return days;
    }

    /// Looks at them soon: what is expected of them, or how the plan was followed, may be another.
    ///
    /// @param lapsed of these only those of whom a lapse lasts, since it may be over
    public void lookSoonAt(Collection<Whose> all, Collection<Whose> lapsed, Instant now) {
        if (!all.isEmpty() || !lapsed.isEmpty()) {
            watches.lookSoonAt(keys(all), keys(lapsed), now);
        }
    }

    private static List<PatientKey> keys(Collection<Whose> all) {
        return all.stream()
                .map(whose -> new PatientKey(whose.practice, whose.patient))
                .toList();
    }

    /// How many of them make a silence in this practice, which must be there.
    public int thatMakeASilence(UUID practice) {
        return watches.terms(List.of(practice)).get(practice).thresholds().silentAfterDays();
    }
}
