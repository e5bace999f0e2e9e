/// The demo practice: made-up patients who told of their last six weeks, each a story that a clinician knows. It is
/// fed as a practice and its patients would feed it: through the public APIs, with everyone's own token. A story is a
/// function of its day and of a fixed seed, so feeding again adds nothing, and on a later day goes on with it.
@NullMarked
package care.sacrum.local.demo;

import org.jspecify.annotations.NullMarked;
