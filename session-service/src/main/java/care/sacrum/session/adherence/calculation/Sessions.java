package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Facts.Kind;
import care.sacrum.session.adherence.calculation.Facts.Told;
import care.sacrum.session.adherence.calculation.Facts.Work;
import care.sacrum.session.dating.UncertainDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was reported, corrections put in their place, by local day.
///
/// A correction stands at the day of what it corrects. The latest one that names exercises says what was done, the
/// latest that tells a pain that pain. One whose original is not here says nothing yet.
final class Sessions {

    /// @param works absent where nobody said what was done
    record Session(Told told, Optional<List<Work>> works, Optional<UUID> correctedBy) {
        static final Comparator<Session> AS_OBSERVED = Comparator.comparing(
                        (Session session) -> session.told.observedAt())
                .thenComparing(session -> session.told.id());
    }

    private final Map<LocalDate, List<Session>> certain = new HashMap<>();
    private final Map<LocalDate, List<Session>> uncertain = new HashMap<>();
    private final Map<LocalDate, List<Session>> resting = new HashMap<>();
    private final Set<LocalDate> rests = new HashSet<>();
    private final Map<LocalDate, List<Day.PainTold>> pains = new HashMap<>();

    Sessions(List<Told> reports) {
        var byId = new HashMap<UUID, Told>();
        reports.forEach(told -> byId.put(told.id(), told));
        var corrections = new HashMap<UUID, List<Told>>();
        for (var told : reports) {
            if (told.kind() == Kind.CORRECTION) {
                rootOf(told, byId)
                        .ifPresent(root -> corrections
                                .computeIfAbsent(root, _ -> new ArrayList<>())
                                .add(told));
            }
        }
        for (var told : reports) {
            if (told.kind() != Kind.CORRECTION) {
                place(told, corrections.getOrDefault(told.id(), List.of()));
            }
        }
        certain.values().forEach(ofDay -> ofDay.sort(Session.AS_OBSERVED));
        resting.values().forEach(ofDay -> ofDay.sort(Session.AS_OBSERVED));
        uncertain.values().forEach(ofDay -> ofDay.sort(Session.AS_OBSERVED));
        pains.values().forEach(ofDay -> ofDay.sort(Day.PainTold.AS_OBSERVED));
    }

    private void place(Told told, List<Told> corrections) {
        var works = told.exercises();
        var correctedBy = Optional.<UUID>empty();
        @Nullable Boolean rest = told.restDay();
        var pain = told.pain();
        for (var correction : inOrder(told, corrections)) {
            if (correction.exercises().isPresent()) {
                works = correction.exercises();
                correctedBy = Optional.of(correction.id());
            }
            if (correction.restDay() != null) {
                rest = correction.restDay();
            }
            pain = pain.correctedBy(correction.pain());
        }
        boolean rested = Boolean.TRUE.equals(rest)
                && works.filter(done -> !done.isEmpty()).isEmpty();
        if (UncertainDate.is(told.observedAt(), told.receivedAt())) {
            if (told.kind() == Kind.SESSION) {
                add(uncertain, new Session(told, works, correctedBy));
            }
            return;
        }
        if (rested) {
            rests.add(told.localDay());
        }
        if (told.kind() == Kind.SESSION) {
            add(rested ? resting : certain, new Session(told, works, correctedBy));
            tell(told.localDay(), told, pain);
        } else {
            // Said on the morning after, it belongs to the day before.
            tell(told.localDay().minusDays(1), told, pain.ofTheMorningAfter(told.kind() == Kind.MORNING_CHECK_IN));
        }
    }

    private void tell(LocalDate day, Told told, Pain pain) {
        if (!pain.equals(Pain.UNTOLD)) {
            pains.computeIfAbsent(day, _ -> new ArrayList<>())
                    .add(new Day.PainTold(told.id(), told.observedAt(), pain));
        }
    }

    private static void add(Map<LocalDate, List<Session>> to, Session session) {
        to.computeIfAbsent(session.told.localDay(), _ -> new ArrayList<>()).add(session);
    }

    private static List<Told> inOrder(Told original, List<Told> corrections) {
        return corrections.stream()
                .sorted(Comparator.comparing((Told correction) -> moment(original, correction))
                        .thenComparing(Told::receivedAt)
                        .thenComparing(Told::id))
                .toList();
    }

    /// The moment of correcting, as triage takes it.
    private static Instant moment(Told original, Told correction) {
        return correction.observedAt().isAfter(original.observedAt())
                ? correction.observedAt()
                : correction.receivedAt();
    }

    /// The report that a correction, or a correction of a correction, is about.
    private static Optional<UUID> rootOf(Told correction, Map<UUID, Told> reports) {
        var seen = new HashSet<UUID>();
        var at = correction;
        while (at != null && at.kind() == Kind.CORRECTION && seen.add(at.id())) {
            at = at.corrects().map(reports::get).orElse(null);
        }
        return at == null || at.kind() == Kind.CORRECTION ? Optional.empty() : Optional.of(at.id());
    }

    List<Session> on(LocalDate day) {
        return certain.getOrDefault(day, List.of());
    }

    /// Those that tell of a day of rest, and of nothing that was done.
    List<Session> restingOn(LocalDate day) {
        return resting.getOrDefault(day, List.of());
    }

    List<Session> uncertainOn(LocalDate day) {
        return uncertain.getOrDefault(day, List.of());
    }

    boolean restOn(LocalDate day) {
        return rests.contains(day);
    }

    /// Around the sessions of that day; of a day without any, nothing.
    List<Day.PainTold> painsOn(LocalDate day) {
        return certain.containsKey(day) || resting.containsKey(day) ? pains.getOrDefault(day, List.of()) : List.of();
    }
}
