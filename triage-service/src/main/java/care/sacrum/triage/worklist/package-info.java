/// The worklist of a practice: who needs a clinician, most urgent first, with the reason in one line; what clinicians
/// do
/// with a finding, and its trail; the deadlines a practice sets; and the live stream of changes.
@NullMarked
package care.sacrum.triage.worklist;

import org.jspecify.annotations.NullMarked;
