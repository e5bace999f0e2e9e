package care.sacrum.content.edition;

import java.util.List;

/// How an editor's wish to publish ended.
sealed interface Publication {

    /// It stands under the next number.
    record New(Published edition) implements Publication {}

    /// The latest edition says exactly this already, as after a request that was sent twice.
    record Unchanged(Published edition) implements Publication {}

    /// A programme names exercises that nobody has published.
    ///
    /// @param places where in the list they stand, counted from 0
    record UnknownExercises(List<Integer> places) implements Publication {}
}
