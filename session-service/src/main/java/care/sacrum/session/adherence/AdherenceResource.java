package care.sacrum.session.adherence;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.adherence.AdherenceView.DayView;
import care.sacrum.session.adherence.AdherenceView.PrescriptionFigure;
import care.sacrum.session.adherence.AdherenceView.StreakView;
import care.sacrum.session.adherence.AdherenceView.WeekView;
import care.sacrum.session.adherence.calculation.Day;
import care.sacrum.session.adherence.calculation.Diary;
import care.sacrum.session.adherence.calculation.Facts;
import care.sacrum.session.adherence.calculation.Figure;
import care.sacrum.session.adherence.calculation.Rolling;
import care.sacrum.session.adherence.calculation.Standing;
import care.sacrum.session.adherence.calculation.Status;
import care.sacrum.session.adherence.calculation.Streak;
import care.sacrum.session.asking.Id;
import care.sacrum.session.asking.Query;
import care.sacrum.session.patient.Patients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practice}/patients/{patient}/adherence")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Adherence")
class AdherenceResource {

    private static final int MOST_DAYS = 366;
    private static final int MOST_EXPLAINED_DAYS = 92;
    private static final int USUAL_DAYS = 30;

    private final KnownFacts facts;
    private final Patients patients;
    private final Caller caller;
    private final InstantSource clock;

    AdherenceResource(KnownFacts facts, Patients patients, Caller caller, InstantSource clock) {
        this.facts = facts;
        this.patients = patients;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Transactional
    @Operation(
            operationId = "readAdherence",
            summary = "Read how well a patient follows the plan",
            description =
                    "By day, by ISO week, for the last 7 and 30 days and for each prescription; streak, trend, and"
                            + " pain beside it. Days are the patient's own. from and to are local days, both included, at"
                            + " most 366; usually the last 30. Days after the patient's today are left out. asKnownAt is a"
                            + " moment with its offset: what came later is not reckoned in. Roles: the patient, and"
                            + " clinician, practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(schema = @Schema(implementation = AdherenceView.class)))
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID, or a query parameter cannot be meant")
    public AdherenceView read(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("asKnownAt") @Nullable String asKnownAt) {
        var asked = asked(practiceId, patientId, from, to, asKnownAt, MOST_DAYS);
        var standing = asked.standing;
        var ofPlans = asked.ofPlans();
        var everyDay = asked.everyDay();
        var rolling = Rolling.of(everyDay, standing);
        var days = everyDay.stream()
                .filter(day -> !day.day().isBefore(asked.from) && !day.day().isAfter(asked.to))
                .toList();
        return new AdherenceView(
                asked.patient,
                Diary.CALCULATION_VERSION,
                asked.knownAt,
                standing.today(),
                standing.synced(),
                days.stream().map(day -> view(day, standing, rolling)).toList(),
                weeks(asked, rolling),
                FigureView.of(rolling.upTo(standing.today(), Rolling.DAYS_OF_A_WEEK)),
                FigureView.of(rolling.upTo(standing.today(), Rolling.DAYS_OF_A_MONTH)),
                prescriptions(asked.facts, ofPlans, standing),
                StreakView.of(Streak.of(ofPlans, standing)),
                Wording.word(rolling.trendOn(standing.today())),
                PainView.of(Diary.pain(days)));
    }

    @GET
    @Path("explanation")
    @RolesAllowed({Role.PATIENT, Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Transactional
    @Operation(
            operationId = "explainAdherence",
            summary = "Read why the figures are what they are",
            description =
                    "Each day with what every prescription expected of it and why, which sessions counted and which"
                            + " not, how much of each exercise was done, since when what is not there counts as missed,"
                            + " who excused or held the day, and the version of the calculation. from and to are local days, both included, at"
                            + " most 92; usually the last 30. asKnownAt as for the figures. Roles: the patient, and"
                            + " clinician, practice_lead and integrator of the practice.")
    @APIResponse(
            responseCode = "200",
            description = "The days and their reasons",
            content = @Content(schema = @Schema(implementation = ExplanationView.class)))
    @APIResponse(responseCode = "404", description = "No such patient whom the caller may see")
    @APIResponse(responseCode = "422", description = "An id is no UUID, or a query parameter cannot be meant")
    public ExplanationView explain(
            @PathParam("practice") String practiceId,
            @PathParam("patient") String patientId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("asKnownAt") @Nullable String asKnownAt) {
        var asked = asked(practiceId, patientId, from, to, asKnownAt, MOST_EXPLAINED_DAYS);
        var explanation = new Explanation(asked.facts, asked.standing);
        var days = asked.diary.days(asked.from, asked.to);
        return new ExplanationView(
                asked.patient,
                Diary.CALCULATION_VERSION,
                Wording.METHOD,
                asked.knownAt,
                asked.standing.today(),
                Standing.zoneOf(asked.facts).getId(),
                asked.facts.homeZone().getId(),
                asked.standing.synced(),
                explanation.trend(asked.everyDay()),
                explanation.streak(asked.ofPlans()),
                explanation.asked(days),
                days.stream().map(explanation::of).toList());
    }

    private record Asked(
            UUID patient, Instant knownAt, Facts facts, Diary diary, Standing standing, LocalDate from, LocalDate to) {

        /// No prescription covers a day before, so no figure begins there.
        LocalDate firstDay() {
            return diary.firstDay().orElse(standing.today().plusDays(1));
        }

        List<Day> ofPlans() {
            return diary.days(firstDay(), standing.today());
        }

        /// Those of plans, and those before them that a figure reaches back to: what is extra belongs to its day.
        List<Day> everyDay() {
            var lastBefore = firstDay().minusDays(1);
            var sunday = Diary.mondayOf(to).plusDays(Rolling.DAYS_OF_A_WEEK - 1);
            var days = new TreeMap<LocalDate, Day>();
            Stream.of(
                            diary.days(
                                    Diary.mondayOf(from).minusDays(Rolling.DAYS_OF_A_MONTH),
                                    earliest(sunday, lastBefore)),
                            diary.days(
                                    standing.today().minusDays(Rolling.DAYS_OF_A_MONTH),
                                    earliest(standing.today(), lastBefore)),
                            ofPlans())
                    .flatMap(List::stream)
                    .forEach(day -> days.put(day.day(), day));
            return List.copyOf(days.values());
        }
    }

    private Asked asked(
            String practiceId,
            String patientId,
            @Nullable String from,
            @Nullable String to,
            @Nullable String asKnownAt,
            int mostDays) {
        var key = new PatientKey(Id.of("practiceId", practiceId), Id.of("patientId", patientId));
        var fromDay = Query.day("from", from);
        var toDay = Query.day("to", to);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var knownAt = Query.moment("asKnownAt", asKnownAt).orElse(now);
        if (knownAt.isAfter(now)) {
            throw Query.refused("asKnownAt", "lies ahead: nobody knows yet");
        }
        patients.mustBeVisibleTo(caller, key.practice(), key.patient());
        var known = facts.of(key)
                .orElseThrow(() -> Problem.notFound("patient", key.patient()).refused())
                .asKnownAt(knownAt);
        var standing = Standing.of(known, knownAt);
        var last = toDay.orElse(standing.today());
        var first = fromDay.orElse(last.minusDays(USUAL_DAYS - 1));
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= mostDays) {
            throw toDay.isPresent()
                    ? Query.refused("from", "must not lie after to, and no more than " + mostDays + " days in all")
                    : Query.refusedWithoutTo(last, mostDays);
        }
        return new Asked(
                key.patient(),
                knownAt,
                known,
                Diary.of(known),
                standing,
                first,
                last.isAfter(standing.today()) ? standing.today() : last);
    }

    private static DayView view(Day day, Standing standing, Rolling rolling) {
        return new DayView(
                day.day(),
                Wording.word(Status.of(day, standing)),
                FigureView.of(Figure.of(day, standing)),
                rolling.upTo(day.day(), Rolling.DAYS_OF_A_WEEK).percent(),
                rolling.upTo(day.day(), Rolling.DAYS_OF_A_MONTH).percent(),
                day.rest(),
                PainView.of(day.pain()));
    }

    private static List<WeekView> weeks(Asked asked, Rolling rolling) {
        var weeks = new ArrayList<WeekView>();
        for (var monday = Diary.mondayOf(asked.from); !monday.isAfter(asked.to); monday = monday.plusWeeks(1)) {
            var sunday = monday.plusDays(Rolling.DAYS_OF_A_WEEK - 1);
            weeks.add(new WeekView(
                    String.format(
                            Locale.ROOT,
                            "%d-W%02d",
                            monday.get(IsoFields.WEEK_BASED_YEAR),
                            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                    monday,
                    sunday,
                    FigureView.of(rolling.between(monday, sunday))));
        }
        return weeks;
    }

    private static List<PrescriptionFigure> prescriptions(Facts facts, List<Day> ofPlans, Standing standing) {
        return facts.plans().stream()
                .map(plan -> new PrescriptionFigure(
                        plan.prescription(),
                        plan.versions().getLast().programme(),
                        FigureView.of(Diary.figure(ofPlans, plan.prescription(), standing))))
                .toList();
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
