/// Of which days and moments nobody can say when they were. Pure, and the same for whoever takes, reckons or counts.
@NullMarked
package care.sacrum.session.dating;

import org.jspecify.annotations.NullMarked;
