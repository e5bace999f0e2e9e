/// Who has gone quiet, apart from who follows the plan: for how many days a patient has told nothing, and when
/// the phone last synced. A silence is told once, while somebody is at the practice; its end at once. What is
/// decided is a pure function of facts and an instant; any number of instances may look.
@NullMarked
package care.sacrum.session.silence;

import org.jspecify.annotations.NullMarked;
