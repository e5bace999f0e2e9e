package care.sacrum.session.adherence.calculation;

import care.sacrum.session.adherence.calculation.Facts.Excuse;
import care.sacrum.session.adherence.calculation.Facts.Hold;
import care.sacrum.session.adherence.calculation.Facts.Kind;
import care.sacrum.session.adherence.calculation.Facts.Pause;
import care.sacrum.session.adherence.calculation.Facts.Plan;
import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Told;
import care.sacrum.session.adherence.calculation.Facts.Version;
import care.sacrum.session.adherence.calculation.Facts.Work;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A patient's weeks, told as prose. Times are of the clock where the patient is.
final class Life {

    private ZoneId zone;
    private final ZoneId homeZone;
    private final Map<String, List<Version>> plans = new LinkedHashMap<>();
    private final List<Excuse> excuses = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Told> reports = new ArrayList<>();
    private final Map<String, UUID> ids = new HashMap<>();

    private Life(ZoneId zone) {
        this.zone = zone;
        this.homeZone = zone;
    }

    static Life in(String zone) {
        return new Life(ZoneId.of(zone));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Life travelsTo(String zone) {
        this.zone = ZoneId.of(zone);
        return this;
    }

    Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(zone).toInstant();
    }

    Asked isPrescribed(String name) {
        return new Asked(name);
    }

    /// A version of a prescription, recorded on the morning of its first day unless said otherwise.
    final class Asked {
        private final String name;
        private String programme = "gentle-start";
        private LocalDate start = LocalDate.parse("2026-02-02");
        private Optional<LocalDate> end = Optional.empty();
        private Optional<String> recorded = Optional.empty();
        private int times = 1;
        private Set<DayOfWeek> weekdays = Set.of();
        private final List<Pause> pauses = new ArrayList<>();
        private final List<Dose> doses = new ArrayList<>();

        private Asked(String name) {
            this.name = name;
        }

        Asked of(String programme) {
            this.programme = programme;
            return this;
        }

        Asked from(String day) {
            start = LocalDate.parse(day);
            return this;
        }

        Asked to(String day) {
            end = Optional.of(LocalDate.parse(day));
            return this;
        }

        Asked recordedAt(String localTime) {
            recorded = Optional.of(localTime);
            return this;
        }

        Asked timesADay(int times) {
            this.times = times;
            return this;
        }

        Asked pausedFrom(String day, String resumedOn) {
            pauses.add(new Pause(LocalDate.parse(day), Optional.of(LocalDate.parse(resumedOn))));
            return this;
        }

        Asked of(Dose... doses) {
            this.doses.addAll(List.of(doses));
            return this;
        }

        Life on(DayOfWeek... days) {
            weekdays = Set.of(days);
            return add(days.length);
        }

        Life daily() {
            return add(7);
        }

        Life onAny(int daysAWeek) {
            return add(daysAWeek);
        }

        private Life add(int daysAWeek) {
            var versions = plans.computeIfAbsent(name, _ -> new ArrayList<>());
            versions.add(new Version(
                    versions.size() + 1,
                    recorded.map(Life.this::at).orElseGet(() -> at(start + "T08:00")),
                    programme,
                    start,
                    end,
                    times,
                    daysAWeek,
                    weekdays.isEmpty() ? Set.of() : EnumSet.copyOf(weekdays),
                    pauses,
                    doses));
            return Life.this;
        }
    }

    Life isExcused(String from, String to) {
        excuses.add(new Excuse(
                id("excuse " + excuses.size()),
                LocalDate.parse(from),
                LocalDate.parse(to),
                "illness",
                false,
                at(from + "T07:00"),
                Optional.empty()));
        return this;
    }

    Life isOnHold(String from, String to) {
        holds.add(new Hold(id("hold " + holds.size()), at(from), Optional.of(at(to))));
        return this;
    }

    /// A session that says nothing of exercises and arrives five minutes later.
    Life exercises(String... times) {
        for (var time : times) {
            tell(time, time, Kind.SESSION, Optional.empty(), Optional.empty(), false);
        }
        return this;
    }

    /// A session that the practice types in at another time than it was observed.
    Life exercisesAndHasItTypedIn(String time, String typedIn) {
        return tell(time, typedIn, true, Kind.SESSION, Optional.empty(), Optional.empty(), false);
    }

    Life does(String time, Work... works) {
        return tell(time, time, Kind.SESSION, Optional.empty(), Optional.of(List.of(works)), false);
    }

    /// Of the latest report.
    Life hurts(double before, double after) {
        return hurts(new Pain(before, after, null));
    }

    /// Of the latest report.
    Life hurts(Pain pain) {
        var told = reports.removeLast();
        reports.add(new Told(
                told.id(),
                told.kind(),
                told.localDay(),
                told.observedAt(),
                told.zone(),
                told.receivedAt(),
                told.onBehalf(),
                told.corrects(),
                told.exercises(),
                told.restDay(),
                pain));
        return this;
    }

    /// Arrives at another time than it was observed.
    Life exercisesAndSends(String time, String sent) {
        return tell(time, sent, Kind.SESSION, Optional.empty(), Optional.empty(), false);
    }

    Life corrects(String original, String time, Work... works) {
        return tell(
                time,
                time,
                Kind.CORRECTION,
                Optional.of(ids.getOrDefault(original, id(original))),
                Optional.of(List.of(works)),
                false);
    }

    Life rests(String time) {
        return tell(time, time, Kind.CHECK_IN, Optional.empty(), Optional.empty(), true);
    }

    /// A session that tells of a day of rest.
    Life restsInsteadOfExercising(String time) {
        return tell(time, time, Kind.SESSION, Optional.empty(), Optional.empty(), true);
    }

    Life checksIn(String time) {
        return tell(time, time, Kind.CHECK_IN, Optional.empty(), Optional.empty(), false);
    }

    Life checksInInTheMorning(String time) {
        return tell(time, time, Kind.MORNING_CHECK_IN, Optional.empty(), Optional.empty(), false);
    }

    private Life tell(
            String time, String sent, Kind kind, Optional<UUID> corrects, Optional<List<Work>> works, boolean rest) {
        return tell(time, sent, false, kind, corrects, works, rest);
    }

    private Life tell(
            String time,
            String sent,
            boolean onBehalf,
            Kind kind,
            Optional<UUID> corrects,
            Optional<List<Work>> works,
            boolean rest) {
        var id = id(kind + " " + time + " " + zone);
        ids.put(time, id);
        reports.add(new Told(
                id,
                kind,
                LocalDateTime.parse(time).toLocalDate(),
                at(time),
                zone,
                at(sent).plusSeconds(300),
                onBehalf,
                corrects,
                works,
                rest ? Boolean.TRUE : null,
                Pain.UNTOLD));
        return this;
    }

    Facts facts() {
        return new Facts(
                homeZone,
                plans.entrySet().stream()
                        .map(plan -> new Plan(id(plan.getKey()), plan.getValue()))
                        .toList(),
                excuses,
                holds,
                reports);
    }

    Day day(String day) {
        return Diary.of(facts())
                .days(LocalDate.parse(day), LocalDate.parse(day))
                .getFirst();
    }

    List<Day> days(String from, String to) {
        return Diary.of(facts()).days(LocalDate.parse(from), LocalDate.parse(to));
    }

    /// One word a day, as it stands at that time.
    List<Status> seenAt(String time, String from, String to) {
        var known = facts().asKnownAt(at(time));
        var standing = Standing.of(known, at(time));
        return Diary.of(known).days(LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(day -> Status.of(day, standing))
                .toList();
    }

    Figure figureAt(String time, String from, String to) {
        var known = facts().asKnownAt(at(time));
        return Diary.figure(
                Diary.of(known).days(LocalDate.parse(from), LocalDate.parse(to)), Standing.of(known, at(time)));
    }

    static Dose dose(String exercise, int sets, int repetitions) {
        return new Dose(exercise, sets, repetitions, null, false);
    }

    static Dose stretch(String exercise, int holdSeconds) {
        return new Dose(exercise, 1, null, holdSeconds, true);
    }

    static Work work(String exercise, int sets, int repetitions) {
        return new Work(exercise, sets, repetitions, null, Side.BOTH);
    }

    static Work held(String exercise, int seconds, Side side) {
        return new Work(exercise, null, null, 1000 * seconds, side);
    }
}
