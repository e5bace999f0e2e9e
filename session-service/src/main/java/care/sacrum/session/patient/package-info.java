/// A patient of a practice: a pseudonymous id, what the rules must know of the person, who is responsible, and who
/// may act as that person. Whom the pseudonym stands for is not known here: see the contact.
@NullMarked
package care.sacrum.session.patient;

import org.jspecify.annotations.NullMarked;
