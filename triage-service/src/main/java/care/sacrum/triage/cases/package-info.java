/// A patient's course as a JSON document, read leniently and answered: what is odd is set aside and named, and the rest
/// counts, because a red flag must not be lost over a bad field beside it. Session events carry reports in the same
/// shape, so they are read by the same [care.sacrum.triage.cases.CaseReader]. The rules themselves know no JSON.
@NullMarked
package care.sacrum.triage.cases;

import org.jspecify.annotations.NullMarked;
