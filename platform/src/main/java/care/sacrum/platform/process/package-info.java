/// Life of the process: a service started by a launcher ends when that launcher does, however it ended.
@NullMarked
package care.sacrum.platform.process;

import org.jspecify.annotations.NullMarked;
