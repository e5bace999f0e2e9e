package care.sacrum.triage.whatif;

import care.sacrum.triage.parameters.Values;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run as an answer shows it; until it is finished totals and rules say what was found so far.
///
/// @param state       `waiting`, `running`, `finished`, `cancelled` or `stopped` (it took longer than 24 hours)
/// @param from        the first local day asked about
/// @param to          the last
/// @param parameters  those asked about
/// @param inForce     those they are compared with: in force when it was asked for
/// @param askedAt     nothing that was received later counts
/// @param keptUntil   the result is forgotten then
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhatIfView(
        UUID whatIfId,
        String state,
        LocalDate from,
        LocalDate to,
        Values parameters,
        InForce inForce,
        Instant askedAt,
        String askedBy,
        @Nullable Instant endedAt,
        Instant keptUntil,
        Progress progress,
        Results.Totals totals,
        List<Results.OfRule> byRule) {

    /// @param version of the practice's parameters
    record InForce(long version, Values parameters) {}

    /// @param patients to replay
    /// @param done     replayed so far
    /// @param failed   of these, those whose history could not be replayed, such as one of over 5,000 reports
    record Progress(int patients, int done, int failed) {}

    static WhatIfView of(Run run, Results results) {
        return of(List.of(run), results).getFirst();
    }

    /// In the same order.
    static List<WhatIfView> of(List<Run> runs, Results results) {
        var found = results.of(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> of(run, Objects.requireNonNull(found.get(run.id()), "Every run has what it found")))
                .toList();
    }

    private static WhatIfView of(Run run, Results.Found found) {
        var progress = found.progress();
        return new WhatIfView(
                run.id(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.from(),
                run.to(),
                Values.of(run.parameters()),
                new InForce(run.inForceVersion(), Values.of(run.inForce())),
                run.askedAt(),
                run.askedBy(),
                run.endedAt(),
                run.askedAt().plus(WhatIfResource.KEPT),
                // Who came meanwhile is replayed too.
                new Progress(Math.max(run.patients(), progress.done()), progress.done(), progress.failed()),
                found.totals(),
                found.byRule());
    }
}
