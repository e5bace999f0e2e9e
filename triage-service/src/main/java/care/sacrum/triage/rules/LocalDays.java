package care.sacrum.triage.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/// The local days of one history's reports. They are mostly of one zone, and each season's offset is looked up once.
final class LocalDays {
    private static final long DAY_SECONDS = 24 * 60 * 60;

    private @Nullable ZoneId zone;
    /// The offset holds from here on, and until there, exclusive.
    private long from;

    private long until;
    private long offset;

    /// The day since 1970 that it is in that zone.
    int dayOf(Instant instant, ZoneId there) {
        long second = instant.getEpochSecond();
        if (!there.equals(zone) || second < from || second >= until) {
            lookUp(instant, there);
        }
        return (int) Math.floorDiv(second + offset, DAY_SECONDS);
    }

    private void lookUp(Instant instant, ZoneId there) {
        ZoneRules rules = there.getRules();
        ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition next = rules.nextTransition(instant);
        zone = there;
        offset = rules.getOffset(instant).getTotalSeconds();
        from = before == null ? Long.MIN_VALUE : before.toEpochSecond();
        until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
}
