/// Older history, published again on request from the database: the same events with the same ids, for one patient or
/// one
/// practice. It goes through the outbox like everything else, a batch at a time and at a bounded rate, so what happens
/// meanwhile is told in between and never held up for long. Each feature tells its own past as a [Chapter]; here is
/// only
/// whose turn it is.
@NullMarked
package care.sacrum.session.replay;

import org.jspecify.annotations.NullMarked;
