/// How well patients follow their plans: figures by day, week and month with the reasons for each, as known now or at
/// an
/// earlier moment; a row for each day that is kept up to date after what it rests on; and what a practice sees of all
/// its
/// patients. Kept rows only ever repeat what `calculation` says.
@NullMarked
package care.sacrum.session.adherence;

import org.jspecify.annotations.NullMarked;
