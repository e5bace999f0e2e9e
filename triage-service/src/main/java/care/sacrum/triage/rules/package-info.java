/// The rules of triage, as values, and the one pure function that applies them: a patient, the reports
/// known at an instant and the practice's parameters go in, an [care.sacrum.triage.rules.Evaluation] comes
/// out. Nothing here knows a framework, a database, a clock or chance, so the same reports always get the
/// same answer, in whatever order they arrived. The way in is [care.sacrum.triage.rules.Triage]; the rules
/// themselves are read in `Catalogue`, a row of the specification each, and the words in `Language`.
///
/// This is triage advice, never a diagnosis. No registered clinician has signed the rules off.
@NullMarked
package care.sacrum.triage.rules;

import org.jspecify.annotations.NullMarked;
