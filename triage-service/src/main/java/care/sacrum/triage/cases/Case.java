package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Language;
import care.sacrum.triage.rules.Languages;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Triage;
import java.time.Instant;
import java.util.List;

/// A patient's course that a clinician wrote down, ready to be evaluated without touching any stored patient.
///
/// @param setAside what its reader could not use
public record Case(
        Patient patient, Parameters parameters, Instant evaluateAt, List<Report> reports, List<SetAside> setAside) {

    public Answer answer() {
        return answer(Languages.ENGLISH);
    }

    public Answer answer(Language language) {
        return Answer.of(Triage.evaluate(patient, reports, parameters, evaluateAt, language), setAside, language);
    }
}
