/// How requests of every feature ask: ids in paths, days and page sizes in queries, cursors. What cannot be read
/// is refused here, as a problem that names the parameter.
@NullMarked
package care.sacrum.session.asking;

import org.jspecify.annotations.NullMarked;
