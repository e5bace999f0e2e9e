/// What content is: an exercise with its dosage as data, an article in sections, a programme of exercises. Values only,
/// with what makes them acceptable written beside each field; nothing here knows a database, a topic or a caller.
@NullMarked
package care.sacrum.content.document;

import org.jspecify.annotations.NullMarked;
