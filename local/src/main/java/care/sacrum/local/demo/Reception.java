package care.sacrum.local.demo;

import care.sacrum.local.backing.DemoIdentities;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Where a practice's patients are enrolled and hand in what they tell. What is there already is not handed in again,
/// and what somebody changed in it stays as it was changed.
final class Reception {

    private static final String ANY_VERSION = "*";

    /// A patient excuses no day that is longer ago; the practice does.
    private static final int PATIENT_LOOKS_BACK_DAYS = 14;

    private final FrontDesk desk;
    private final Addresses where;
    private final Clinic clinic;
    private final InstantSource clock;
    private final String clinician;
    private final String lead;

    Reception(FrontDesk desk, Addresses where, Clinic clinic, InstantSource clock) {
        this.desk = desk;
        this.where = where;
        this.clinic = clinic;
        this.clock = clock;
        this.clinician = desk.token(where.issuer(), clinic.clinician());
        this.lead = desk.token(where.issuer(), clinic.lead());
    }

    /// What a patient had to tell.
    ///
    /// @param enrolled  day 1 of the story
    /// @param reports   how many there are to tell up to now
    /// @param added     how many of them were new
    /// @param curtailed how many were not kept whole
    record Told(Story story, LocalDate enrolled, int reports, int added, int curtailed) {}

    void open() {
        var practice = where.session(clinic, "");
        if (desk.get(lead, practice).mustBe(200, 404).is(404)) {
            desk.put(lead, practice, clinic.record()).mustBe(200, 201);
        }
        var who = where.session(clinic, "/clinicians/" + clinic.clinicianId());
        if (desk.get(lead, who).mustBe(200, 404).is(404)) {
            desk.put(lead, who, clinic.clinicianRecord()).mustBe(200, 201);
        }
    }

    Told tell(Story story) {
        var patient = where.session(clinic, story, "");
        if (desk.get(clinician, patient).mustBe(200, 404).is(404)) {
            desk.put(clinician, patient, story.person().record(clinic.clinicianId()))
                    .mustBe(200, 201);
            desk.put(
                            clinician,
                            where.session(clinic, story, "/contact"),
                            story.person().contact())
                    .mustBe(200, 201);
        }
        var enrolled = enrolled(story);
        for (var plan : story.further()) {
            var id = story.prescriptionId(plan);
            if (desk.get(clinician, prescription(story, id)).mustBe(200, 404).is(404)) {
                prescribe(story, id, prescribed(plan, enrolled));
            }
        }
        var own = desk.token(where.issuer(), DemoIdentities.patient(story.number()));
        becomePatient(patient, own);
        excuse(story, enrolled, own);
        var known = known(story, own);
        var tellings = story.toldSince(enrolled, clock.instant());
        var missing = tellings.stream()
                .filter(telling -> !known.contains(telling.id()))
                .toList();
        int curtailed = 0;
        for (var part : inParts(story, enrolled, missing)) {
            curtailed += send(story, own, part);
            if (part.size() < missing.size()) {
                awaitSilence(story);
            }
        }
        return new Told(story, enrolled, tellings.size(), missing.size(), curtailed);
    }

    /// A silence is told only in the practice's hours; outside of them there is nothing to wait for.
    void awaitSilence(Story story) {
        if (clinic.isOpen(clock.instant())) {
            var silence = where.session(clinic, story, "/silence");
            FrontDesk.eventually(() -> Optional.of(desk.get(clinician, silence).mustBe(200))
                    .filter(answer -> answer.body().path("state").asText().equals("silent")));
        }
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

    /// All at once, as a phone does that was offline. A story is far shorter than the 500 reports that may come
    /// together.
    ///
    /// @return how many of them were not kept whole
    private int send(Story story, String own, List<Telling> tellings) {
        var batch = object();
        var reports = batch.putArray("reports");
        var now = clock.instant();
        for (var telling : tellings) {
            reports.add(telling.body(now).put("reportId", telling.id().toString()));
        }
        var answer = desk.post(own, where.session(clinic, story, "/reports"), batch)
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
    private void becomePatient(URI patient, String own) {
        if (desk.get(clinician, patient).mustBe(200).body().hasNonNull("subject")) {
            return;
        }
        var code = desk.post(clinician, URI.create(patient + "/invitations"), object())
                .mustBe(200, 201)
                .body()
                .path("code");
        var redemptions = where.session().resolve("/invitations/redemptions");
        // 422: where the answer got lost, the code is used up when it is sent again. Had it not been redeemed, the
        // reports that follow would be refused.
        desk.post(own, redemptions, object().set("code", code)).mustBe(200, 201, 422);
    }

    /// Said once: what was withdrawn is not said again.
    private void excuse(Story story, LocalDate enrolled, String own) {
        var excuse = story.excuse();
        if (excuse == null) {
            return;
        }
        var id = story.id("excuse").toString();
        var said = desk.get(clinician, where.session(clinic, story, "/excuses?limit=200"))
                .mustBe(200)
                .body();
        for (var each : said.path("items")) {
            if (each.path("excuseId").asText().equals(id)) {
                return;
            }
        }
        var from = enrolled.plusDays(excuse.from() - 1L);
        var today = clock.instant().atZone(story.person().home()).toLocalDate();
        var withinReach = !from.isBefore(today.minusDays(PATIENT_LOOKS_BACK_DAYS));
        var details = object().put("from", from.toString())
                .put("to", enrolled.plusDays(excuse.to() - 1L).toString())
                .put("reason", excuse.reason());
        desk.put(
                        excuse.byPatient() && withinReach ? own : clinician,
                        where.session(clinic, story, "/excuses/" + id),
                        details)
                .mustBe(200, 201);
    }

    /// The reports that are there already.
    private Set<UUID> known(Story story, String own) {
        var known = new HashSet<UUID>();
        var history = where.session(clinic, story, "/history?limit=200");
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
    private LocalDate enrolled(Story story) {
        var prescriptions = desk.get(clinician, where.session(clinic, story, "/prescriptions?limit=200"))
                .mustBe(200);
        for (var prescription : prescriptions.body().path("items")) {
            if (prescription
                    .path("prescriptionId")
                    .asText()
                    .equals(story.prescriptionId().toString())) {
                return LocalDate.parse(prescription.path("startDate").asText());
            }
        }
        var today = story.enrolledForADemoThatBegins(clock.instant());
        prescribe(story, story.prescriptionId(), prescribed(story.plan(), today));
        if (story.pause() != null) {
            var pause = URI.create(prescription(story, story.prescriptionId()) + "/pause");
            var from = today.plusDays(story.pause().from() - 1L);
            var resumed = today.plusDays(story.pause().resumedOn() - 1L);
            desk.change(clinician, pause, ANY_VERSION, object().put("from", from.toString()))
                    .mustBe(200);
            // 409: resumed already, where the answer to it got lost.
            desk.delete(clinician, URI.create(pause + "?on=" + resumed), ANY_VERSION)
                    .mustBe(200, 409);
        }
        return today;
    }

    private URI prescription(Story story, UUID id) {
        return where.session(clinic, story, "/prescriptions/" + id);
    }

    /// Content that was published just now may take a moment to be known.
    private void prescribe(Story story, UUID id, ObjectNode prescribed) {
        var plan = prescription(story, id);
        FrontDesk.eventually(
                        () -> Optional.of(desk.put(clinician, plan, prescribed)).filter(answer -> !answer.is(422)))
                .orElseGet(() -> desk.put(clinician, plan, prescribed))
                .mustBe(200, 201);
    }

    private static ObjectNode prescribed(Story.Plan plan, LocalDate enrolled) {
        var prescription = object().put("programme", plan.programme())
                .put("programmeVersion", 1)
                .put("startDate", enrolled.plusDays(plan.firstDay() - 1L).toString())
                .put("timesADay", plan.timesADay());
        if (plan.weekdays() == null) {
            prescription.put("daysAWeek", 5);
        } else {
            plan.weekdays().forEach(prescription.putArray("weekdays")::add);
        }
        return plan.lastDay() == null
                ? prescription
                : prescription.put(
                        "endDate", enrolled.plusDays(plan.lastDay() - 1L).toString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
