package care.sacrum.session.prescription;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Problem.FieldError;
import care.sacrum.session.asking.Weekday;
import care.sacrum.session.content.ContentCopy.Programme;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is said of a prescription when it is made or changed: the whole of it each time, but for its pauses.
@Schema(description = "A prescription; the whole of it each time, but for its pauses.")
record PrescriptionDetails(
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}", message = "must be the slug of a programme")
        @Schema(examples = "gentle-sacral-start")
        String programme,

        @Nullable
        @Min(1)
        @Schema(description = "Left out: the latest, and from then on that one, until another is named.")
        Integer programmeVersion,

        @NotNull @Schema(description = "Of the patient's calendar, as every day here.")
        LocalDate startDate,

        @Nullable @Schema(description = "The last day; left out: until further notice.")
        LocalDate endDate,

        @NotNull @Min(1) @Max(12) Integer timesADay,

        @Nullable @Min(1) @Max(7) @Schema(description = "Any days, so many of them; or else name weekdays.")
        Integer daysAWeek,

        @Nullable @Size(min = 1, max = 7) @Schema(description = "These days, each named once; in place of daysAWeek.")
        List<@NotNull Weekday> weekdays,

        @Nullable @Size(max = 40) List<@NotNull @Valid AdjustedExercise> exercises) {

    static final String EXAMPLE = """
            {"programme": "gentle-sacral-start", "programmeVersion": 1, "startDate": "2026-02-01",
             "endDate": "2026-03-14", "timesADay": 1, "weekdays": ["monday", "wednesday", "friday"],
             "exercises": [{"exercise": "pelvic-tilt", "repetitions": 8}]}""";

    /// Refuses what no annotation can tell.
    ///
    /// @param published the programme; absent while nobody knows it
    void mustHoldTogether(Optional<Programme> published) {
        var errors = new ArrayList<FieldError>();
        if (!OurTime.holds(startDate)) {
            errors.add(new FieldError("startDate", OurTime.MUST));
        }
        if (endDate != null && !OurTime.holds(endDate)) {
            errors.add(new FieldError("endDate", OurTime.MUST));
        } else if (endDate != null && endDate.isBefore(startDate)) {
            errors.add(new FieldError("endDate", "must not lie before startDate"));
        }
        if (daysAWeek == null && weekdays == null) {
            errors.add(new FieldError("daysAWeek", "must be given, or weekdays in place of it"));
        }
        if (daysAWeek != null && weekdays != null && daysAWeek != weekdays.size()) {
            errors.add(new FieldError("daysAWeek", "must be left out where weekdays are named, or be their number"));
        }
        var days = EnumSet.noneOf(Weekday.class);
        for (int i = 0; weekdays != null && i < weekdays.size(); i++) {
            if (!days.add(weekdays.get(i))) {
                errors.add(new FieldError("weekdays[" + i + "]", "must be named once only"));
            }
        }
        var named = new HashSet<String>();
        for (int i = 0; i < adjusted().size(); i++) {
            var exercise = adjusted().get(i);
            if (!named.add(exercise.exercise())) {
                errors.add(new FieldError("exercises[" + i + "].exercise", "must be named once only"));
            }
            if (exercise.asksForNothing()) {
                var path = "exercises[" + i + "]";
                errors.add(published
                        .flatMap(of -> Dosage.noExerciseOf(of, exercise, path))
                        .orElseGet(() -> new FieldError(
                                path,
                                "must change something of the dosage: sets, repetitions, holdSeconds or restSeconds; an"
                                        + " exercise that is done as published is left out")));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors).refused();
        }
    }

    List<AdjustedExercise> adjusted() {
        return exercises == null ? List.of() : exercises;
    }

    int expectedDaysAWeek() {
        return weekdays != null ? weekdays.size() : daysAWeek != null ? daysAWeek : 0;
    }

    /// The same, said in one way only, and of one version of the programme for good.
    ///
    /// @param version the one to take where none is named; null while none is known
    PrescriptionDetails pinned(@Nullable Integer version) {
        return new PrescriptionDetails(
                programme,
                programmeVersion != null ? programmeVersion : version,
                startDate,
                endDate,
                timesADay,
                expectedDaysAWeek(),
                weekdays == null ? null : weekdays.stream().sorted().toList(),
                adjusted().stream()
                        .sorted(Comparator.comparing(AdjustedExercise::exercise))
                        .toList());
    }
}
