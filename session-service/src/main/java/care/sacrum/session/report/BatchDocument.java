package care.sacrum.session.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a batch looks like, for the API's description alone: [Batch] reads it.
@Schema(name = "ReportBatch", description = "Reports that a device kept while it was offline.")
record BatchDocument(
        @Schema(
                description = "The device's clock at this upload; counts for each report that says none.",
                format = "date-time",
                examples = "2026-02-07T08:00:00Z")
        String sentAt,

        @Schema(description = "1 to 500, each with its reportId.", required = true, minItems = 1, maxItems = 500)
        List<ReportDocument> reports) {}
