/// Advice at once: the answer to a check-in, and to any session that tells a sign, carries what triage says of
/// it. Triage has a second; after that the answer says so, and tells of a red flag what this service's own copy
/// of content knows. An emergency waits for nothing.
@NullMarked
package care.sacrum.session.advice;

import org.jspecify.annotations.NullMarked;
