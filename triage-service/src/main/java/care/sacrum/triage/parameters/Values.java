package care.sacrum.triage.parameters;

import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Urgency;
import care.sacrum.triage.rules.Word;

/// A practice's parameters as documents write them: in answers, in the event, and as they are kept.
public record Values(
        int persistenceMinSpanDays,
        int persistenceMinSymptomaticDays,
        int persistenceMaxUnreportedGapDays,
        int symptomaticThreshold,
        int resolvedThreshold,
        int resolvedMinConsecutiveReportedDays,
        int newOnsetWindowDays,
        int lateReportEmergencyWindowDays,
        int neuroSignMemoryDays,
        int worseningPoints,
        String bilateralLegLevel) {

    public static Values of(Parameters parameters) {
        return new Values(
                parameters.persistenceMinSpanDays(),
                parameters.persistenceMinSymptomaticDays(),
                parameters.persistenceMaxUnreportedGapDays(),
                parameters.symptomaticThreshold(),
                parameters.resolvedThreshold(),
                parameters.resolvedMinConsecutiveReportedDays(),
                parameters.newOnsetWindowDays(),
                parameters.lateReportEmergencyWindowDays(),
                parameters.neuroSignMemoryDays(),
                parameters.worseningPoints(),
                parameters.bilateralLegLevel().word());
    }

    public Parameters parameters() {
        return new Parameters(
                persistenceMinSpanDays,
                persistenceMinSymptomaticDays,
                persistenceMaxUnreportedGapDays,
                symptomaticThreshold,
                resolvedThreshold,
                resolvedMinConsecutiveReportedDays,
                newOnsetWindowDays,
                lateReportEmergencyWindowDays,
                neuroSignMemoryDays,
                worseningPoints,
                Word.find(Urgency.class, bilateralLegLevel).orElseThrow());
    }
}
