/// Advice, asked for: a patient's course as data (`/simulations`), a report that was just taken (`/assessments`), and
/// what
/// a known patient is to be told now. By the same engine as live events; nothing here is stored.
@NullMarked
package care.sacrum.triage.advice;

import org.jspecify.annotations.NullMarked;
