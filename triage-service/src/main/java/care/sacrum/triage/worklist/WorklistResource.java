package care.sacrum.triage.worklist;

import care.sacrum.platform.event.Topics;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.inbox.ReadProgress;
import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.finding.RaisedFindings;
import care.sacrum.triage.live.Lapses.Lapsed;
import care.sacrum.triage.live.Silences.Silent;
import care.sacrum.triage.rules.Urgency;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practiceId}")
@Tag(name = "Worklist", description = "Who needs a clinician, and why")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not found, or of another practice")
class WorklistResource {

    private static final int MOST_A_PAGE = 200;

    private final Worklist worklist;
    private final RaisedFindings findings;
    private final FindingViews views;
    private final ReadProgress progress;
    private final Caller caller;
    private final InstantSource clock;

    WorklistResource(
            Worklist worklist,
            RaisedFindings findings,
            FindingViews views,
            ReadProgress progress,
            Caller caller,
            InstantSource clock) {
        this.worklist = worklist;
        this.findings = findings;
        this.views = views;
        this.progress = progress;
        this.caller = caller;
        this.clock = clock;
    }

    void followTheSource(@Observes StartupEvent started) {
        progress.follow(Topics.SESSION);
    }

    /// @param items            most urgent first; within a level what is overdue, then what is due first
    /// @param next             cursor of the next page, absent on the last
    /// @param evaluatedThrough every report published up to then is evaluated; absent while that is not known
    /// @param waiting          reports published and not yet evaluated
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<Item> items,
            @Nullable String next,
            @Nullable Instant evaluatedThrough,
            @Nullable Long waiting) {}

    /// @param patientStatus of the patient's record; of who is deceased nothing is due
    /// @param urgency   of the most urgent open finding; absent for who is here for something else alone
    /// @param reason    why the patient stands here, in one line: the worst finding, a silence, a lapse, notes
    /// @param since     when that was raised
    /// @param dueAt     by when a clinician must acknowledge the most urgent finding, absent where there is none
    /// @param overdue   nobody did
    /// @param escalated the practice lead was told of one of the findings
    /// @param delivered a screen confirmed each of the findings as it stands
    /// @param snoozed   the caller does not want to see any of the findings now
    /// @param programme `hold`, `ease` or `continue`
    /// @param unreadNotes reports of this patient with a note that no clinician has read: a mark, never advice
    /// @param signUnread a report of the last two weeks tells of a sign in words that no rule reads: ask what it is
    /// @param silence   that the patient has gone quiet: a signal beside findings, never a finding
    /// @param lapse     that the plan is no longer followed: a routine matter, never a finding; its days and
    ///                  percent are those of the telling, and the figure of today is the adherence's
    /// @param missing   what was not asked or answered within seven days: not asked never reassures
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID patientId,
            String patientStatus,
            @Nullable String urgency,
            String reason,
            Instant since,
            @Nullable Instant dueAt,
            boolean overdue,
            boolean escalated,
            boolean delivered,
            boolean snoozed,
            String programme,
            List<String> missing,
            @Nullable Instant lastReportAt,
            int unreadNotes,
            boolean signUnread,
            @Nullable Silent silence,
            @Nullable Lapsed lapse,
            List<FindingView> findings) {}

    @GET
    @Path("/worklist")
    @Transactional
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "readWorklist",
            summary = "The practice's worklist, most urgent first",
            description =
                    "Patients with open findings: within a level what is overdue comes first, then what is due first; and"
                            + " patients who have gone quiet: behind every finding, or right behind what is urgent where"
                            + " there was a red flag; then patients whose plan has lapsed, with the figure as it was known"
                            + " when that was told; then who sent nothing but a note that nobody has read. What is open of"
                            + " a patient who is deceased stands at the end and is not due. Rows of which the caller has"
                            + " snoozed every finding are left out"
                            + " unless asked for, or while the patient is quiet. Roles: clinician, practice_lead,"
                            + " integrator of this practice.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad cursor or limit")
    public Page worklist(
            @NotNull @PathParam("practiceId") UUID practiceId,
            @Parameter(description = "The cursor `next` of the page before") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "Patients a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit,
            @Parameter(description = "Whether to show what the caller has snoozed too")
                    @QueryParam("snoozed")
                    @DefaultValue("false")
                    boolean snoozed) {
        caller.mustWorkAt(practiceId);
        var place = after == null
                ? Worklist.Place.BEFORE_ALL
                : Worklist.Place.of(after)
                        .orElseThrow(() -> Problem.unprocessable(
                                        "after",
                                        "must be the cursor `next` of the page before; leave it out for the first page")
                                .refused());
        var rows = worklist.page(practiceId, viewer(snoozed), place, limit + 1);
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var open = findings.open(shown.stream().map(Worklist.Row::key).toList());
        var seen = views.of(open.values().stream().flatMap(List::stream).toList()).stream()
                .collect(Collectors.groupingBy(FindingView::patientId));
        var items = shown.stream()
                .map(row -> item(
                        row,
                        seen.getOrDefault(row.key().patient(), List.of()).stream()
                                .sorted(MOST_URGENT_FIRST)
                                .toList(),
                        clock.instant()))
                .toList();
        var taken = progress.of(Topics.SESSION);
        return new Page(
                items,
                rows.size() > limit ? shown.getLast().place().cursor() : null,
                taken.map(ReadProgress.Taken::through).orElse(null),
                taken.map(ReadProgress.Taken::waiting).orElse(null));
    }

    /// Who looks, and from when on snoozes count as ended; nobody where snoozed rows are shown too.
    private Optional<Worklist.Viewer> viewer(boolean snoozedToo) {
        return snoozedToo ? Optional.empty() : Optional.of(new Worklist.Viewer(caller.subject(), clock.instant()));
    }

    private static Item item(Worklist.Row row, List<FindingView> open, Instant now) {
        var forClinicians =
                open.stream().filter(finding -> finding.dueAt() != null).toList();
        var urgency = row.urgency();
        return new Item(
                row.key().patient(),
                row.patientStatus(),
                urgency == null ? null : urgency.word(),
                reason(row, open),
                row.since(),
                row.due(),
                row.due() != null && !now.isBefore(row.due()),
                forClinicians.stream().anyMatch(finding -> finding.escalations() > 0),
                all(forClinicians, finding -> finding.deliveredAt() != null),
                all(forClinicians, finding -> finding.snoozedUntil() != null),
                row.programme(),
                row.missing(),
                row.lastReportAt(),
                row.unreadNotes(),
                row.signUnread(),
                row.silent().orElse(null),
                row.lapsed().orElse(null),
                open);
    }

    private static String reason(Worklist.Row row, List<FindingView> open) {
        if (row.forItsSilence()) {
            return row.silent().map(Silent::says).orElseThrow();
        }
        if (row.forItsLapse()) {
            return row.lapsed().map(Lapsed::says).orElse("");
        }
        if (row.forItsNotes()) {
            return row.unreadNotes() == 1
                    ? "A note that nobody has read"
                    : row.unreadNotes() + " notes that nobody has read";
        }
        return open.isEmpty() ? "" : open.getFirst().headline();
    }

    /// Of nothing, nothing is true.
    private static boolean all(List<FindingView> findings, Predicate<FindingView> holds) {
        return !findings.isEmpty() && findings.stream().allMatch(holds);
    }

    private static final Comparator<FindingView> MOST_URGENT_FIRST = Comparator.comparingInt(
                    (FindingView view) -> rank(view.urgency()))
            .thenComparing(FindingView::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private static int rank(String urgency) {
        return Word.find(Urgency.class, urgency).map(Enum::ordinal).orElse(Integer.MAX_VALUE);
    }
}
