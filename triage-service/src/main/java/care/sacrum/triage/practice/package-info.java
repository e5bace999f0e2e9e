/// A practice as session-service tells it: where it is, when somebody is there, and whom to call in an emergency.
@NullMarked
package care.sacrum.triage.practice;

import org.jspecify.annotations.NullMarked;
