package care.sacrum.session.hold;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// That a programme is on hold, said plainly.
@Schema(description = "The programme is on hold: no exercises until a clinician releases it. Absent while it is not.")
public record ProgrammeState(
        @Schema(enumeration = "hold") String state,
        @Schema(description = "An instant in UTC.") Instant since,

        @Schema(description = "For the patient, in the patient's language where there is a text in it.")
        String says) {

    private static final String ENGLISH =
            "The exercises are on hold. Do not exercise until your clinic says that you may. You can still send reports.";
    private static final String SPANISH =
            "Los ejercicios están en pausa. No hagas ejercicio hasta que tu clínica te diga que puedes. Puedes seguir"
                    + " enviando informes.";

    /// @param since absent while it is not on hold
    public static Optional<ProgrammeState> of(@Nullable Instant since, String language) {
        return Optional.ofNullable(since)
                .map(begun -> new ProgrammeState("hold", begun, isSpanish(language) ? SPANISH : ENGLISH));
    }

    private static boolean isSpanish(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("es");
    }
}
