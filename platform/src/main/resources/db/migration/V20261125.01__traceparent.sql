-- The trace in which an event came about (W3C Trace Context), absent where there was none. Said by the relay as a header
-- of the record, so that a reader goes on with it.
alter table outbox add column traceparent text;
