package care.sacrum.session.silence;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.silence.Plans.Pause;
import care.sacrum.session.silence.Plans.Plan;
import care.sacrum.session.silence.Silence.Before;
import care.sacrum.session.silence.Silence.Decision;
import care.sacrum.session.silence.Silence.Facts;
import care.sacrum.session.silence.Silence.Gap;
import care.sacrum.session.silence.Silence.Quiet;
import care.sacrum.session.silence.Silence.Standing;
import care.sacrum.session.silence.Silence.Told;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingHours USUAL_HOURS = WorkingHours.of(LONDON, List.of(), Set.of());
    private static final int AFTER_DAYS = 5;
    private static final long SEED = 20261125;
    private static final int LIVES = 10_000;
    private static final int MOST_LOOKS = 200;
    private static final Instant ENROLLED = Instant.parse("2026-01-01T00:00:00Z");

    /// A Wednesday.
    private static final Instant NOON = at("2026-02-11T12:00:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    private static LocalDate day(int ofFebruary) {
        return LocalDate.of(2026, 2, ofFebruary);
    }

    private static Plan daily(LocalDate first, @Nullable LocalDate last, List<Pause> pauses) {
        return new Plan("strength", first, last, Set.of(), 7, pauses);
    }

    private static Plans planFrom(int ofFebruary) {
        return new Plans(List.of(from(day(ofFebruary))));
    }

    private static Plan from(LocalDate first) {
        return daily(first, null, List.of());
    }

    /// From the day after on a plan of every day was not followed.
    private static Quiet quiet(LocalDate since, int days, boolean neverHeard, boolean synced) {
        return new Quiet(new Gap(since, days, Optional.of(since.plusDays(1))), neverHeard, synced);
    }

    private static Told told(String observed, String received) {
        return told(7, at(observed), at(received));
    }

    private static Told told(int reports, Instant observed, Instant received) {
        return new Told(reports, Optional.of(observed), Optional.of(received), Optional.of(received), Optional.empty());
    }

    /// Seven reports by the patient, the last of them on the 3rd; and one that a clinician typed in on the 15th.
    private static Told typedIn(String observed) {
        var own = at("2026-02-03T18:00:00");
        var typed = at(observed);
        return new Told(
                8,
                Optional.of(typed.isAfter(own) ? typed : own),
                Optional.of(own),
                Optional.of(at("2026-02-15T02:59:00")),
                Optional.empty());
    }

    private static Facts facts(Told told, Before before, Plan... plans) {
        return new Facts("active", ENROLLED, LONDON, new Plans(List.of(plans)), false, told, before);
    }

    private static Decision decide(Facts facts, Instant now) {
        return Silence.decide(facts, AFTER_DAYS, USUAL_HOURS, now);
    }

    @Test
    void nothingToldForFiveDaysIsASilenceAndForFourIsNot() {
        var told = told("2026-02-06T23:59:00", "2026-02-06T23:59:30");

        assertThat(decide(facts(told, Before.NOTHING, from(day(1))), NOON))
                .isEqualTo(new Decision.Raise(quiet(day(6), 5, false, false)));
        assertThat(decide(facts(told, Before.NOTHING, from(day(1))), at("2026-02-10T12:00:00")))
                .isInstanceOf(Decision.Wait.class);
    }

    @Test
    void itIsToldWhileSomebodyIsThereAndNotBefore() {
        var facts = facts(told("2026-02-02T09:00:00", "2026-02-02T09:00:00"), Before.NOTHING, from(day(1)));

        assertThat(decide(facts, at("2026-02-07T12:00:00")))
                .as("a Saturday")
                .isEqualTo(new Decision.Wait(at("2026-02-09T08:00:00")));
        assertThat(decide(facts, at("2026-02-09T07:59:59"))).isEqualTo(new Decision.Wait(at("2026-02-09T08:00:00")));
        assertThat(decide(facts, at("2026-02-09T08:00:00"))).isInstanceOf(Decision.Raise.class);
    }

    @Test
    void whoNeverReportedIsNeverHeardFromOnceThePlanHasRunSoLong() {
        assertThat(decide(facts(Told.NOTHING, Before.NOTHING, from(day(7))), NOON))
                .isEqualTo(new Decision.Raise(quiet(day(6), 5, true, false)));
        assertThat(decide(facts(Told.NOTHING, Before.NOTHING, from(day(8))), NOON))
                .isInstanceOf(Decision.Wait.class);
    }

    @Test
    void nobodyCanHaveReportedBeforeBeingEnrolledThoughThePlanBeganEarlier() {
        var enrolled = new Facts(
                "active", at("2026-02-08T10:00:00"), LONDON, planFrom(1), false, Told.NOTHING, Before.NOTHING);

        assertThat(Silence.standing(enrolled, AFTER_DAYS, NOON))
                .isEqualTo(new Standing.Heard(quiet(day(8), 3, true, false)));
    }

    @Test
    void whatWasToldBeforeTheEnrolmentMayBeOnItsWaySoTheNewAreLookedAtOften() {
        var enrolled = at("2026-02-11T11:59:00");
        var facts = new Facts("active", enrolled, LONDON, planFrom(1), false, Told.NOTHING, Before.NOTHING);

        assertThat(decide(facts, NOON)).isEqualTo(new Decision.Wait(NOON.plusSeconds(10)));
        assertThat(decide(facts, at("2026-02-11T12:09:00"))).isEqualTo(new Decision.Wait(at("2026-02-12T08:00:00")));
    }

    @Test
    void beforeTheFirstPlanStartsAndAfterTheLastHasEndedNothingIsExpected() {
        var ended = daily(LocalDate.of(2025, 12, 1), day(10), List.of());

        assertThat(Silence.standing(facts(Told.NOTHING, Before.NOTHING, from(day(12))), AFTER_DAYS, NOON))
                .isEqualTo(new Standing.NotCounted());
        assertThat(Silence.standing(facts(Told.NOTHING, Before.NOTHING, ended), AFTER_DAYS, NOON))
                .isEqualTo(new Standing.NotCounted());
        assertThat(Silence.standing(facts(Told.NOTHING, Before.NOTHING), AFTER_DAYS, NOON))
                .isEqualTo(new Standing.NotCounted());
    }

    @Test
    void daysOfAPauseAreNotQuietDays() {
        var paused = daily(day(1), null, List.of(new Pause(day(4), day(9))));
        var told = told("2026-02-03T09:00:00", "2026-02-03T09:00:00");

        assertThat(Silence.standing(facts(told, Before.NOTHING, paused), AFTER_DAYS, NOON))
                .isEqualTo(new Standing.Heard(new Quiet(new Gap(day(3), 3, Optional.of(day(9))), false, false)));
        var open = daily(day(1), null, List.of(new Pause(day(4), null)));
        assertThat(Silence.standing(facts(told, Before.NOTHING, open), AFTER_DAYS, NOON))
                .isEqualTo(new Standing.NotCounted());
    }

    @Test
    void anExcuseMakesNoFreeDayOneThatIsDue() {
        // Five of seven, away on the weekend: three are asked for, and are too many from Friday on.
        var monday = LocalDate.parse("2026-02-02");
        var away = List.of(new Pause(monday.plusDays(5), monday.plusDays(7)));
        var plans = new Plans(List.of(new Plan("strength", monday, null, Set.of(), 5, away)));

        assertThat(plans.firstDueAfter(monday.plusDays(1), monday.plusDays(7))).contains(monday.plusDays(4));
        assertThat(plans.firstDueAfter(monday.plusDays(2), monday.plusDays(7))).isEmpty();
    }

    @Test
    void aPauseEndsASilenceAtAnyHourAndTheEndOfAPlanDoesNot() {
        var told = told(7, at("2026-02-03T09:00:00"), at("2026-02-03T09:00:00"));
        var silent = silentSince("2026-02-10T12:00:00", "2026-02-03T09:00:00");
        var atNight = at("2026-02-11T03:00:00");

        assertThat(decide(facts(told, silent, daily(day(1), null, List.of(new Pause(day(11), null)))), atNight))
                .isEqualTo(new Decision.Paused());
        assertThat(decide(facts(told, silent, daily(day(1), null, List.of(new Pause(day(12), null)))), atNight))
                .as("tomorrow")
                .isInstanceOf(Decision.Wait.class);
        assertThat(decide(facts(told, silent, daily(day(1), day(10), List.of(new Pause(day(4), null)))), atNight))
                .as("a pause of a plan that is over")
                .isInstanceOf(Decision.Wait.class);
        assertThat(decide(facts(told, silent, daily(day(1), null, List.of(new Pause(day(4), null))), other()), atNight))
                .as("another plan runs")
                .isInstanceOf(Decision.Wait.class);
        assertThat(decide(
                        facts(
                                told(8, at("2026-02-11T02:00:00"), at("2026-02-11T02:00:00")),
                                silent,
                                daily(day(1), null, List.of(new Pause(day(11), null)))),
                        atNight))
                .as("a report came as well")
                .isEqualTo(new Decision.Return());
    }

    private static Plan other() {
        return new Plan("another", day(1), null, Set.of(), 7, List.of());
    }

    @Test
    void aPlanOfMondaysThatIsKeptMakesNoSilenceOnTheDaysBetween() {
        var mondays = new Plan("strength", day(1), null, Set.of(DayOfWeek.MONDAY), 1, List.of());
        var monday = told("2026-02-02T18:00:00", "2026-02-02T18:00:00");
        var facts = facts(monday, Before.NOTHING, mondays);

        assertThat(Silence.standing(facts, AFTER_DAYS, at("2026-02-07T12:00:00")))
                .as("a Saturday")
                .isEqualTo(new Standing.Heard(new Quiet(new Gap(day(2), 5, Optional.empty()), false, false)));
        assertThat(Silence.standing(facts, AFTER_DAYS, at("2026-02-09T23:59:00")))
                .as("the next Monday, on which it can still be done")
                .isInstanceOf(Standing.Heard.class);
        assertThat(Silence.standing(facts, AFTER_DAYS, at("2026-02-10T00:00:00")))
                .as("the day after")
                .isEqualTo(new Standing.Silent(new Quiet(new Gap(day(2), 8, Optional.of(day(9))), false, false)));
    }

    @Test
    void whoMayChooseTwoDaysOfAWeekIsSilentOnceTooFewAreLeftOfIt() {
        var twice = new Plan("strength", day(1), null, Set.of(), 2, List.of());
        var tuesday = facts(told("2026-02-03T18:00:00", "2026-02-03T18:00:00"), Before.NOTHING, twice);

        assertThat(Silence.standing(tuesday, AFTER_DAYS, at("2026-02-14T12:00:00")))
                .as("Saturday and Sunday would do")
                .isInstanceOf(Standing.Heard.class);
        assertThat(Silence.standing(tuesday, AFTER_DAYS, at("2026-02-15T00:00:00")))
                .as("only Sunday is left")
                .isEqualTo(new Standing.Silent(new Quiet(new Gap(day(3), 12, Optional.of(day(14))), false, false)));
    }

    @Test
    void ofTwoPlansOfOneProgrammeTheLaterSaysWhatIsToBeDone() {
        var daily = daily(day(1), null, List.of());
        var mondays = new Plan("strength", day(2), null, Set.of(DayOfWeek.MONDAY), 1, List.of());
        var others = new Plan("mobility", day(2), null, Set.of(DayOfWeek.MONDAY), 1, List.of());
        var monday = told("2026-02-02T18:00:00", "2026-02-02T18:00:00");
        var saturday = at("2026-02-07T12:00:00");

        assertThat(Silence.standing(facts(monday, Before.NOTHING, daily, mondays), AFTER_DAYS, saturday))
                .isInstanceOf(Standing.Heard.class);
        assertThat(Silence.standing(facts(monday, Before.NOTHING, mondays, daily), AFTER_DAYS, saturday))
                .isInstanceOf(Standing.Silent.class);
        assertThat(Silence.standing(facts(monday, Before.NOTHING, daily, others), AFTER_DAYS, saturday))
                .isInstanceOf(Standing.Silent.class);
    }

    /// Ten thousand patients who do what their plan asks, on days that they choose as far as it lets them, and stop
    /// one day.
    @Test
    void whoKeepsThePlanToTheLetterIsNeverSilentAndWhoStopsIsWithinTwoWeeks() {
        for (int life = 0; life < LIVES; life++) {
            var chance = new SplittableRandom(SEED + life);
            var weekdays = new HashSet<DayOfWeek>();
            int daysAWeek = chance.nextInt(1, 8);
            if (chance.nextBoolean()) {
                chance.ints(daysAWeek, 1, 8).forEach(day -> weekdays.add(DayOfWeek.of(day)));
            }
            var first = day(1).plusDays(chance.nextInt(7));
            var plan = new Plan("strength", first, null, weekdays, daysAWeek, List.of());
            var done = kept(chance, plan, first.plusWeeks(4));
            int silentAfterDays = chance.nextInt(2, 31);

            var last = first;
            for (var today = first; !today.isAfter(done.last()); today = today.plusDays(1)) {
                // At midnight, before today's exercises.
                assertThat(standing(plan, last, silentAfterDays, today))
                        .as("seed %d, life %d: %s, done %s, on %s", SEED, life, plan, done, today)
                        .isInstanceOf(Standing.Heard.class);
                last = done.contains(today) ? today : last;
            }
            assertThat(standing(plan, last, silentAfterDays, last.plusDays(Math.max(14, silentAfterDays))))
                    .as("seed %d, life %d: %s, done %s", SEED, life, plan, done)
                    .isInstanceOf(Standing.Silent.class);
        }
    }

    private static Standing standing(Plan plan, LocalDate heard, int silentAfterDays, LocalDate today) {
        var at = heard.atTime(20, 0).atZone(LONDON).toInstant();
        var told = told(1, at, at);
        return Silence.standing(
                facts(told, Before.NOTHING, plan),
                silentAfterDays,
                today.atStartOfDay(LONDON).toInstant());
    }

    private static TreeSet<LocalDate> kept(SplittableRandom chance, Plan plan, LocalDate until) {
        var done = new TreeSet<LocalDate>();
        // The patient is heard from on the day on which the plan begins.
        done.add(plan.first());
        for (var monday = plan.first().with(DayOfWeek.MONDAY); monday.isBefore(until); monday = monday.plusWeeks(1)) {
            var days = new ArrayList<>(monday.datesUntil(monday.plusWeeks(1))
                    .filter(day -> !day.isBefore(plan.first()))
                    .toList());
            if (!plan.weekdays().isEmpty()) {
                days.removeIf(day -> !plan.weekdays().contains(day.getDayOfWeek()));
                done.addAll(days);
                continue;
            }
            long asked = Math.round(plan.daysAWeek() * days.size() / 7.0);
            for (long i = days.stream().filter(done::contains).count(); i < asked; i++) {
                days.removeAll(done);
                done.add(days.get(chance.nextInt(days.size())));
            }
        }
        return done;
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "discharged", "transferred", "deceased"})
    void whoIsNotTreatedAtPresentIsNeverSilentAndASilenceEndsWithoutAWord(String status) {
        var facts = new Facts(status, ENROLLED, LONDON, planFrom(1), false, Told.NOTHING, Before.NOTHING);
        var silent = new Facts(
                status,
                ENROLLED,
                LONDON,
                planFrom(1),
                false,
                Told.NOTHING,
                new Before(Optional.of(at("2026-02-10T12:00:00")), Optional.empty(), Optional.empty()));

        assertThat(decide(facts, NOON)).isInstanceOf(Decision.Wait.class);
        assertThat(decide(silent, NOON)).isEqualTo(new Decision.Drop());
    }

    @Test
    void whoIsTreatedAgainIsCountedFromThen() {
        var told = told("2026-01-06T09:00:00", "2026-01-06T09:00:00");
        var since = new Before(Optional.empty(), Optional.empty(), Optional.of(at("2026-02-08T09:00:00")));

        assertThat(Silence.standing(facts(told, since, from(day(1))), AFTER_DAYS, NOON))
                .isEqualTo(new Standing.Heard(quiet(day(8), 3, false, false)));
    }

    @Test
    void aPhoneThatSyncedAndBroughtNothingNewerIsToldFromOneThatDidNot() {
        var synced = told("2026-02-04T18:00:00", "2026-02-10T08:00:00");
        var away = told("2026-02-04T18:00:00", "2026-02-05T08:00:00");

        assertThat(Silence.standing(facts(synced, Before.NOTHING, from(day(1))), AFTER_DAYS, NOON))
                .isEqualTo(new Standing.Silent(quiet(day(4), 7, false, true)));
        assertThat(Silence.standing(facts(away, Before.NOTHING, from(day(1))), AFTER_DAYS, NOON))
                .isEqualTo(new Standing.Silent(quiet(day(4), 7, false, false)));
    }

    @Test
    void aReportOfTheLastDaysEndsASilenceAtAnyHour() {
        var before = silentSince("2026-02-09T08:00:00", "2026-02-03T18:00:00");
        var sunday = at("2026-02-15T03:00:00");

        assertThat(decide(facts(told("2026-02-14T18:00:00", "2026-02-15T02:59:00"), before, from(day(1))), sunday))
                .isEqualTo(new Decision.Return());
        assertThat(decide(facts(told("2026-02-11T00:00:00", "2026-02-15T02:59:00"), before, from(day(1))), sunday))
                .as("of the first of the last five days")
                .isEqualTo(new Decision.Return());
    }

    @Test
    void aLateUploadOfEarlierDaysEndsNoSilenceAndCountsNothingAnewThoughThePhoneHasSynced() {
        var before = silentSince("2026-02-09T08:00:00", "2026-02-03T18:00:00");
        var sunday = at("2026-02-15T03:00:00");
        var nothingNewer = facts(told("2026-02-03T18:00:00", "2026-02-15T02:59:00"), before, from(day(1)));
        var newerAndStillOld = facts(told("2026-02-10T23:59:59", "2026-02-15T02:59:00"), before, from(day(1)));

        assertThat(decide(nothingNewer, sunday)).isInstanceOf(Decision.Wait.class);
        assertThat(Silence.standing(nothingNewer, AFTER_DAYS, sunday))
                .isEqualTo(new Standing.Silent(quiet(day(3), 12, false, true)));
        assertThat(decide(newerAndStillOld, sunday)).isInstanceOf(Decision.Wait.class);
        assertThat(Silence.standing(newerAndStillOld, AFTER_DAYS, sunday))
                .isEqualTo(new Standing.Silent(quiet(day(10), 5, false, true)));
        assertThat(Silence.standing(nothingNewer, AFTER_DAYS, at("2026-02-25T12:00:00")))
                .as("the phone has synced since it was told, though not lately")
                .isEqualTo(new Standing.Silent(quiet(day(3), 22, false, true)));
    }

    @Test
    void ofOneWhoWasNeverHeardFromALateUploadOfEarlierDaysEndsNoSilence() {
        var before = new Before(Optional.of(at("2026-02-09T08:00:00")), Optional.empty(), Optional.empty());
        var sunday = at("2026-02-15T03:00:00");

        assertThat(decide(facts(told("2026-02-04T18:00:00", "2026-02-15T02:59:00"), before, from(day(1))), sunday))
                .isInstanceOf(Decision.Wait.class);
        assertThat(decide(facts(told("2026-02-14T18:00:00", "2026-02-15T02:59:00"), before, from(day(1))), sunday))
                .isEqualTo(new Decision.Return());
    }

    private static Before silentSince(String told, String observed) {
        return new Before(Optional.of(at(told)), Optional.of(at(observed)), Optional.empty());
    }

    @Test
    void whatIsTypedInOnBehalfEndsASilenceOnlyWhereItTellsOfTheLastDays() {
        var before = silentSince("2026-02-09T08:00:00", "2026-02-03T18:00:00");
        var sunday = at("2026-02-15T03:00:00");

        assertThat(decide(facts(typedIn("2026-02-11T00:00:00"), before, from(day(1))), sunday))
                .isEqualTo(new Decision.Return());
        assertThat(decide(facts(typedIn("2026-02-10T23:59:59"), before, from(day(1))), sunday))
                .as("an old diary")
                .isEqualTo(new Decision.Wait(at("2026-02-16T03:00:00")));
        assertThat(decide(facts(typedIn("2026-01-20T18:00:00"), before, from(day(1))), sunday))
                .isInstanceOf(Decision.Wait.class);
    }

    @Test
    void whatWasKnownWhenTheSilenceWasToldDoesNotEndItThoughMoreDaysAreAskedForSince() {
        var before = silentSince("2026-02-09T08:00:00", "2026-02-04T18:00:00");
        var synced = told("2026-02-04T18:00:00", "2026-02-11T11:00:00");
        var newer = told("2026-02-04T18:00:01", "2026-02-11T11:00:00");

        assertThat(Silence.decide(facts(synced, before, from(day(1))), 30, USUAL_HOURS, NOON))
                .isInstanceOf(Decision.Wait.class);
        assertThat(Silence.decide(facts(newer, before, from(day(1))), 30, USUAL_HOURS, NOON))
                .isEqualTo(new Decision.Return());
    }

    @Test
    void theDayOfWhatIsTypedInIsNotQuietAndThePhoneHasNotSyncedForIt() {
        assertThat(Silence.standing(
                        facts(typedIn("2026-02-09T18:00:00"), Before.NOTHING, from(day(1))),
                        AFTER_DAYS,
                        at("2026-02-15T03:00:00")))
                .isEqualTo(new Standing.Silent(quiet(day(9), 6, false, false)));
    }

    @Test
    void withoutAReportASilenceIsToldOnce() {
        var before = silentSince("2026-02-09T08:00:00", "2026-02-03T18:00:00");

        assertThat(decide(facts(told("2026-02-03T18:00:00", "2026-02-03T18:00:00"), before, from(day(1))), NOON))
                .isInstanceOf(Decision.Wait.class);
    }

    @Test
    void afterAPauseThatEndedASilenceTheDaysAreCountedAnew() {
        var told = told("2026-01-20T18:00:00", "2026-02-07T08:00:00");
        var back = new Before(Optional.empty(), Optional.empty(), Optional.of(at("2026-02-07T08:00:10")));

        assertThat(Silence.standing(facts(told, back, from(day(1))), AFTER_DAYS, NOON))
                .isEqualTo(new Standing.Heard(quiet(day(7), 4, false, true)));
        assertThat(Silence.standing(facts(told, back, from(day(1))), AFTER_DAYS, at("2026-02-12T12:00:00")))
                .isEqualTo(new Standing.Silent(quiet(day(7), 5, false, false)));
    }

    @Test
    void daysAreThoseWhereThePatientLives() {
        // In Auckland it is the 7th already, on the day on which they told of something last.
        var auckland = ZoneId.of("Pacific/Auckland");
        var told = told("2026-02-06T20:00:00", "2026-02-06T20:00:00");
        var facts = new Facts("active", ENROLLED, auckland, planFrom(1), false, told, Before.NOTHING);

        assertThat(Silence.standing(facts, AFTER_DAYS, at("2026-02-11T10:59:00")))
                .isEqualTo(new Standing.Heard(quiet(day(7), 4, false, true)));
        assertThat(Silence.standing(facts, AFTER_DAYS, at("2026-02-11T11:00:00")))
                .isEqualTo(new Standing.Silent(quiet(day(7), 5, false, false)));
    }

    /// Whoever looks again when told to, and at no other time, misses nothing: the silence is told at the very
    /// first moment at which it is due.
    @Test
    void lookingOnlyWhenToldToFindsTheFirstMoment() {
        int found = 0;
        for (int round = 0; round < LIVES; round++) {
            var chance = new SplittableRandom(SEED + round);
            var home = zone(chance);
            var begin = LocalDate.of(2026, chance.nextBoolean() ? 3 : 10, chance.nextInt(1, 29));
            var now = begin.atTime(chance.nextInt(24), chance.nextInt(60))
                    .atZone(home)
                    .toInstant();
            var told = chance.nextInt(4) == 0 ? Told.NOTHING : told(1, now, now);
            var facts = new Facts("active", now, home, new Plans(plans(chance, begin)), false, told, Before.NOTHING);
            var hours = hours(chance, begin);
            var because = "seed %d, round %d: %s, %s".formatted(SEED, round, facts, hours);

            var looked = now;
            int times = 0;
            while (times++ < MOST_LOOKS
                    && Silence.decide(facts, AFTER_DAYS, hours, looked) instanceof Decision.Wait(Instant until)) {
                assertThat(until).as(because).isAfter(looked);
                looked = until;
            }

            var first = firstMoment(facts, hours, now, looked);
            if (times <= MOST_LOOKS) {
                assertThat(first).as(because).contains(looked);
                found++;
            } else {
                assertThat(first).as(because).isEmpty();
            }
        }
        assertThat(found).isGreaterThan(LIVES / 2);
    }

    private static ZoneId zone(SplittableRandom chance) {
        return ZoneId.of(List.of("Europe/London", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland")
                .get(chance.nextInt(4)));
    }

    /// By quarters of an hour, and one half of all practices on the usual ones.
    private static WorkingHours hours(SplittableRandom chance, LocalDate begin) {
        var said = new ArrayList<WorkingHours.Stretch>();
        for (var day : DayOfWeek.values()) {
            if (chance.nextInt(3) > 0) {
                int opens = 15 * chance.nextInt(90);
                said.add(new WorkingHours.Stretch(day, opens, opens + 15 * chance.nextInt(1, 96 - opens / 15 + 1)));
            }
        }
        return WorkingHours.of(
                zone(chance),
                chance.nextBoolean() ? said : List.of(),
                Set.copyOf(List.of(begin.plusDays(chance.nextInt(5, 9)), begin.plusDays(chance.nextInt(5, 9)))));
    }

    private static List<Plan> plans(SplittableRandom chance, LocalDate begin) {
        var plans = new ArrayList<Plan>();
        for (int i = chance.nextInt(1, 3); i > 0; i--) {
            var first = begin.plusDays(chance.nextInt(-20, 10));
            @Nullable LocalDate last = chance.nextInt(3) == 0 ? first.plusDays(chance.nextInt(60)) : null;
            var pauses = new ArrayList<Pause>();
            if (chance.nextInt(3) == 0) {
                var paused = first.plusDays(chance.nextInt(20));
                pauses.add(new Pause(paused, paused.plusDays(chance.nextInt(1, 8))));
            }
            plans.add(new Plan("programme-" + i, first, last, Set.of(), 7, pauses));
        }
        return plans;
    }

    /// Day after day, counting the quiet ones one by one; on one that makes a silence, quarter of an hour after the
    /// other until somebody is there.
    private static Optional<Instant> firstMoment(Facts facts, WorkingHours hours, Instant from, Instant through) {
        for (var day = facts.dayOf(from); !day.isAfter(facts.dayOf(through)); day = day.plusDays(1)) {
            if (!silentOn(facts, day)) {
                continue;
            }
            var next = day.plusDays(1).atStartOfDay(facts.home()).toInstant();
            for (var moment = day.atStartOfDay(facts.home()).toInstant();
                    moment.isBefore(next) && !moment.isAfter(through);
                    moment = moment.plus(Duration.ofMinutes(15))) {
                if (!moment.isBefore(from) && hours.isOpen(moment)) {
                    return Optional.of(moment);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean silentOn(Facts facts, LocalDate today) {
        var last = facts.plans().all().stream()
                .map(Plan::first)
                .sorted()
                .findFirst()
                .orElseThrow()
                .minusDays(1);
        var heard = facts.told()
                .observed()
                .orElse(facts.enrolled())
                .atZone(facts.home())
                .toLocalDate();
        if (heard.isAfter(last)) {
            last = heard;
        }
        int quiet = 0;
        boolean runsToday = false;
        for (var day = last.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            boolean runs = false;
            for (var plan : facts.plans().all()) {
                runs |= new Plans(List.of(plan)).runOn(day);
            }
            quiet += runs ? 1 : 0;
            runsToday = runs;
        }
        return runsToday && quiet >= AFTER_DAYS;
    }
}
