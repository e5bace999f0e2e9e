package care.sacrum.local.demo;

import care.sacrum.local.backing.DemoIdentities;
import care.sacrum.local.demo.FrontDesk.Answer;
import care.sacrum.local.demo.Reception.Told;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Feeds the demo practices through the public APIs, with everyone's own token.
///
/// When the demo began is read from the practice itself: each patient's prescription starts on the day of enrolment.
/// So a start on the same day changes nothing, and a start on a later day adds the days since. What is there already is
/// not sent again, and what somebody changed in a record or a prescription stays as it was changed.
///
/// Silences and lapses are told in a practice's hours only, so what tells of them is to be seen at once in these hours,
/// and from the next opening on else. Nothing else depends on the hour.
public final class DemoPractice {

    private static final int CONNECTIONS = 6;
    private static final Duration FED_WITHIN = Duration.ofMinutes(2);

    /// Of who is on the worklist without a finding.
    static final String GONE_QUIET = "gone quiet";

    static final String PLAN_LAPSED = "plan lapsed";

    static final String NOTE_UNREAD = "note unread";

    private static final int GOES_SILENT_PATIENT = 6;

    /// Told of less than so many percent over seven days; the usual is 50.
    static final int LAPSE_BELOW_PERCENT = 40;

    private static final int LAPSES_PATIENT = 10;

    /// Of whom everything is published once more.
    static final int REPLAYED_PATIENT = 1;

    /// Of monitoring, by story.
    private static final List<List<Integer>> MINUTES = List.of(List.of(22, 20), List.of(12));

    private final Addresses where;
    private final InstantSource clock;

    /// @param content where content-service is
    /// @param session where session-service is
    /// @param triage  where triage-service is
    public DemoPractice(URI content, URI session, URI triage, URI issuer, InstantSource clock) {
        this.where = new Addresses(content, session, triage, issuer);
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// @param patients  of both practices
    /// @param reports   how many there are to tell up to now
    /// @param added     how many of them were new
    /// @param curtailed how many were not kept whole
    /// @param evaluated whether all of them were seen to be on the worklist, and who is silent
    /// @param worklist  of the first practice, most urgent first
    /// @param others    patients of that practice who need nobody now
    public record Fed(
            int patients,
            int reports,
            int added,
            int curtailed,
            boolean evaluated,
            List<Waiting> worklist,
            List<Calm> others)
            implements Outcome {

        /// In one line.
        public String summary() {
            var summary = new StringBuilder(
                    "%d patients of two practices, %d reports, %d of them new".formatted(patients, reports, added));
            if (curtailed > 0) {
                summary.append("; %d were not kept whole".formatted(curtailed));
            }
            if (!evaluated) {
                summary.append("; triage is not through with them yet");
            }
            return summary.toString();
        }
    }

    public record NotFed(String why) implements Outcome {}

    /// A patient on the worklist.
    ///
    /// @param urgency of what was found, or [#GONE_QUIET], [#PLAN_LAPSED] or [#NOTE_UNREAD]
    public record Waiting(int number, String name, String urgency, String reason) {}

    /// A patient who is not, and the story.
    public record Calm(int number, String name, String about) {}

    /// Never throws: a suite without its demo is still a suite.
    public Outcome feed() {
        try (var desk = new FrontDesk()) {
            return fed(desk);
        } catch (RuntimeException e) {
            return new NotFed(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private Outcome fed(FrontDesk desk) {
        var here = new Reception(desk, where, Clinic.HOME, clock);
        var american = new Reception(desk, where, Clinic.AMERICAN, clock);
        here.open();
        american.open();
        new OwnContent(desk, where, Clinic.HOME).publish();
        var told = allAtOnce(Stream.concat(tasks(here, Clinic.HOME), tasks(american, Clinic.AMERICAN))
                .toList());
        new Treatment(desk, where, Clinic.HOME).treat();
        monitor(desk, told);
        here.awaitSilence(Stories.of(GOES_SILENT_PATIENT));
        listenForLapses(desk);
        var clinician = desk.token(where.issuer(), Clinic.HOME.clinician());
        var sent = clock.instant();
        var evaluated = FrontDesk.eventually(() -> evaluatedThrough(desk, clinician, sent))
                .isPresent();
        publishAgain(desk);
        var settled = FrontDesk.eventually(() -> settledWorklist(desk, clinician));
        var worklist = waiting(settled.orElseGet(() -> worklist(desk, clinician)));
        return new Fed(
                told.size(),
                told.stream().mapToInt(Told::reports).sum(),
                told.stream().mapToInt(Told::added).sum(),
                told.stream().mapToInt(Told::curtailed).sum(),
                evaluated && settled.isPresent(),
                worklist,
                othersThan(worklist));
    }

    private static Stream<Callable<Told>> tasks(Reception reception, Clinic clinic) {
        return clinic.stories().stream().map(story -> () -> reception.tell(story));
    }

    private void monitor(FrontDesk desk, List<Told> told) {
        var monitoring = new Monitoring(desk, where, Clinic.AMERICAN);
        if (!monitoring.turnOn()) {
            return;
        }
        told.stream()
                .filter(each -> Stories.AMERICAN.contains(each.story()))
                .forEach(each -> monitoring.monitor(
                        each.story(), each.enrolled(), MINUTES.get(Stories.AMERICAN.indexOf(each.story()))));
    }

    /// Once, when adherence has reckoned with what was told: a change of the thresholds has everybody looked at anew.
    private void listenForLapses(FrontDesk desk) {
        var lead = desk.token(where.issuer(), Clinic.HOME.lead());
        var signals = where.session(Clinic.HOME, "/signals");
        if (desk.get(lead, signals).mustBe(200).body().path("version").longValue() > 0) {
            return;
        }
        FrontDesk.eventually(() -> reckonedWith(desk, lead));
        var thresholds = JsonNodeFactory.instance
                .objectNode()
                .put("silentAfterDays", 5)
                .put("lapseBelowPercent", LAPSE_BELOW_PERCENT)
                .put("lapseWindowDays", 7)
                .put("lapseExpectedAtLeast", 3);
        desk.change(lead, signals, "\"0\"", thresholds).mustBe(200);
    }

    private Optional<Answer> reckonedWith(FrontDesk desk, String lead) {
        var overview = desk.get(lead, where.session(Clinic.HOME, "/adherence?limit=200"))
                .mustBe(200);
        for (var patient : overview.body().path("items")) {
            if (patient.path("patientId")
                            .asText()
                            .equals(DemoIdentities.patientId(LAPSES_PATIENT).toString())
                    && patient.path("sevenDays").has("percent")) {
                return Optional.of(overview);
            }
        }
        return Optional.empty();
    }

    /// Once, and of one patient: whoever reads it has it already, and notices nothing.
    private void publishAgain(FrontDesk desk) {
        var lead = desk.token(where.issuer(), Clinic.HOME.lead());
        var replays = where.session(Clinic.HOME, "/replays");
        if (desk.get(lead, replays).mustBe(200).body().path("items").isEmpty()) {
            var wish = JsonNodeFactory.instance
                    .objectNode()
                    .put("patientId", DemoIdentities.patientId(REPLAYED_PATIENT).toString());
            // 409: under way, where the answer got lost.
            desk.post(lead, replays, wish).mustBe(202, 409);
        }
    }

    /// Present once everything that was sent up to then is evaluated.
    private Optional<Answer> evaluatedThrough(FrontDesk desk, String clinician, Instant sent) {
        var page = desk.get(clinician, where.triage(Clinic.HOME, "/worklist?limit=1"))
                .mustBe(200);
        return Optional.of(page)
                .filter(known -> known.body().path("waiting").asLong(1) == 0)
                .filter(known -> Instant.parse(
                                known.body().path("evaluatedThrough").asText(Instant.MIN.toString()))
                        .isAfter(sent));
    }

    /// Present once it says the same as session-service of who is silent: a report that ends a silence takes a moment
    /// to be noticed, and that it has ended another to be told.
    private Optional<Answer> settledWorklist(FrontDesk desk, String clinician) {
        var silent = desk.get(clinician, where.session(Clinic.HOME, "/silent-patients?limit=200"))
                .mustBe(200);
        return Optional.of(worklist(desk, clinician)).filter(page -> isSettled(silent.body(), page.body()));
    }

    /// @param silent   the patients who are silent by session-service
    /// @param worklist by triage
    static boolean isSettled(JsonNode silent, JsonNode worklist) {
        var told = new HashSet<String>();
        for (var patient : silent.path("items")) {
            var silentAt = Instant.parse(patient.path("silentAt").asText());
            // A phone that synced since and brought nothing of the last days ends no silence.
            if (patient.has("lastSyncedAt")
                    && Instant.parse(patient.path("lastSyncedAt").asText()).isAfter(silentAt)
                    && patient.path("quietDays").asInt()
                            < patient.path("silentAfterDays").asInt()) {
                return false;
            }
            told.add(patient.path("patientId").asText());
        }
        var shown = new HashSet<String>();
        for (var item : worklist.path("items")) {
            if (item.has("silence")) {
                shown.add(item.path("patientId").asText());
            }
        }
        return shown.equals(told);
    }

    private Answer worklist(FrontDesk desk, String clinician) {
        return desk.get(clinician, where.triage(Clinic.HOME, "/worklist?limit=200&snoozed=true"))
                .mustBe(200);
    }

    private static List<Waiting> waiting(Answer page) {
        var waiting = new ArrayList<Waiting>();
        for (var item : page.body().path("items")) {
            for (var story : Stories.ALL) {
                if (item.path("patientId").asText().equals(story.patientId().toString())) {
                    waiting.add(new Waiting(
                            story.number(),
                            story.person().name(),
                            item.path("urgency").asText(withoutAFinding(item)),
                            item.path("reason").asText()));
                }
            }
        }
        return waiting;
    }

    private static String withoutAFinding(JsonNode item) {
        return item.has("silence") ? GONE_QUIET : item.has("lapse") ? PLAN_LAPSED : NOTE_UNREAD;
    }

    private static List<Calm> othersThan(List<Waiting> worklist) {
        var waiting = new HashSet<Integer>();
        worklist.forEach(patient -> waiting.add(patient.number()));
        return Stories.ALL.stream()
                .filter(story -> !waiting.contains(story.number()))
                .map(story -> new Calm(story.number(), story.person().name(), story.about()))
                .toList();
    }

    /// Each patient tells in order; patients tell at the same time, over a few connections.
    private static List<Told> allAtOnce(List<Callable<Told>> tasks) {
        var threads = Executors.newFixedThreadPool(
                CONNECTIONS, Thread.ofPlatform().daemon().name("demo-", 1).factory());
        try {
            var told = new ArrayList<Told>();
            for (var each : threads.invokeAll(tasks, FED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                told.add(each.get());
            }
            return told;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("it took longer than " + FED_WITHIN.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
