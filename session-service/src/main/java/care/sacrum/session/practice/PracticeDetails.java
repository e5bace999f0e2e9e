package care.sacrum.session.practice;

import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Problem.FieldError;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is said of a practice when it is recorded.
@Schema(description = "A practice as it is recorded.")
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
        String emergencyNumber) {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    /// Refuses what no annotation can tell.
    void mustBeOfThisWorld() {
        List<FieldError> errors = new ArrayList<>();
        if (!COUNTRIES.contains(country)) {
            errors.add(new FieldError("country", "must be a country of ISO 3166 such as GB"));
        }
        if (!ZONES.contains(timeZone)) {
            errors.add(new FieldError("timeZone", "must be a time zone such as Europe/London"));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors).refused();
        }
    }
}
