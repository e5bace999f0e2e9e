/// The life of a finding, apart from its evaluation: raised when somebody has to be told, said again when it became
/// more
/// urgent, acknowledged by a clinician, withdrawn when the history no longer supports it. Each step is announced, by
/// event and on the live stream, in the transaction that takes it.
@NullMarked
package care.sacrum.triage.finding;

import org.jspecify.annotations.NullMarked;
