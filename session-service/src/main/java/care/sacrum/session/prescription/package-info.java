/// What a patient is to do: a programme, from when to when, how often. A prescription says what is expected; it
/// never stands in the way of a report.
@NullMarked
package care.sacrum.session.prescription;

import org.jspecify.annotations.NullMarked;
