/// One trace from a request to what follows from it: the outbox keeps the trace in which an event came about, the relay
/// says it in the record's header `traceparent` (CloudEvents' distributed tracing), and the inbox goes on with it, also
/// in
/// the events that follow from what was read. Nothing is recorded unless an operator turns it on; the ids are handed on
/// all the same, so that the log lines of one request can be found in every service.
@NullMarked
package care.sacrum.platform.trace;

import org.jspecify.annotations.NullMarked;
