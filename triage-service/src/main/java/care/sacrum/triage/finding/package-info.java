/// The life of a finding, apart from its evaluation: raised when somebody has to be told, delivered to a screen,
/// acknowledged and closed by a clinician, escalated when nobody acknowledged it in time, withdrawn when the history no
/// longer supports it. Each step is kept in the trail and announced, by event and on the live stream, in the
/// transaction
/// that takes it.
@NullMarked
package care.sacrum.triage.finding;

import org.jspecify.annotations.NullMarked;
