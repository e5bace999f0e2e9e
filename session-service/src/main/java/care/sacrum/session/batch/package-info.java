/// How background work on many patients is done: together where that goes well, and one by one where it does not. Says
/// nothing of what the work is.
@NullMarked
package care.sacrum.session.batch;

import org.jspecify.annotations.NullMarked;
