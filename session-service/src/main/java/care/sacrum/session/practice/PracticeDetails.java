package care.sacrum.session.practice;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is said of a practice when it is recorded.
@Schema(description = "A practice as it is recorded; the whole of it each time.")
record PracticeDetails(
        @NotBlank @Size(max = 120) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        String name,

        @NotNull @Schema(description = "ISO 3166-1 alpha-2.", examples = "GB")
        String country,

        @NotNull @Schema(description = "A zone of the IANA database.", examples = "Europe/London")
        String timeZone,

        @NotNull
        @Pattern(regexp = "[0-9+ ]{2,20}", message = "must be a telephone number such as 112")
        @Schema(examples = "999")
        String emergencyNumber,

        @Nullable
        @Size(max = 28)
        @Schema(description = "When somebody is there; a weekday that is not named is closed. Left out: not known.")
        List<@NotNull @Valid OpeningHours> hours,

        @Nullable
        @Size(max = 200)
        @Schema(description = "Days, of the practice's calendar, on which it is closed all the same.")
        List<@NotNull LocalDate> holidays) {

    static final String EXAMPLE = """
            {"name": "By the park", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999",
             "hours": [{"day": "monday", "opens": "08:30", "closes": "12:30"},
                       {"day": "monday", "opens": "13:30", "closes": "17:00"},
                       {"day": "thursday", "opens": "10:00", "closes": "19:00"}],
             "holidays": ["2026-12-25", "2026-12-26"]}""";

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    /// The same, said in one way only: the order of hours and holidays means nothing.
    PracticeDetails inOrder() {
        return new PracticeDetails(
                name,
                country,
                timeZone,
                emergencyNumber,
                hours == null
                        ? null
                        : hours.stream().sorted(OpeningHours.IN_ORDER).toList(),
                holidays == null
                        ? List.of()
                        : holidays.stream().distinct().sorted().toList());
    }

    /// Refuses what no annotation can tell.
    void mustBeOfThisWorld() {
        List<FieldError> errors = new ArrayList<>();
        if (!COUNTRIES.contains(country)) {
            errors.add(new FieldError("country", "must be a country of ISO 3166 such as GB"));
        }
        if (!ZONES.contains(timeZone)) {
            errors.add(new FieldError("timeZone", "must be a time zone such as Europe/London"));
        }
        if (hours != null) {
            mustNotOverlap(hours.stream().sorted(OpeningHours.IN_ORDER).toList(), errors);
        }
        if (holidays != null && !holidays.stream().allMatch(OurTime::holds)) {
            errors.add(new FieldError("holidays", OurTime.MUST));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors).refused();
        }
    }

    private static void mustNotOverlap(List<OpeningHours> inOrder, List<FieldError> errors) {
        if (inOrder.stream().anyMatch(OpeningHours::hasNoTime)) {
            errors.add(new FieldError("hours", "must open before they close; over midnight takes two of them"));
            return;
        }
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i - 1).overlaps(inOrder.get(i))) {
                errors.add(new FieldError("hours", "must not overlap within a day"));
                return;
            }
        }
    }
}
