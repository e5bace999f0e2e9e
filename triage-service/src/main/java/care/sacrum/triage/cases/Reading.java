package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.SetAside;
import java.util.List;

/// What came of reading a case document.
public sealed interface Reading {

    record Read(Case course) implements Reading {}

    /// The document cannot be evaluated at all, for the reasons told.
    record Refused(List<Refusal> refusals) implements Reading {}

    /// One field that makes a document unusable.
    record Refusal(String field, String why) {}

    /// One report read by itself, with what was set aside of it.
    record OfReport(Report report, List<SetAside> setAside) {}

    /// A patient read by itself, with what was set aside.
    record OfPatient(Patient patient, List<SetAside> setAside) {}
}
