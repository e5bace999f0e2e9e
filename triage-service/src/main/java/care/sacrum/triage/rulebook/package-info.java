/// The rules, for people to read: as JSON (`GET /rules`), and as a document with a diagram of each rule, which stands
/// in docs/rules.md. Both are told by the very values that judge, so that neither can differ from what is done.
@NullMarked
package care.sacrum.triage.rulebook;

import org.jspecify.annotations.NullMarked;
