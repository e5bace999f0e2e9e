/// The live side of triage: takes the events of session-service, keeps every report, and evaluates each touched
/// patient's
/// whole history by the pure rules. What comes of a finding then is told in `finding`.
@NullMarked
package care.sacrum.triage.live;

import org.jspecify.annotations.NullMarked;
