/// How well a plan is followed, as a pure calculation: prescriptions, pauses, holds, excuses and reports go in; what
/// was
/// expected of each local day and what of it was done comes out. It knows no clock, no database and no framework, so
/// the
/// same facts give the same days, in whatever order they arrived. What it decides is written in
/// `docs/decisions/0011-adherence.md`.
@NullMarked
package care.sacrum.session.adherence.calculation;

import org.jspecify.annotations.NullMarked;
