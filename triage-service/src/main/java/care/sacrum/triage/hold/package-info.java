/// A programme goes on hold by itself when an evaluation says so, and stays on hold until a clinician releases it with
/// a
/// reason. What was released holds nothing again: a later hold needs evidence that no release knew. The reason is kept
/// here and told to no one outside.
@NullMarked
package care.sacrum.triage.hold;

import org.jspecify.annotations.NullMarked;
