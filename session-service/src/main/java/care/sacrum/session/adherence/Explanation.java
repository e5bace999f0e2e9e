package care.sacrum.session.adherence;

import care.sacrum.session.adherence.ExplanationView.DoseView;
import care.sacrum.session.adherence.ExplanationView.ExcusedBy;
import care.sacrum.session.adherence.ExplanationView.ExerciseView;
import care.sacrum.session.adherence.ExplanationView.ExplainedDay;
import care.sacrum.session.adherence.ExplanationView.HeldBy;
import care.sacrum.session.adherence.ExplanationView.PainTold;
import care.sacrum.session.adherence.ExplanationView.PartView;
import care.sacrum.session.adherence.ExplanationView.PauseView;
import care.sacrum.session.adherence.ExplanationView.PlaceView;
import care.sacrum.session.adherence.ExplanationView.SessionView;
import care.sacrum.session.adherence.ExplanationView.StreakView;
import care.sacrum.session.adherence.ExplanationView.TrendView;
import care.sacrum.session.adherence.ExplanationView.VersionView;
import care.sacrum.session.adherence.ExplanationView.WeekPart;
import care.sacrum.session.adherence.calculation.Day;
import care.sacrum.session.adherence.calculation.Facts;
import care.sacrum.session.adherence.calculation.Facts.Version;
import care.sacrum.session.adherence.calculation.Figure;
import care.sacrum.session.adherence.calculation.Rolling;
import care.sacrum.session.adherence.calculation.Standing;
import care.sacrum.session.adherence.calculation.Status;
import care.sacrum.session.adherence.calculation.Streak;
import care.sacrum.session.adherence.calculation.Trend;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Why days are what they are, of facts and a standing that do not change while it is told.
final class Explanation {

    private final Facts facts;
    private final Standing standing;
    private final Map<Named, Version> versions = new HashMap<>();

    private record Named(UUID prescription, long version) {}

    /// @param facts as known at the moment of the standing
    Explanation(Facts facts, Standing standing) {
        this.facts = facts;
        this.standing = standing;
        facts.plans()
                .forEach(plan -> plan.versions()
                        .forEach(version -> versions.put(new Named(plan.prescription(), version.number()), version)));
    }

    /// What the prescriptions of these days ask for, each version once.
    List<VersionView> asked(List<Day> days) {
        return days.stream()
                .flatMap(day -> day.parts().stream())
                .map(part -> new Named(part.prescription(), part.version()))
                .distinct()
                .map(named -> view(named, version(named)))
                .toList();
    }

    private Version version(Named named) {
        var version = versions.get(named);
        if (version == null) {
            throw new IllegalStateException("A day names a version that is known");
        }
        return version;
    }

    private static VersionView view(Named named, Version version) {
        return new VersionView(
                named.prescription,
                named.version,
                version.recordedAt(),
                version.programme(),
                version.start(),
                version.end(),
                version.timesADay(),
                version.daysAWeek(),
                version.weekdays().stream().sorted().map(Wording::word).toList(),
                version.exercises().stream()
                        .map(dose -> new DoseView(
                                dose.exercise(),
                                Optional.ofNullable(dose.sets()),
                                Optional.ofNullable(dose.repetitions()),
                                Optional.ofNullable(dose.holdSeconds()),
                                dose.eachSide()))
                        .toList());
    }

    ExplainedDay of(Day day) {
        return new ExplainedDay(
                day.day(),
                Wording.word(Status.of(day, standing)),
                day.parts().stream().map(part -> of(day, part)).toList(),
                day.sessions().stream().map(Explanation::of).toList(),
                day.rest(),
                PainView.of(day.pain()),
                day.pains().stream()
                        .map(told -> new PainTold(told.report(), PainView.of(told.pain())))
                        .toList(),
                Standing.heardAfter(day.day(), facts),
                facts.excuses().stream()
                        .filter(excuse -> excuse.holds(day.day()))
                        .map(excuse -> new ExcusedBy(
                                excuse.id(),
                                excuse.reason(),
                                excuse.byStaff() ? "staff" : "patient",
                                excuse.recordedAt()))
                        .toList(),
                facts.holds().stream()
                        .filter(hold -> hold.holds(day.day(), facts.homeZone()))
                        .map(hold -> new HeldBy(hold.id(), hold.heldAt(), hold.releasedAt()))
                        .toList());
    }

    private PartView of(Day day, Day.Part part) {
        var unfilled = standing.unfilledOn(day.day());
        var version = version(new Named(part.prescription(), part.version()));
        return new PartView(
                part.prescription(),
                part.version(),
                Wording.word(part.why()),
                Wording.of(part),
                part.week().map(week -> new WeekPart(week.days(), week.gone(), week.daysLeft())),
                part.why() == Day.Why.PAUSED ? pauseOn(day.day(), part.prescription()) : Optional.empty(),
                part.why() == Day.Why.REPLACED ? replacing(day, part.prescription()) : Optional.empty(),
                part.expected(),
                part.filled(),
                part.places().stream().map(place -> of(place, version)).toList(),
                unfilled == Standing.Unfilled.MISSED ? part.unfilled() : 0,
                unfilled == Standing.Unfilled.NOT_YET_KNOWN ? part.unfilled() : 0,
                unfilled == Standing.Unfilled.OPEN ? part.unfilled() : 0);
    }

    /// By the latest version, which says it for days gone by as well.
    private Optional<PauseView> pauseOn(LocalDate day, UUID prescription) {
        return facts.plans().stream()
                .filter(plan -> plan.prescription().equals(prescription))
                .flatMap(plan -> plan.versions().getLast().pauses().stream())
                .filter(pause -> pause.holds(day))
                .map(pause -> new PauseView(pause.from(), pause.resumedOn()))
                .findFirst();
    }

    private Optional<UUID> replacing(Day day, UUID prescription) {
        return day.parts().stream()
                .filter(part -> part.why() != Day.Why.REPLACED)
                .map(Day.Part::prescription)
                .filter(other -> programme(other).equals(programme(prescription)))
                .findFirst();
    }

    private String programme(UUID prescription) {
        return facts.plans().stream()
                .filter(plan -> plan.prescription().equals(prescription))
                .map(plan -> plan.versions().getLast().programme())
                .findFirst()
                .orElse("");
    }

    /// @param days from the first that any prescription covers
    StreakView streak(List<Day> days) {
        var streak = Streak.of(days, standing);
        return new StreakView(
                streak.current(),
                streak.longest(),
                days.stream()
                        .filter(day -> Figure.of(day, standing).missed() > 0)
                        .map(Day::day)
                        .reduce((_, later) -> later));
    }

    TrendView trend(List<Day> days) {
        var rolling = Rolling.of(days, standing);
        var today = standing.today();
        return new TrendView(
                Wording.word(rolling.trendOn(today)),
                FigureView.of(rolling.upTo(today, Trend.DAYS)),
                FigureView.of(rolling.upTo(today.minusDays(Trend.DAYS), Trend.DAYS)));
    }

    private static PlaceView of(Day.Place place, Version version) {
        return new PlaceView(
                place.share(),
                place.reports(),
                place.works()
                        .map(works -> version.exercises().stream()
                                .map(dose -> new ExerciseView(
                                        dose.exercise(), dose.share(works), DoseWording.of(dose, works)))
                                .toList())
                        .orElse(List.of()));
    }

    private static SessionView of(Day.Logged session) {
        return new SessionView(
                session.report(),
                session.observedAt(),
                session.zone().getId(),
                session.receivedAt(),
                session.correctedBy(),
                Wording.word(session.became()),
                Wording.of(session),
                Optional.ofNullable(session.prescription()),
                session.share());
    }
}
