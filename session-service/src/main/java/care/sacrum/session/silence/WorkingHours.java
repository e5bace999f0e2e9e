package care.sacrum.session.silence;

import care.sacrum.session.asking.Weekday;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// When somebody is at a practice, by the clock on its wall.
///
/// @param week    in the order of a week, none overlapping
/// @param assumed nobody said the hours, or they never open: these are the usual ones, and an answer says so
record WorkingHours(ZoneId zone, List<Stretch> week, Set<LocalDate> holidays, boolean assumed) {

    /// @param opens  minutes since midnight by the clock on the wall
    /// @param closes the same; 1440 is the end of the day
    record Stretch(DayOfWeek day, int opens, int closes) {

        static Stretch of(Weekday day, String opens, String closes) {
            return new Stretch(DayOfWeek.valueOf(day.name()), minutes(opens), minutes(closes));
        }

        private static int minutes(String clock) {
            return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
        }

        String words() {
            return "%02d:%02d".formatted(opens / 60, opens % 60) + " to "
                    + "%02d:%02d".formatted(closes / 60, closes % 60);
        }
    }

    private static final List<Stretch> USUAL = Stream.of(
                    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
            .map(day -> new Stretch(day, 8 * 60, 18 * 60))
            .toList();

    /// More than the holidays that a practice may name, so a day that is none of them is always found.
    private static final int DAYS_LOOKED_AHEAD = 400;

    /// A practice that never opens would never hear of anyone who has gone quiet, so it counts as one that did
    /// not say.
    static WorkingHours of(ZoneId zone, Collection<Stretch> said, Set<LocalDate> holidays) {
        var open = said.stream()
                .filter(stretch -> stretch.opens < stretch.closes)
                .sorted(Comparator.comparing(Stretch::day).thenComparing(Stretch::opens))
                .toList();
        return open.isEmpty()
                ? new WorkingHours(zone, USUAL, holidays, true)
                : new WorkingHours(zone, open, holidays, false);
    }

    boolean isOpen(Instant at) {
        var local = at.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        return !holidays.contains(local.toLocalDate())
                && week.stream()
                        .anyMatch(stretch -> stretch.day == local.getDayOfWeek()
                                && stretch.opens <= minute
                                && minute < stretch.closes);
    }

    /// That very instant where it is open, else the next opening.
    Instant openFrom(Instant at) {
        if (isOpen(at)) {
            return at;
        }
        var today = at.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead <= DAYS_LOOKED_AHEAD; ahead++) {
            var day = today.plusDays(ahead);
            if (holidays.contains(day)) {
                continue;
            }
            for (var stretch : week) {
                var opening = instant(day.atStartOfDay().plusMinutes(stretch.opens));
                if (stretch.day == day.getDayOfWeek() && opening.isAfter(at)) {
                    return opening;
                }
            }
        }
        return at.plusSeconds(DAYS_LOOKED_AHEAD * 86_400L);
    }

    /// A time that the clocks leap over begins when they leap.
    private Instant instant(LocalDateTime opening) {
        var leap = zone.getRules().getTransition(opening);
        return leap != null && leap.isGap()
                ? leap.getInstant()
                : opening.atZone(zone).toInstant();
    }
}
