/// A patient's right to be forgotten: every row goes in one transaction, and what this service cannot reach is named
/// with the time until when it is held. See `docs/decisions/0005-erasure.md`.
@NullMarked
package care.sacrum.session.erasure;

import org.jspecify.annotations.NullMarked;
