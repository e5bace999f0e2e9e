/// How this service speaks to its database where entities would cost too much: plain JDBC, in the transaction under
/// way.
@NullMarked
package care.sacrum.triage.store;

import org.jspecify.annotations.NullMarked;
