/// A patient of a practice: a pseudonymous id, what the rules must know of the person, and who may act as that
/// person. A name, where one is given, is kept here for the people of the practice and told to nobody else.
@NullMarked
package care.sacrum.session.patient;

import org.jspecify.annotations.NullMarked;
