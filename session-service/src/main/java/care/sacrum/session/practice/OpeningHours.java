package care.sacrum.session.practice;

import care.sacrum.session.asking.Weekday;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A stretch of a weekday in which somebody is at the practice, by the clock on its wall.
///
/// As text, since a practice that never closes closes at 24:00, which is no time of a day; in this form the order
/// of texts is the order of times.
@Schema(description = "A stretch of a weekday in which somebody is there, in the practice's time zone.")
record OpeningHours(
        @NotNull Weekday day,

        @NotNull
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "must be a time such as 08:30")
        @Schema(examples = "08:30")
        String opens,

        @NotNull
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00", message = "must be a time such as 17:00, or 24:00")
        @Schema(examples = "17:00")
        String closes) {

    static final Comparator<OpeningHours> IN_ORDER =
            Comparator.comparing(OpeningHours::day).thenComparing(OpeningHours::opens);

    /// @param clock on the practice's wall
    boolean covers(LocalDateTime clock) {
        var time = "%02d:%02d".formatted(clock.getHour(), clock.getMinute());
        return clock.getDayOfWeek().name().equals(day.name())
                && opens.compareTo(time) <= 0
                && time.compareTo(closes) < 0;
    }

    boolean hasNoTime() {
        return opens.compareTo(closes) >= 0;
    }

    /// @param next not before this in order
    boolean overlaps(OpeningHours next) {
        return day == next.day && closes.compareTo(next.opens) > 0;
    }
}
