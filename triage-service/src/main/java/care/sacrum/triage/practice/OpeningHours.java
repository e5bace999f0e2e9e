package care.sacrum.triage.practice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When somebody is at a practice: its week, but for its holidays, by the clock of its zone. An hour that the clock
/// skips
/// in spring has no openings, one that it shows twice in autumn has them twice.
///
/// @param week     absent while nobody said
/// @param holidays days on which it is closed all the same
public record OpeningHours(ZoneId zone, Optional<List<Opening>> week, Set<LocalDate> holidays) {

    public static final OpeningHours NOT_KNOWN = new OpeningHours(ZoneOffset.UTC, Optional.empty(), Set.of());

    /// A practice that is not there within so long is not looked for any further.
    private static final Duration LOOKED_AHEAD = Duration.ofDays(400);

    private static final List<Opening> MONDAY_TO_FRIDAY = Arrays.stream(DayOfWeek.values())
            .filter(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)
            .map(Opening::wholeDay)
            .toList();

    public OpeningHours {
        week = week.map(openings -> openings.stream()
                .sorted(Comparator.comparing(Opening::day).thenComparing(Opening::opens))
                .toList());
        holidays = Set.copyOf(holidays);
    }

    public boolean known() {
        return week.isPresent();
    }

    /// The same zone and holidays, with every day from Monday to Friday open from midnight to midnight.
    public OpeningHours onWeekdays() {
        return new OpeningHours(zone, Optional.of(MONDAY_TO_FRIDAY), holidays);
    }

    /// Whether somebody is there at that instant; empty while hours are not known.
    public Optional<Boolean> openAt(Instant at) {
        return week.map(openings -> openOn(LocalDateTime.ofInstant(at, zone), openings));
    }

    private boolean openOn(LocalDateTime local, List<Opening> openings) {
        double minute = local.toLocalTime().toSecondOfDay() / 60.0;
        return !holidays.contains(local.toLocalDate())
                && openings.stream()
                        .anyMatch(each ->
                                each.day() == local.getDayOfWeek() && each.opens() <= minute && minute < each.closes());
    }

    /// The instant by which somebody was there for so long since `from`; empty while hours are not known, and where the
    /// practice is hardly ever open.
    public Optional<Instant> afterSoLongOpen(Instant from, Duration open) {
        var walk = new Walk(from);
        var left = open;
        while (walk.next()) {
            var stretch = Duration.between(walk.opens, walk.closes);
            if (stretch.compareTo(left) >= 0) {
                return Optional.of(walk.opens.plus(left));
            }
            left = left.minus(stretch);
        }
        return Optional.empty();
    }

    /// When the practice closes on the nth day on which it is open, not counting the day of `from`; empty while hours
    /// are not known, and where the practice is hardly ever open.
    public Optional<Instant> closeOfOpenDay(Instant from, int nth) {
        var walk = new Walk(from);
        LocalDate counted = LocalDate.ofInstant(from, zone);
        int days = 0;
        Instant close = null;
        while (walk.next()) {
            if (walk.day.isAfter(counted)) {
                if (days == nth) {
                    break;
                }
                counted = walk.day;
                days++;
            }
            if (days == nth && walk.day.equals(counted)) {
                close = walk.closes;
            }
        }
        return Optional.ofNullable(close);
    }

    /// From one stretch in which somebody is there to the next, in the order of time. Within a piece of one day under
    /// one offset, clock and time run alike; so it goes from piece to piece.
    private final class Walk {

        private final List<Opening> openings = week.orElse(List.of());
        private final Instant end;
        private Instant piece;
        private @Nullable Instant pieceEnd;
        private int at;

        private LocalDate day = LocalDate.EPOCH;
        private Instant opens = Instant.EPOCH;
        private Instant closes = Instant.EPOCH;

        Walk(Instant from) {
            piece = from;
            end = from.plus(LOOKED_AHEAD);
        }

        /// @return whether there is a next stretch: `day`, `opens` and `closes` say which
        boolean next() {
            while (piece.isBefore(end)) {
                var offset = zone.getRules().getOffset(piece);
                day = LocalDate.ofInstant(piece, offset);
                if (pieceEnd == null) {
                    pieceEnd = endOfPiece(offset);
                    at = 0;
                }
                while (at < openings.size()) {
                    var opening = openings.get(at++);
                    if (opening.day() == day.getDayOfWeek() && !holidays.contains(day)) {
                        opens = later(piece, instant(opening.opens(), offset));
                        closes = earlier(pieceEnd, instant(opening.closes(), offset));
                        if (opens.isBefore(closes)) {
                            return true;
                        }
                    }
                }
                piece = pieceEnd;
                pieceEnd = null;
            }
            return false;
        }

        private Instant endOfPiece(ZoneOffset offset) {
            var midnight = day.plusDays(1).atStartOfDay().toInstant(offset);
            var change = zone.getRules().nextTransition(piece);
            return change == null ? midnight : earlier(midnight, change.getInstant());
        }

        private Instant instant(int minute, ZoneOffset offset) {
            return day.atStartOfDay().plusMinutes(minute).toInstant(offset);
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isBefore(other) ? other : one;
        }
    }
}
