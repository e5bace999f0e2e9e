/// How a person becomes the patient of a record: the practice hands over a code, and whoever signs in and redeems it
/// is that patient from then on. A code is good once and for some days; why one is refused is never told, so that
/// codes cannot be probed.
@NullMarked
package care.sacrum.session.invitation;

import org.jspecify.annotations.NullMarked;
