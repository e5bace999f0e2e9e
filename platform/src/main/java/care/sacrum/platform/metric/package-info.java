/// What every service says of itself in figures.
@NullMarked
package care.sacrum.platform.metric;

import org.jspecify.annotations.NullMarked;
