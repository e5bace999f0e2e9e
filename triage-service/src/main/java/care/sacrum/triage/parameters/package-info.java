/// The parameters that each practice set within bounds: read, changed under a version, and kept with who and when. What
/// may be set, and between which bounds, stands in [care.sacrum.triage.rules.Parameters] alone. A practice that never
/// set any has the defaults.
@NullMarked
package care.sacrum.triage.parameters;

import org.jspecify.annotations.NullMarked;
