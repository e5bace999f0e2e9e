/// Which days and moments can be meant.
@NullMarked
package care.sacrum.platform.dating;

import org.jspecify.annotations.NullMarked;
