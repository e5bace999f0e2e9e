/// The clinicians of a practice, so that a patient can have one who is responsible. Others know a clinician by a
/// pseudonym; the name stays here. Who may do what is told by the issuer's token, never by this record.
@NullMarked
package care.sacrum.session.clinician;

import org.jspecify.annotations.NullMarked;
