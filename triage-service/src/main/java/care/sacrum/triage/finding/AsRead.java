package care.sacrum.triage.finding;

import java.util.function.IntPredicate;

/// Which version of a finding somebody has read, as far as they say.
///
/// @param isSaid whether they say it at all
/// @param isOf   whether they have read that version
public record AsRead(boolean isSaid, IntPredicate isOf) {

    public static final AsRead NOT_SAID = new AsRead(false, _ -> false);

    /// What an answer to another finding says of this one needs no reading of its own.
    static final AsRead AS_IT_IS = new AsRead(true, _ -> true);

    boolean isStale(int present) {
        return isSaid && !isOf.test(present);
    }
}
