/// A copy of what content-service published, as far as logging against it needs it: which exercises and
/// programmes there are, and what to tell a patient at once about a symptom that cannot wait. The copy may lag
/// behind; while it knows nothing at all, nothing is refused for being unknown.
@NullMarked
package care.sacrum.session.content;

import org.jspecify.annotations.NullMarked;
