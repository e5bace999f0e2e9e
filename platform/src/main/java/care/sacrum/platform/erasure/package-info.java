/// What every service forgets of a patient whose record is erased, besides its own tables.
@NullMarked
package care.sacrum.platform.erasure;

import org.jspecify.annotations.NullMarked;
