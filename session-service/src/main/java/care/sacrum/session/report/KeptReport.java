package care.sacrum.session.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A report as it is read. It describes the answer in the OpenAPI document and nothing else: what is kept is the report
/// itself, field by field.
@Schema(
        name = "KeptReport",
        description =
                "A report as it was kept: these fields, and every field of a Report that could be used. What fields"
                        + " tell that nobody knows is the detail of a symptom unreadable, of at most 2000 characters.",
        additionalProperties = Schema.True.class)
record KeptReport(
        @Schema(format = "uuid") String reportId,

        @Schema(enumeration = {"session", "symptom_check_in", "morning_check_in", "correction"})
        String kind,

        @Schema(format = "date", description = "The civil date of the observation, where the patient was.")
        String localDay,

        @Schema(format = "date-time") String observedAt,

        String observedTimeZone,

        @Schema(format = "date-time", description = "When this service took it first.")
        String receivedAt,

        @Schema(
                description =
                        "Whether the patient wrote something in own words, as a note or of a sign that can be read.")
        boolean hasNote,

        @Schema(description = "Fields that could not be used, and why.")
        List<SetAside> setAside,

        @Schema(description = "True where nobody can say when it was observed; absent elsewhere.")
        Boolean dateUncertain,

        @Schema(description = "True where a clinician handed it in on behalf of the patient; absent elsewhere.")
        Boolean onBehalf) {

    @Schema(name = "HistoryPage", description = "A page of reports, the latest local day first.")
    record Page(
            List<KeptReport> items,

            @Schema(description = "Given as after it brings the page behind this one; absent on the last.")
            String next) {}
}
