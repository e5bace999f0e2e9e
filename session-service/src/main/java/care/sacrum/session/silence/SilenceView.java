package care.sacrum.session.silence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When a patient was last heard from, as staff read it.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "When a patient was last heard from. Instants are UTC, days of the patient's own calendar.")
record SilenceView(
        UUID patientId,

        @Schema(
                description = "silent: the practice was told. quiet: it will be, when somebody is there. heard: not so"
                        + " long ago. not_counted: nothing is expected at present.",
                enumeration = {"silent", "quiet", "heard", "not_counted"})
        String state,

        @Schema(description = "In one line.") String says,

        @Schema(description = "The last day of which anything is known, or from which on it is counted.")
        Optional<LocalDate> quietSince,

        @Schema(description = "Days since then, today among them, on which a plan ran.")
        Optional<Integer> quietDays,

        @Schema(
                description =
                        "The first of them on which something had to be done and nothing was told, today not among"
                                + " them. Absent: whoever follows the plan may have had nothing to tell, and is not silent.")
        Optional<LocalDate> dueOn,

        int silentAfterDays,

        @Schema(description = "Nothing was ever told.") boolean neverHeard,

        @Schema(description = "When the practice was told, while the silence lasts.")
        Optional<Instant> silentAt,

        @Schema(description = "The newest moment that anything was told of.")
        Optional<Instant> lastObservedAt,

        @Schema(
                description = "When the phone last handed anything in, of whichever day; what a clinician handed in on"
                        + " behalf is not of the phone.")
        Optional<Instant> lastSyncedAt,

        Optional<LocalDate> lastSessionDay,

        @Schema(
                description =
                        "When the practice was told that the plan lapsed, which is another thing, while it lasts.")
        Optional<Instant> lapsedAt) {

    static SilenceView of(SignalWatches.Watch watch, Silence.Facts facts, SignalWatches.Terms terms, Instant now) {
        var standing = Silence.standing(facts, terms.thresholds().silentAfterDays(), now);
        var quiet = switch (standing) {
            case Silence.Standing.NotCounted() -> Optional.<Silence.Quiet>empty();
            case Silence.Standing.Heard(Silence.Quiet known) -> Optional.of(known);
            case Silence.Standing.Silent(Silence.Quiet known) -> Optional.of(known);
        };
        boolean told = watch.before().raisedAt().isPresent();
        var state = state(standing, told);
        return new SilenceView(
                watch.key().patient(),
                state,
                quiet.map(known -> says(known, heardToday(facts, now)))
                        .orElseGet(() -> "Nothing is expected at present: " + whyNothing(facts, now)
                                + (told ? "; the practice was told before that." : ".")),
                quiet.map(known -> known.gap().since()),
                quiet.map(known -> known.gap().days()),
                quiet.flatMap(known -> known.gap().dueOn()),
                terms.thresholds().silentAfterDays(),
                facts.told().reports() == 0,
                watch.before().raisedAt(),
                facts.told().observed(),
                facts.told().synced(),
                facts.told().sessionDay(),
                watch.lapsedAt());
    }

    private static String whyNothing(Silence.Facts facts, Instant now) {
        var today = facts.dayOf(now);
        return switch (facts.status()) {
            case "paused" -> "the patient's treatment is paused";
            case "discharged" -> "the patient was discharged";
            case "transferred" -> "the patient was transferred";
            case "deceased" -> "the patient has died";
            default ->
                facts.plans().pausedOn(today) ? "the plan is paused, or the day is excused" : "no plan covers today";
        };
    }

    private static String state(Silence.Standing standing, boolean told) {
        if (told) {
            return "silent";
        }
        return switch (standing) {
            case Silence.Standing.NotCounted _ -> "not_counted";
            case Silence.Standing.Heard _ -> "heard";
            case Silence.Standing.Silent _ -> "quiet";
        };
    }

    /// Whether anything was told of today.
    private static boolean heardToday(Silence.Facts facts, Instant now) {
        return facts.told()
                .observed()
                .map(facts::dayOf)
                .filter(facts.dayOf(now)::equals)
                .isPresent();
    }

    private static String says(Silence.Quiet quiet, boolean heardToday) {
        int days = quiet.gap().days();
        boolean due = quiet.gap().dueOn().isPresent();
        if (quiet.neverHeard()) {
            return "Never heard from, in %d day%s of the plan%s."
                    .formatted(days, days == 1 ? "" : "s", due ? "" : "; nothing had to be done yet");
        }
        if (days == 0) {
            return heardToday ? "Heard from today." : "Counted anew since today.";
        }
        var phone = quiet.synced() ? "synced since and brought nothing newer" : "not synced either";
        return "Not heard from for %d day%s; %s."
                .formatted(
                        days,
                        days == 1 ? "" : "s",
                        due ? "the phone has " + phone : "nothing had to be done before today");
    }
}
