/// The process: a service started by a launcher ends when that launcher does, however it ended; and the clock it
/// goes by.
@NullMarked
package care.sacrum.platform.process;

import org.jspecify.annotations.NullMarked;
