/// Editions: a document as it was published under a number, unchangeable and readable for ever, because prescriptions
/// name it. Editors publish the next one; everyone signed in reads; each edition is told on `sacrum.content.v1` once.
@NullMarked
package care.sacrum.content.edition;

import org.jspecify.annotations.NullMarked;
