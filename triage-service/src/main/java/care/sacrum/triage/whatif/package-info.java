/// What other parameters would have done: a practice's stored histories are replayed over a range of days by the
/// parameters in force and by those asked about, through the same rules and the same life of a finding, and what would
/// have been raised is compared. `WhatIf` decides purely; a run is worked off by small slices, in any number of
/// instances, and its progress is kept. Nothing is raised, told or changed by it.
@NullMarked
package care.sacrum.triage.whatif;

import org.jspecify.annotations.NullMarked;
