/// A practice as session-service tells it: where it is, and whom to call there in an emergency.
@NullMarked
package care.sacrum.triage.practice;

import org.jspecify.annotations.NullMarked;
