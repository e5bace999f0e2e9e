package care.sacrum.session.adherence;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Days on which nothing is to be expected, as they are handed in.
@Schema(name = "ExcuseDetails", description = "Days of the patient's calendar on which nothing is expected, and why.")
record ExcuseDetails(
        @NotNull @Schema(description = "The first of them.") LocalDate from,

        @Nullable @Schema(description = "The last of them; left out: one day. At most 92 days in all.")
        LocalDate to,

        @NotNull
        @Schema(
                description = "A patient may say illness, holiday and other; clinician is a clinician's word.",
                enumeration = {"illness", "holiday", "clinician", "other"})
        String reason) {

    static final String EXAMPLE = """
        {"from": "2026-02-09", "to": "2026-02-11", "reason": "illness"}\
        """;

    LocalDate last() {
        return to == null ? from : to;
    }
}
