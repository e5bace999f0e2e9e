/// The worklist of a practice: who needs a clinician, most urgent first, with the reason in one line; acknowledged with
/// a
/// note; and the live stream of its changes.
@NullMarked
package care.sacrum.triage.worklist;

import org.jspecify.annotations.NullMarked;
