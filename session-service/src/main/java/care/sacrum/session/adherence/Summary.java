package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Diary;
import care.sacrum.session.adherence.calculation.Facts.Kind;
import care.sacrum.session.adherence.calculation.Figure;
import care.sacrum.session.adherence.calculation.Rolling;
import care.sacrum.session.adherence.calculation.Standing;
import care.sacrum.session.adherence.calculation.Trend;
import care.sacrum.session.dating.UncertainDate;
import care.sacrum.session.silence.QuietDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is kept of a patient beside the days: which of them are kept, and the latest that was heard.
///
/// @param calculationVersion of the kept days
/// @param keptFrom           the first of them; absent while there is neither a prescription nor a report
/// @param latest             the latest observed report whose date is certain
/// @param lastReceived       when the latest of the patient's own reports was received
/// @param firstHeard         the earliest day of which a report was heard that was reckoned in now
record Summary(
        PatientKey key,
        ZoneId homeZone,
        int calculationVersion,
        Optional<LocalDate> keptFrom,
        Optional<LocalDate> keptThrough,
        Optional<Latest> latest,
        @Nullable Instant lastReceived,
        Optional<LocalDate> firstHeard) {

    record Latest(UUID report, Instant observedAt, LocalDate localDay, ZoneId zone) {}

    /// A report, as far as hearing from a patient goes.
    ///
    /// @param onBehalf a clinician handed it in, which tells nothing of the phone
    /// @param corrects of a correction, what it is about
    record Heard(
            UUID report,
            Kind kind,
            LocalDate localDay,
            Instant observedAt,
            Instant receivedAt,
            boolean onBehalf,
            ZoneId zone,
            Optional<UUID> corrects) {}

    /// The same, this report reckoned in; in whatever order they come.
    Summary hearing(Heard heard) {
        boolean received = !heard.onBehalf && (lastReceived == null || heard.receivedAt.isAfter(lastReceived));
        return new Summary(
                key,
                homeZone,
                calculationVersion,
                keptFrom,
                keptThrough,
                isLater(heard)
                        ? Optional.of(new Latest(heard.report, heard.observedAt, heard.localDay, heard.zone))
                        : latest,
                received ? heard.receivedAt : lastReceived,
                isEarlier(heard) ? Optional.of(heard.localDay) : firstHeard);
    }

    /// A correction stands on the day of what it corrects.
    private boolean isEarlier(Heard heard) {
        return heard.kind != Kind.CORRECTION
                && !UncertainDate.is(heard.observedAt, heard.receivedAt)
                && firstHeard.filter(first -> !heard.localDay.isBefore(first)).isEmpty();
    }

    private boolean isLater(Heard heard) {
        if (UncertainDate.is(heard.observedAt, heard.receivedAt)) {
            return false;
        }
        return latest.filter(known -> {
                    int order = known.observedAt.compareTo(heard.observedAt);
                    return order > 0 || order == 0 && known.report.compareTo(heard.report) >= 0;
                })
                .isEmpty();
    }

    Summary keeping(LocalDate from, LocalDate through) {
        return new Summary(
                key,
                homeZone,
                Diary.CALCULATION_VERSION,
                Optional.of(from),
                Optional.of(through),
                latest,
                lastReceived,
                firstHeard);
    }

    ZoneId zone() {
        return latest.map(Latest::zone).orElse(homeZone);
    }

    Standing standing(Instant now) {
        return Standing.of(zone(), Optional.ofNullable(lastReceived), now);
    }

    /// How it looks to the practice.
    ///
    /// @param standing   the patient's day
    /// @param quiet      for how many days the patient was not heard from; absent: nothing is expected at present
    /// @param nextLookAt when the next day begins, where the patient was last or at home
    record Outlook(
            Summary summary,
            Standing standing,
            Figure sevenDays,
            Figure thirtyDays,
            Trend trend,
            Optional<QuietDays.Quiet> quiet,
            Instant nextLookAt) {}

    /// @param days kept days, at least of the last month
    Outlook outlook(List<KeptDay> days, Optional<QuietDays.Quiet> quiet, Instant now) {
        var standing = standing(now);
        var today = standing.today();
        var rolling = new Rolling(days.stream().collect(Collectors.toMap(KeptDay::day, day -> day.figure(standing))));
        return new Outlook(
                this,
                standing,
                rolling.upTo(today, Rolling.DAYS_OF_A_WEEK),
                rolling.upTo(today, Rolling.DAYS_OF_A_MONTH),
                rolling.trendOn(today),
                quiet,
                earliest(nextDay(zone(), now), nextDay(homeZone, now)));
    }

    private static Instant nextDay(ZoneId zone, Instant now) {
        return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
