/// The live side of triage: takes the events of session-service, keeps every report, evaluates each touched patient's
/// whole history by the pure rules, and keeps the life of each finding apart from its evaluation: raised, acknowledged,
/// withdrawn.
@NullMarked
package care.sacrum.triage.live;

import org.jspecify.annotations.NullMarked;
