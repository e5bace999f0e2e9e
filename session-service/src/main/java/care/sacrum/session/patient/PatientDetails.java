package care.sacrum.session.patient;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is said of a patient when the record is made or changed: the whole of it each time.
@Schema(description = "A patient's record as the practice keeps it; the whole of it each time.")
record PatientDetails(
        @Nullable
        @Size(min = 1, max = 200)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(
                description = "The sub of the patient's own token; whoever signs in as it is this patient. Usually left"
                        + " out, and bound when the patient redeems an invitation; left out, it stays as it is.")
        String subject,

        @Nullable
        @Schema(
                description = "Usually active.",
                enumeration = {"active", "paused", "discharged", "transferred", "deceased"})
        String status,

        @NotNull @Schema(description = "A zone of the IANA database.", examples = "Europe/London")
        String homeTimeZone,

        @Nullable @Schema(description = "BCP 47; usually en.", examples = "en")
        String language,

        @Nullable @Min(OurTime.EARLIEST_YEAR) @Max(OurTime.LATEST_YEAR)
        Integer birthYear,

        @Nullable @Min(0) @Max(130) @Schema(description = "In place of birthYear, which is then told from it.")
        Integer ageYears,

        @Nullable
        @Schema(
                description = "Usually unknown.",
                enumeration = {"female", "male", "other", "unknown"})
        String sex,

        @Nullable @Size(max = 40) List<@NotNull String> riskFactors,
        @Nullable @Size(max = 20) List<@NotNull @Valid BaselineCondition> baselineConditions,

        @Nullable @Size(max = 20)
        List<
                        @NotNull
                        @Pattern(regexp = "[A-Za-z0-9_ -]{1,60}", message = "must be a short word such as physician")
                        String>
                alreadyUnderCareOf,

        @Nullable @Schema(description = "The clinicianId of an active clinician of the practice; left out: nobody.")
        UUID responsibleClinician) {

    static final String EXAMPLE = """
            {"homeTimeZone": "Europe/London", "language": "en", "birthYear": 1985, "sex": "female", "status": "active",
             "riskFactors": ["smoker"],
             "baselineConditions": [{"code": "stress_urinary_incontinence", "since": "2019-05-01", "stable": true,
                                     "assessedByClinician": true}],
             "alreadyUnderCareOf": ["physician"]}""";

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final String UNDETERMINED = "und";

    /// The record that these details make.
    ///
    /// @param yearNow where an age is given, it is of this year
    Record record(int yearNow) {
        mustBeOfTheVocabulary(yearNow);
        return new Record(
                subject,
                status == null ? "active" : status,
                homeTimeZone,
                language == null ? "en" : language,
                birthYear != null || ageYears == null ? birthYear : Integer.valueOf(yearNow - ageYears),
                sex == null ? "unknown" : sex,
                inOrder(riskFactors),
                baselineConditions == null
                        ? List.of()
                        : baselineConditions.stream()
                                .sorted(Comparator.comparing(BaselineCondition::code))
                                .toList(),
                inOrder(alreadyUnderCareOf),
                responsibleClinician);
    }

    /// A patient's record without its version: two that are equal say the same.
    record Record(
            @Nullable String subject,
            String status,
            String homeTimeZone,
            String language,
            @Nullable Integer birthYear,
            String sex,
            List<String> riskFactors,
            List<BaselineCondition> baselineConditions,
            List<String> alreadyUnderCareOf,
            @Nullable UUID responsibleClinician) {

        /// Who does not say whose subject it is leaves it as it is: a binding by invitation is not lost when a
        /// clinician corrects a year of birth.
        Record bound(Optional<String> present) {
            return subject != null || present.isEmpty()
                    ? this
                    : new Record(
                            present.get(),
                            status,
                            homeTimeZone,
                            language,
                            birthYear,
                            sex,
                            riskFactors,
                            baselineConditions,
                            alreadyUnderCareOf,
                            responsibleClinician);
        }
    }

    private void mustBeOfTheVocabulary(int yearNow) {
        var errors = new ArrayList<FieldError>();
        oneOf("status", status, PatientVocabulary.STATUSES, errors);
        oneOf("sex", sex, PatientVocabulary.SEXES, errors);
        for (var factor : riskFactors == null ? List.<String>of() : riskFactors) {
            oneOf("riskFactors", factor, PatientVocabulary.RISK_FACTORS, errors);
        }
        for (var condition : baselineConditions == null ? List.<BaselineCondition>of() : baselineConditions) {
            oneOf("baselineConditions.code", condition.code(), PatientVocabulary.CONDITIONS, errors);
            if (condition.since() != null && !OurTime.holds(condition.since())) {
                errors.add(new FieldError("baselineConditions.since", OurTime.MUST));
            }
        }
        if (!ZONES.contains(homeTimeZone)) {
            errors.add(new FieldError("homeTimeZone", "must be a time zone such as Europe/London"));
        }
        if (language != null && Locale.forLanguageTag(language).toLanguageTag().equals(UNDETERMINED)) {
            errors.add(new FieldError("language", "must be a language such as en"));
        }
        if (birthYear != null && birthYear > yearNow) {
            errors.add(new FieldError("birthYear", "must not lie ahead"));
        }
        if (birthYear != null && ageYears != null) {
            errors.add(new FieldError("ageYears", "must be left out where birthYear is given"));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors).refused();
        }
    }

    private static void oneOf(String field, @Nullable String word, Set<String> words, List<FieldError> errors) {
        if (word != null && !words.contains(word)) {
            errors.add(new FieldError(
                    field,
                    "must be one of "
                            + String.join(", ", words.stream().sorted().toList())));
        }
    }

    private static List<String> inOrder(@Nullable List<String> words) {
        return words == null ? List.of() : words.stream().distinct().sorted().toList();
    }
}
