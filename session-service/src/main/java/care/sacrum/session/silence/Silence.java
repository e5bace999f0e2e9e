package care.sacrum.session.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a patient has gone quiet, decided purely.
///
/// Two times are told apart everywhere. What was *observed* last says up to when the patient has told us
/// anything; what was *received* last says when the phone was last in touch. A phone that syncs and brings
/// nothing of the last days makes the silence certain; one that does not sync leaves it open what it holds.
///
/// A silence ends by a report that tells of the last days, and of something newer than what was known when it
/// was told, whoever hands it in. A late upload of earlier days, or an old diary that is typed in, tells of
/// nobody since. A pause of the plan, or excused days, end it too: somebody knows why nothing comes. The days are
/// then counted anew, from that day on; after a report they are counted from what it tells of.
final class Silence {

    private static final String ACTIVE = "active";

    /// Longer ago makes no difference.
    private static final int MOST_DAYS_COUNTED = 400;

    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofDays(1);

    /// What a patient told before being recorded here may be on its way.
    private static final Duration COUNTS_AS_NEW = Duration.ofMinutes(10);

    private static final Duration LOOK_AT_THE_NEW_EVERY = Duration.ofSeconds(10);

    private Silence() {}

    /// What a patient has told so far.
    ///
    /// @param reports    how many there are, by whomever they were handed in
    /// @param observed   the newest observation, never later than its receipt
    /// @param synced     the newest receipt of the patient's own: when the phone was last in touch
    /// @param handedIn   the newest receipt, by whomever
    /// @param sessionDay the local day of the newest session
    record Told(
            int reports,
            Optional<Instant> observed,
            Optional<Instant> synced,
            Optional<Instant> handedIn,
            Optional<LocalDate> sessionDay) {
        static final Told NOTHING = new Told(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What was said before.
    ///
    /// @param raisedAt    when the silence that still lasts was told
    /// @param observed    the newest observation that was known then
    /// @param countedFrom days before are of no account: a pause ended a silence then, or the patient is
    ///                    treated again since
    record Before(Optional<Instant> raisedAt, Optional<Instant> observed, Optional<Instant> countedFrom) {
        static final Before NOTHING = new Before(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// @param status   of the patient's record
    /// @param enrolled when the patient was recorded here, before which nobody can have told anything
    /// @param home     days are counted where the patient lives
    /// @param onHold   after a red flag: nothing is to be done, and all the more to be heard
    record Facts(String status, Instant enrolled, ZoneId home, Plans plans, boolean onHold, Told told, Before before) {
        LocalDate dayOf(Instant instant) {
            return instant.atZone(home).toLocalDate();
        }

        Counted counted() {
            return new Counted(status, enrolled, home, plans, told.observed, before.countedFrom);
        }

        Lapse.Plan plan(Instant now) {
            var today = dayOf(now);
            boolean runs = plans.runOn(today);
            return new Lapse.Plan(runs && !onHold, runs && onHold || plans.pausedOn(today));
        }
    }

    /// What quiet days are counted from: of the facts, those that this takes.
    record Counted(
            String status,
            Instant enrolled,
            ZoneId home,
            Plans plans,
            Optional<Instant> observed,
            Optional<Instant> countedFrom) {

        LocalDate dayOf(Instant instant) {
            return instant.atZone(home).toLocalDate();
        }

        LocalDate quietSince() {
            return Stream.of(
                            // Of its first day something may be told, or not.
                            plans.begun().map(first -> first.minusDays(1)),
                            Optional.of(observed.orElse(enrolled)).map(this::dayOf),
                            countedFrom.map(this::dayOf))
                    .flatMap(Optional::stream)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
        }
    }

    /// How long it is quiet.
    ///
    /// @param since the last day of which anything is known, or from which on it is counted
    /// @param days  days since then on which a plan ran, today among them
    /// @param dueOn the first of them on which something had to be done and nothing was told, today not among them;
    ///              absent: whoever follows the plans may have had nothing to tell, which makes no silence
    record Gap(LocalDate since, int days, Optional<LocalDate> dueOn) {
        boolean makeASilence(int silentAfterDays) {
            return days >= silentAfterDays && dueOn.isPresent();
        }
    }

    /// How quiet it is.
    ///
    /// @param neverHeard nothing was ever told
    /// @param synced     the phone was in touch within the days that make a silence, or since it was told,
    ///                   and brought nothing of them
    record Quiet(Gap gap, boolean neverHeard, boolean synced) {}

    /// How a patient stands, whatever was said of it.
    sealed interface Standing {

        /// Nothing is expected: the patient is not treated at present, or no plan runs.
        record NotCounted() implements Standing {}

        record Heard(Quiet quiet) implements Standing {}

        record Silent(Quiet quiet) implements Standing {}
    }

    static Standing standing(Facts facts, int silentAfterDays, Instant now) {
        var days = quietDays(facts.counted(), now);
        if (days.isEmpty()) {
            return new Standing.NotCounted();
        }
        boolean sinceItWasTold = facts.told
                .synced
                .filter(at -> facts.before.raisedAt.filter(at::isAfter).isPresent())
                .isPresent();
        boolean synced = sinceItWasTold || isOfTheLastDays(facts.told.synced, facts, silentAfterDays, now);
        var quiet = new Quiet(days.get(), facts.told.reports == 0, synced);
        return days.get().makeASilence(silentAfterDays) ? new Standing.Silent(quiet) : new Standing.Heard(quiet);
    }

    /// Absent where nothing is expected: the patient is not treated at present, or no plan runs today.
    static Optional<Gap> quietDays(Counted of, Instant now) {
        var today = of.dayOf(now);
        if (!of.status.equals(ACTIVE) || !of.plans.runOn(today)) {
            return Optional.empty();
        }
        var since = of.quietSince();
        var earliest = today.minusDays(MOST_DAYS_COUNTED);
        var counted = since.isBefore(earliest) ? earliest : since;
        int days = 0;
        for (var day = today; day.isAfter(counted); day = day.minusDays(1)) {
            days += of.plans.runOn(day) ? 1 : 0;
        }
        return Optional.of(new Gap(since, days, of.plans.firstDueAfter(counted, today)));
    }

    /// What is to be done now.
    sealed interface Decision {

        /// Nothing is to be told; nothing can change before that instant, unless somebody reports or is
        /// recorded anew.
        record Wait(Instant until) implements Decision {}

        /// Told to the practice, once.
        record Raise(Quiet quiet) implements Decision {}

        /// The patient is heard from again.
        record Return() implements Decision {}

        /// Nothing is expected for the time being: the plan is paused, or its days are excused. Told at once, since
        /// it takes work away.
        record Paused() implements Decision {}

        /// Ends without a word: nobody waits for this patient any more.
        record Drop() implements Decision {}
    }

    static Decision decide(Facts facts, int silentAfterDays, WorkingHours hours, Instant now) {
        if (facts.before.raisedAt.isPresent()) {
            return ofASilence(facts, silentAfterDays, now);
        }
        return switch (standing(facts, silentAfterDays, now)) {
            case Standing.NotCounted() -> new Decision.Wait(nextDay(facts, hours, now));
            case Standing.Heard _ when justEnrolled(facts, now) -> new Decision.Wait(now.plus(LOOK_AT_THE_NEW_EVERY));
            case Standing.Heard _ -> new Decision.Wait(nextDay(facts, hours, now));
            case Standing.Silent(Quiet quiet) ->
                hours.isOpen(now) ? new Decision.Raise(quiet) : new Decision.Wait(hours.openFrom(now));
        };
    }

    private static Decision ofASilence(Facts facts, int silentAfterDays, Instant now) {
        if (!facts.status.equals(ACTIVE)) {
            return new Decision.Drop();
        }
        boolean newer = facts.told
                .observed
                .filter(at -> facts.before
                        .observed
                        .filter(known -> !at.isAfter(known))
                        .isEmpty())
                .isPresent();
        if (newer && isOfTheLastDays(facts.told.observed, facts, silentAfterDays, now)) {
            return new Decision.Return();
        }
        return facts.plans.pausedOn(facts.dayOf(now))
                ? new Decision.Paused()
                : new Decision.Wait(now.plus(LOOK_AT_LEAST_EVERY));
    }

    private static boolean isOfTheLastDays(Optional<Instant> at, Facts facts, int silentAfterDays, Instant now) {
        var today = facts.dayOf(now);
        return at.map(facts::dayOf)
                .filter(day -> ChronoUnit.DAYS.between(day, today) < silentAfterDays)
                .isPresent();
    }

    private static boolean justEnrolled(Facts facts, Instant now) {
        return facts.told.reports == 0 && now.isBefore(facts.enrolled.plus(COUNTS_AS_NEW));
    }

    /// Days are counted anew where the patient's day begins, and told when somebody is there.
    private static Instant nextDay(Facts facts, WorkingHours hours, Instant now) {
        return hours.openFrom(
                facts.dayOf(now).plusDays(1).atStartOfDay(facts.home).toInstant());
    }
}
