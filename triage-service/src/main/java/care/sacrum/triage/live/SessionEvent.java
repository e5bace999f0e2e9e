package care.sacrum.triage.live;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.inbox.Unusable;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.practice.Opening;
import care.sacrum.triage.practice.Practice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What triage reads of session-service's events: its own picture of them, with the fields it uses.
sealed interface SessionEvent {

    record PracticeRecorded(Practice practice) implements SessionEvent {}

    /// @param facts the patient object, in the vocabulary of a case
    /// @param responsibleClinician absent while nobody is
    record PatientRecorded(
            PatientKey key,
            long version,
            String status,
            @Nullable String subject,
            JsonNode facts,
            Optional<UUID> responsibleClinician)
            implements SessionEvent {}

    /// @param report the report object, in the vocabulary of a case
    record Reported(PatientKey key, String reportId, JsonNode report) implements SessionEvent {

        /// Whether the patient wrote a note, which stays in session-service.
        boolean hasNote() {
            return report.path("hasNote").asBoolean(false);
        }
    }

    /// A clinician has read the note of that report.
    record NoteRead(PatientKey key, String reportId, Instant readAt) implements SessionEvent {}

    /// What session-service tells of a patient who has gone quiet.
    sealed interface OfASilence extends SessionEvent {
        PatientKey key();

        /// Which silence of the patient.
        long silence();

        Instant at();
    }

    /// @param quietSince the last day of which anything is known
    /// @param synced     the phone was in touch since, and brought nothing newer
    /// @param observed the newest moment that anything was told of
    record PatientSilent(
            PatientKey key,
            long silence,
            Instant at,
            LocalDate quietSince,
            Optional<Instant> observed,
            boolean neverHeard,
            boolean synced)
            implements OfASilence {}

    record PatientBack(PatientKey key, long silence, Instant at) implements OfASilence {}

    /// Though nothing came.
    ///
    /// @param because a word for why it is told of no more
    record SilenceOver(PatientKey key, long silence, Instant at, String because) implements OfASilence {}

    /// What session-service tells of a plan that is no longer followed.
    sealed interface OfALapse extends SessionEvent {
        PatientKey key();

        /// Which lapse of the patient.
        long lapse();

        Instant at();
    }

    /// @param from    the first of the days it is told of
    /// @param to      the last of them
    /// @param percent of what is known of those days
    record PlanLapsed(PatientKey key, long lapse, Instant at, LocalDate from, LocalDate to, int percent)
            implements OfALapse {}

    /// @param because a word for why it is told of no more
    record LapseOver(PatientKey key, long lapse, Instant at, String because) implements OfALapse {}

    /// The patient's record was erased.
    record PatientErased(PatientKey key) implements SessionEvent {}

    /// A type that triage has no use for, or that is newer than this reader.
    record OfNoConcern() implements SessionEvent {}

    /// @throws Unusable when the record can not be read, with a code that says why
    static SessionEvent read(IncomingEvent event, ObjectMapper json) {
        return switch (event.type()) {
            case "care.sacrum.session.practice-recorded.v1" -> practice(data(event, json));
            case "care.sacrum.session.patient-recorded.v1" -> patient(event, data(event, json));
            case "care.sacrum.session.completed.v1",
                    "care.sacrum.session.symptoms-reported.v1",
                    "care.sacrum.session.report-corrected.v1" -> reported(event, data(event, json));
            case "care.sacrum.session.note-read.v1" -> noteRead(event, data(event, json));
            case "care.sacrum.session.patient-silent.v1" -> silent(event, data(event, json));
            case "care.sacrum.session.patient-back.v1" -> back(event, data(event, json));
            case "care.sacrum.session.patient-silence-over.v1" -> silenceOver(event, data(event, json));
            case "care.sacrum.session.adherence-lapsed.v1" -> lapsed(event, data(event, json));
            case "care.sacrum.session.adherence-lapse-over.v1" -> lapseOver(event, data(event, json));
            case "care.sacrum.session.patient-erased.v1" -> new PatientErased(key(event, data(event, json)));
            case "" -> throw new Unusable("no-type");
            default -> new OfNoConcern();
        };
    }

    private static PracticeRecorded practice(JsonNode data) {
        return new PracticeRecorded(new Practice(
                id(data, "practiceId"),
                version(data),
                text(data, "country"),
                text(data, "timeZone"),
                text(data, "emergencyNumber"),
                week(data.path("hours")),
                holidays(data.path("holidays"))));
    }

    /// Absent is not known; closed all week is an empty list.
    private static Optional<List<Opening>> week(JsonNode hours) {
        if (hours.isMissingNode() || hours.isNull()) {
            return Optional.empty();
        }
        var week = new ArrayList<Opening>();
        for (var each : hours) {
            var text = "%s %s-%s"
                    .formatted(
                            each.path("day").asText(),
                            each.path("opens").asText(),
                            each.path("closes").asText());
            week.add(Opening.of(text).orElseThrow(() -> new Unusable("bad-hours")));
        }
        return Optional.of(week);
    }

    private static Set<LocalDate> holidays(JsonNode told) {
        var holidays = new HashSet<LocalDate>();
        try {
            told.forEach(day -> holidays.add(LocalDate.parse(day.asText())));
        } catch (DateTimeParseException e) {
            throw new Unusable("bad-holidays");
        }
        return holidays;
    }

    private static PatientRecorded patient(IncomingEvent event, JsonNode data) {
        JsonNode facts = data.path("patient");
        if (!facts.isObject()) {
            throw new Unusable("missing-patient");
        }
        JsonNode subject = data.path("subject");
        return new PatientRecorded(
                key(event, data),
                version(data),
                text(data, "status"),
                subject.isTextual() ? subject.textValue() : null,
                facts,
                data.hasNonNull("responsibleClinician")
                        ? Optional.of(id(data, "responsibleClinician"))
                        : Optional.empty());
    }

    private static Reported reported(IncomingEvent event, JsonNode data) {
        JsonNode report = data.path("report");
        if (!report.isObject()) {
            throw new Unusable("missing-report");
        }
        text(report, "receivedAt");
        return new Reported(key(event, data), text(report, "reportId"), report);
    }

    private static NoteRead noteRead(IncomingEvent event, JsonNode data) {
        return new NoteRead(key(event, data), text(data, "reportId"), instant(data, "readAt"));
    }

    private static PatientSilent silent(IncomingEvent event, JsonNode data) {
        return new PatientSilent(
                key(event, data),
                number(data, "silence"),
                instant(data, "raisedAt"),
                day(data, "quietSince"),
                data.hasNonNull("lastObservedAt") ? Optional.of(instant(data, "lastObservedAt")) : Optional.empty(),
                data.path("neverHeard").asBoolean(false),
                data.path("synced").asBoolean(false));
    }

    private static PatientBack back(IncomingEvent event, JsonNode data) {
        return new PatientBack(key(event, data), number(data, "silence"), instant(data, "raisedAt"));
    }

    private static SilenceOver silenceOver(IncomingEvent event, JsonNode data) {
        return new SilenceOver(
                key(event, data), number(data, "silence"), instant(data, "raisedAt"), text(data, "because"));
    }

    private static PlanLapsed lapsed(IncomingEvent event, JsonNode data) {
        return new PlanLapsed(
                key(event, data),
                number(data, "lapse"),
                instant(data, "raisedAt"),
                day(data, "from"),
                day(data, "to"),
                (int) number(data, "percent"));
    }

    private static LapseOver lapseOver(IncomingEvent event, JsonNode data) {
        return new LapseOver(key(event, data), number(data, "lapse"), instant(data, "raisedAt"), text(data, "because"));
    }

    private static LocalDate day(JsonNode data, String field) {
        try {
            return LocalDate.parse(text(data, field));
        } catch (DateTimeParseException e) {
            throw new Unusable("bad-" + field);
        }
    }

    private static Instant instant(JsonNode data, String field) {
        try {
            return OffsetDateTime.parse(text(data, field)).toInstant();
        } catch (DateTimeParseException e) {
            throw new Unusable("bad-" + field);
        }
    }

    private static JsonNode data(IncomingEvent event, ObjectMapper json) {
        JsonNode data;
        try {
            data = Optional.ofNullable(json.readTree(event.data())).orElseThrow(() -> new Unusable("empty"));
        } catch (IOException e) {
            throw new Unusable("malformed-json");
        }
        if (!data.isObject()) {
            throw new Unusable("not-an-object");
        }
        return data;
    }

    /// The key of the record and the ids inside it must agree, or order and tenancy mean nothing.
    private static PatientKey key(IncomingEvent event, JsonNode data) {
        var inside = new PatientKey(id(data, "practiceId"), id(data, "patientId"));
        if (!PatientKey.read(event.key()).filter(inside::equals).isPresent()) {
            throw new Unusable("key-differs");
        }
        return inside;
    }

    private static UUID id(JsonNode data, String field) {
        try {
            return UUID.fromString(text(data, field));
        } catch (IllegalArgumentException notAUuid) {
            throw new Unusable("bad-" + field);
        }
    }

    private static long version(JsonNode data) {
        return number(data, "version");
    }

    private static long number(JsonNode data, String field) {
        JsonNode number = data.path(field);
        if (!number.canConvertToLong()) {
            throw new Unusable("missing-" + field);
        }
        return number.longValue();
    }

    private static String text(JsonNode data, String field) {
        JsonNode text = data.path(field);
        if (!text.isTextual() || text.textValue().isBlank()) {
            throw new Unusable("missing-" + field);
        }
        return text.textValue();
    }
}
