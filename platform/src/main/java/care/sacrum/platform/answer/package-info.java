/// What holds of every answer.
@NullMarked
package care.sacrum.platform.answer;

import org.jspecify.annotations.NullMarked;
