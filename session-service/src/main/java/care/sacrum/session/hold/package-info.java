/// What triage-service tells of programmes on hold, kept as intervals. A hold is said wherever a patient or a clinician
/// would look, and refuses nobody's report.
@NullMarked
package care.sacrum.session.hold;

import org.jspecify.annotations.NullMarked;
