package care.sacrum.local.demo;

import care.sacrum.local.backing.DemoIdentities;
import care.sacrum.local.demo.FrontDesk.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Feeds the demo practice through the public APIs, with everyone's own token.
///
/// When the demo began is read from the practice itself: each patient's prescription starts on the day of enrolment.
/// So a start on the same day changes nothing, and a start on a later day adds the days since. What is there already is
/// not sent again, and what somebody changed in a record or a prescription stays as it was changed.
public final class DemoPractice {

    private static final String PROGRAMME = "gentle-sacral-start";
    private static final int CONNECTIONS = 6;
    private static final Duration FED_WITHIN = Duration.ofMinutes(2);
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(30);
    private static final Duration ASKED_EVERY = Duration.ofMillis(200);

    private static final String ANY_VERSION = "*";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 30);

    /// Of who is on the worklist without a finding.
    static final String GONE_QUIET = "gone quiet";

    private static final int GOES_SILENT_PATIENT = 6;

    private static final int SEEN_PATIENT = 12;
    private static final String SEEN_FOR = "nerve-root";
    private static final String NOTE =
            "Rang her and saw her the same day. Strength, reflexes, bladder and bowel are normal."
                    + " No exercises for now; looked at again in two weeks.";

    /// Sees all of the demo's patients.
    static final UUID CLINICIAN = UUID.fromString("5ac20000-0000-4000-a000-000000000001");

    private final URI patients;
    private final URI redemptions;
    private final URI practice;
    private final URI triage;
    private final URI issuer;
    private final InstantSource clock;

    /// @param session where session-service is
    /// @param triage  where triage-service is
    public DemoPractice(URI session, URI triage, URI issuer, InstantSource clock) {
        this.practice = session.resolve("/practices/" + DemoIdentities.PRACTICE);
        this.patients = session.resolve("/practices/" + DemoIdentities.PRACTICE + "/patients/");
        this.redemptions = session.resolve("/invitations/redemptions");
        this.triage = triage.resolve("/practices/" + DemoIdentities.PRACTICE + "/");
        this.issuer = issuer;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// @param reports   how many there are to tell up to now
    /// @param added     how many of them were new
    /// @param curtailed how many were not kept whole
    /// @param evaluated whether all of them were seen to be on the worklist
    /// @param worklist  most urgent first
    /// @param others    patients who need nobody now
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
            var summary =
                    new StringBuilder("%d patients, %d reports, %d of them new".formatted(patients, reports, added));
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
    /// @param urgency of what was found, or [#GONE_QUIET]
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
        var clinician = token(desk, DemoIdentities.CLINICIAN);
        recordPractice(desk);
        var told = allAtOnce(Stories.ALL.stream()
                .<Callable<Told>>map(story -> () -> tell(desk, clinician, story))
                .toList());
        acknowledgeWhatWasSeen(desk, clinician);
        awaitSilence(
                desk,
                clinician,
                Stories.ALL.stream()
                        .filter(story -> story.number() == GOES_SILENT_PATIENT)
                        .findFirst()
                        .orElseThrow());
        var sent = clock.instant();
        var evaluated =
                eventually(() -> evaluatedThrough(desk, clinician, sent)).isPresent();
        var worklist = worklist(desk, clinician);
        return new Fed(
                Stories.ALL.size(),
                told.stream().mapToInt(Told::reports).sum(),
                told.stream().mapToInt(Told::added).sum(),
                told.stream().mapToInt(Told::curtailed).sum(),
                evaluated,
                worklist,
                othersThan(worklist));
    }

    private record Told(int reports, int added, int curtailed) {}

    private void recordPractice(FrontDesk desk) {
        var lead = token(desk, DemoIdentities.LEAD);
        if (desk.get(lead, practice).mustBe(200, 404).is(404)) {
            var record = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", "Demo practice")
                    .put("country", "GB")
                    .put("timeZone", ZONE.getId())
                    .put("emergencyNumber", "999");
            var hours = record.putArray("hours");
            for (var day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
                hours.addObject().put("day", day).put("opens", OPENS.toString()).put("closes", CLOSES.toString());
            }
            desk.put(lead, practice, record).mustBe(200, 201);
        }
        var clinician = URI.create(practice + "/clinicians/" + CLINICIAN);
        if (desk.get(lead, clinician).mustBe(200, 404).is(404)) {
            var record = JsonNodeFactory.instance
                    .objectNode()
                    .put("displayName", "Sam Example")
                    .put("profession", "physical_therapist");
            desk.put(lead, clinician, record).mustBe(200, 201);
        }
    }

    private Told tell(FrontDesk desk, String clinician, Story story) {
        var patient = patients.resolve(story.patientId().toString());
        if (desk.get(clinician, patient).mustBe(200, 404).is(404)) {
            desk.put(clinician, patient, story.person().record(CLINICIAN)).mustBe(200, 201);
            desk.put(clinician, URI.create(patient + "/contact"), story.person().contact())
                    .mustBe(200, 201);
        }
        var enrolled = enrolled(desk, clinician, story);
        var own = token(desk, DemoIdentities.patient(story.number()));
        becomePatient(desk, clinician, patient, own);
        var known = known(desk, own, patient);
        var tellings = story.toldSince(enrolled, clock.instant());
        var missing = tellings.stream()
                .filter(telling -> !known.contains(telling.id()))
                .toList();
        int curtailed = 0;
        for (var part : inParts(story, enrolled, missing)) {
            curtailed += send(desk, own, patient, part);
            if (part.size() < missing.size()) {
                awaitSilence(desk, clinician, story);
            }
        }
        return new Told(tellings.size(), missing.size(), curtailed);
    }

    /// Who was silent and is back tells the rest only when the practice has heard of the silence.
    private static List<List<Telling>> inParts(Story story, LocalDate enrolled, List<Telling> missing) {
        if (missing.isEmpty() || story.silence() == null) {
            return missing.isEmpty() ? List.of() : List.of(missing);
        }
        var from = enrolled.plusDays(story.silence().from() - 1L)
                .atStartOfDay(story.person().home())
                .toInstant();
        var before = missing.stream()
                .filter(telling -> telling.observedAt().isBefore(from))
                .toList();
        var after = missing.subList(before.size(), missing.size());
        return before.isEmpty() || after.isEmpty() ? List.of(missing) : List.of(before, after);
    }

    /// A silence is told only in the practice's hours; outside of them there is nothing to wait for.
    private void awaitSilence(FrontDesk desk, String clinician, Story story) {
        if (isOpen(clock.instant())) {
            var silence = URI.create(patients.resolve(story.patientId().toString()) + "/silence");
            eventually(() -> Optional.of(desk.get(clinician, silence).mustBe(200))
                    .filter(answer -> answer.body().path("state").asText().equals("silent")));
        }
    }

    /// By the hours that the demo recorded.
    static boolean isOpen(Instant at) {
        var local = at.atZone(ZONE);
        var weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(local.getDayOfWeek());
        return !weekend
                && !local.toLocalTime().isBefore(OPENS)
                && local.toLocalTime().isBefore(CLOSES);
    }

    /// All at once, as a phone does that was offline. A story is far shorter than the 500 reports that may come
    /// together.
    ///
    /// @return how many of them were not kept whole
    private int send(FrontDesk desk, String own, URI patient, List<Telling> tellings) {
        var batch = JsonNodeFactory.instance.objectNode();
        var reports = batch.putArray("reports");
        var now = clock.instant();
        for (var telling : tellings) {
            reports.add(telling.body(now).put("reportId", telling.id().toString()));
        }
        var answer = desk.post(own, URI.create(patient + "/reports"), batch)
                .mustBe(200)
                .body();
        int curtailed = 0;
        for (var item : answer.path("items")) {
            if (!item.has("receipt")) {
                throw new IllegalStateException("A report was not kept: " + item);
            }
            curtailed += item.path("receipt").path("setAside").isEmpty() ? 0 : 1;
        }
        return curtailed;
    }

    /// As anyone does: by an invitation, which is good once.
    private void becomePatient(FrontDesk desk, String clinician, URI patient, String own) {
        if (desk.get(clinician, patient).mustBe(200).body().hasNonNull("subject")) {
            return;
        }
        var nothing = JsonNodeFactory.instance.objectNode();
        var code = desk.post(clinician, URI.create(patient + "/invitations"), nothing)
                .mustBe(200, 201)
                .body()
                .path("code");
        // 422: where the answer got lost, the code is used up when it is sent again. Had it not been redeemed, the
        // reports that follow would be refused.
        desk.post(own, redemptions, JsonNodeFactory.instance.objectNode().set("code", code))
                .mustBe(200, 201, 422);
    }

    /// The reports that are there already.
    private static Set<UUID> known(FrontDesk desk, String own, URI patient) {
        var known = new HashSet<UUID>();
        var history = URI.create(patient + "/history?limit=200");
        var page = desk.get(own, history).mustBe(200).body();
        page.path("items")
                .forEach(report ->
                        known.add(UUID.fromString(report.path("reportId").asText())));
        while (page.hasNonNull("next")) {
            page = desk.get(
                            own,
                            URI.create(history + "&after=" + page.path("next").asText()))
                    .mustBe(200)
                    .body();
            page.path("items")
                    .forEach(report ->
                            known.add(UUID.fromString(report.path("reportId").asText())));
        }
        return known;
    }

    /// The day of enrolment is the day on which the prescription starts; the first time, it is made now.
    private LocalDate enrolled(FrontDesk desk, String clinician, Story story) {
        var patient = patients.resolve(story.patientId().toString());
        var prescriptions =
                desk.get(clinician, URI.create(patient + "/prescriptions")).mustBe(200);
        for (var prescription : prescriptions.body().path("items")) {
            if (prescription
                    .path("prescriptionId")
                    .asText()
                    .equals(story.prescriptionId().toString())) {
                return LocalDate.parse(prescription.path("startDate").asText());
            }
        }
        var today = story.enrolledForADemoThatBegins(clock.instant());
        var prescription = JsonNodeFactory.instance
                .objectNode()
                .put("programme", PROGRAMME)
                .put("programmeVersion", 1)
                .put("startDate", today.toString())
                .put("timesADay", 1)
                .put("daysAWeek", 5);
        var where = URI.create(patient + "/prescriptions/" + story.prescriptionId());
        // Content that was published just now may take a moment to be known.
        eventually(() -> Optional.of(desk.put(clinician, where, prescription)).filter(answer -> !answer.is(422)))
                .orElseGet(() -> desk.put(clinician, where, prescription))
                .mustBe(200, 201);
        if (story.pause() != null) {
            var pause = URI.create(where + "/pause");
            var from = today.plusDays(story.pause().from() - 1L);
            var resumed = today.plusDays(story.pause().resumedOn() - 1L);
            desk.change(
                            clinician,
                            pause,
                            ANY_VERSION,
                            JsonNodeFactory.instance.objectNode().put("from", from.toString()))
                    .mustBe(200);
            // 409: resumed already, where the answer to it got lost.
            desk.delete(clinician, URI.create(pause + "?on=" + resumed), ANY_VERSION)
                    .mustBe(200, 409);
        }
        return today;
    }

    private void acknowledgeWhatWasSeen(FrontDesk desk, String clinician) {
        var findings = triage.resolve("patients/" + DemoIdentities.patientId(SEEN_PATIENT) + "/findings");
        var raised = eventually(() -> finding(desk.get(clinician, findings).mustBe(200)));
        raised.filter(finding -> finding.path("state").asText().equals("raised"))
                .ifPresent(finding -> desk.put(
                                clinician,
                                triage.resolve(
                                        "findings/" + finding.path("findingId").asText() + "/acknowledgement"),
                                JsonNodeFactory.instance.objectNode().put("note", NOTE))
                        .mustBe(200, 409));
    }

    private static Optional<JsonNode> finding(Answer findings) {
        for (var finding : findings.body()) {
            if (finding.path("rule").asText().equals(SEEN_FOR)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    /// Present once everything that was sent up to then is evaluated.
    private Optional<Answer> evaluatedThrough(FrontDesk desk, String clinician, Instant sent) {
        var page = desk.get(clinician, triage.resolve("worklist?limit=1")).mustBe(200);
        return Optional.of(page)
                .filter(known -> known.body().path("waiting").asLong(1) == 0)
                .filter(known -> Instant.parse(
                                known.body().path("evaluatedThrough").asText(Instant.MIN.toString()))
                        .isAfter(sent));
    }

    private List<Waiting> worklist(FrontDesk desk, String clinician) {
        var page = desk.get(clinician, triage.resolve("worklist?limit=200")).mustBe(200);
        var waiting = new ArrayList<Waiting>();
        for (var item : page.body().path("items")) {
            for (var story : Stories.ALL) {
                if (item.path("patientId").asText().equals(story.patientId().toString())) {
                    waiting.add(new Waiting(
                            story.number(),
                            story.person().name(),
                            item.path("urgency").asText(GONE_QUIET),
                            item.path("reason").asText()));
                }
            }
        }
        return waiting;
    }

    private static List<Calm> othersThan(List<Waiting> worklist) {
        var waiting = new HashSet<Integer>();
        worklist.forEach(patient -> waiting.add(patient.number()));
        return Stories.ALL.stream()
                .filter(story -> !waiting.contains(story.number()))
                .map(story -> new Calm(story.number(), story.person().name(), story.about()))
                .toList();
    }

    private String token(FrontDesk desk, String name) {
        return desk.token(issuer, name);
    }

    private static <T> Optional<T> eventually(Supplier<Optional<T>> asked) {
        var until = System.nanoTime() + ARRIVES_WITHIN.toNanos();
        var answer = asked.get();
        while (answer.isEmpty() && System.nanoTime() < until) {
            FrontDesk.pause(ASKED_EVERY);
            answer = asked.get();
        }
        return answer;
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
