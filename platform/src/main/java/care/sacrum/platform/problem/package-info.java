/// Failures as RFC 9457 problems, made in one place: a stable title, a detail that says what the caller can do next,
/// and
/// the fields that were wrong. Never a stack trace, SQL, or anything about a patient beyond an id.
@NullMarked
package care.sacrum.platform.problem;

import org.jspecify.annotations.NullMarked;
