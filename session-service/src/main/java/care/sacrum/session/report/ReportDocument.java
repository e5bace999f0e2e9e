package care.sacrum.session.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a device may send. It describes the body in the OpenAPI document and nothing else: [ReportReader] reads
/// the body field by field, so that one wrong field costs no other. Which words a field takes, [ReportDescription]
/// adds.
@Schema(
        name = "Report",
        description =
                "One report. Only kind and observedAt are required, and corrects for a correction. Any other field that cannot be"
                        + " used is set aside and named in the answer; the rest counts. Numbers, yes and no, and sides are read"
                        + " in a text as well (7/10, 39.4 °C, bilat). A null counts as left out. Words in a field that takes"
                        + " none, and what a"
                        + " field tells that is not described here is kept for clinicians, as the detail of one more"
                        + " symptom, unreadable, and never calms; but for what a device says of itself, such as appVersion, and for plain facts under a"
                        + " name without a word of a sign, such as stepCount: 4312.")
record ReportDocument(
        @Schema(description = "May repeat the id of the path.", format = "uuid")
        String reportId,

        @Schema(
                description =
                        "What the report is: session at sessions/{report}, the others at check-ins/{report}. One that is"
                                + " missing or unknown is named and read by the address: session, symptom_check_in or, with corrects,"
                                + " correction; in a batch it is refused.",
                required = true)
        String kind,

        @Schema(
                description = "Of a correction, and required there: the id of the report that it corrects.",
                format = "uuid")
        String corrects,

        @Schema(
                description =
                        "When it was observed, with its offset; of a session, its start. In the years 1900 to 2999. Other plain"
                                + " spellings are read (+0000, a blank for the T, seconds or milliseconds since 1970); without an offset"
                                + " it is read in observedTimeZone, else the home zone, and named.",
                required = true,
                format = "date-time",
                examples = "2026-02-05T18:00:00Z")
        String observedAt,

        @Schema(
                description = "IANA name of the zone where the patient was; without it the home zone is used.",
                examples = "Europe/London")
        String observedTimeZone,

        @Schema(
                description = "The clock of the device at upload, by which a clock that is off is put right.",
                format = "date-time")
        String sentAt,

        @Schema(
                description = "Pain before; of a check-in, pain now. 0 to 10. In a morning_check_in without"
                        + " painNextMorning adherence takes it for the morning after the session of the day before.",
                minimum = "0",
                maximum = "10")
        Double painBefore,

        @Schema(description = "Pain after. 0 to 10.", minimum = "0", maximum = "10")
        Double painAfter,

        @Schema(description = "The worst pain during the session. 0 to 10.", minimum = "0", maximum = "10")
        Double painDuringMax,

        @Schema(description = "Pain on the morning after. 0 to 10.", minimum = "0", maximum = "10")
        Double painNextMorning,

        @Schema(description = "Where it hurts.") String painRegion,

        @Schema(
                description = "What was done, at most 40 entries. Absent, nobody says, and a session is a whole one;"
                        + " empty, nothing was done.",
                maxItems = 40)
        List<Exercise> exercisesDone,

        @Schema(description = "A day without exercise, on purpose.")
        Boolean restDay,

        @Schema(description = "Whether the patient cracked his or her own back.")
        SelfManipulation selfManipulation,

        @Schema(description = "Whether a professional did so today.")
        Boolean professionalManipulationToday,

        @Schema(
                description = "In own words; it stays in this service and is in no event. At most 10000 characters.",
                maxLength = 10000)
        String freeTextNote,

        @Schema(
                description =
                        "At most 60 entries; of more, plain denials give way. A symptom that is not named was not asked.",
                maxItems = 60)
        List<Symptom> symptoms) {

    /// What was done of one exercise.
    @Schema(name = "ReportExercise", description = "What was done of one exercise: exercise or name is required.")
    record Exercise(
            @Schema(description = "Slug of an exercise of content-service.", pattern = "[a-z0-9][a-z0-9-]{0,79}")
            String exercise,

            @Schema(description = "Its version.", minimum = "1")
            Integer version,

            @Schema(description = "Its name, where it has no slug. At most 80 characters.", maxLength = 80)
            String name,

            @Schema(description = "0 to 100.", minimum = "0", maximum = "100")
            Integer sets,

            @Schema(description = "In a set, 0 to 1000.", minimum = "0", maximum = "1000")
            Integer reps,

            @Schema(description = "0 to 3600.", minimum = "0", maximum = "3600")
            Double holdSeconds,

            @Schema(description = "The side that was exercised.")
            String side) {}

    /// Manipulation by the patient.
    @Schema(name = "ReportSelfManipulation", description = "Manipulation by the patient himself or herself.")
    record SelfManipulation(
            @Schema(description = "Whether it was done.") Boolean done,

            @Schema(description = "Whether it was done with force.")
            Boolean forceful,

            @Schema(description = "How often, 0 to 100.", minimum = "0", maximum = "100")
            Integer times,

            @Schema(description = "Where.") String region) {}

    /// One symptom.
    @Schema(
            name = "ReportSymptom",
            description = "One symptom, present or denied. Present and denied in one report is present.")
    record Symptom(
            @Schema(
                    description =
                            "A code of the list of examples, which are all that are known. One that nobody knows is kept and named in unknownCodes. Case, blanks and hyphens are forgiven.",
                    required = true)
            String code,

            @Schema(
                    description =
                            "Without it, or where it cannot be read, the symptom counts as present and the answer says so. yes and true are read as present, no, never, false, 0 and off as denied, also in Spanish; not_asked, absent, none, unknown, skipped, unanswered and, with nothing beside it, null or an empty text leave the symptom out. Beside a plain yes, such as present: true, it is present.",
                    required = true)
            String status,

            @Schema(description = "Whether it is new to the patient.")
            String onset,

            @Schema(description = "The day it began.", format = "date", examples = "2026-02-05")
            String onsetDate,

            @Schema(description = "Against the last report.")
            String changeSinceLast,

            @Schema(description = "Which side.") String side,

            @Schema(description = "How far down it reaches.")
            String extent,

            @Schema(description = "0 to 10.", minimum = "0", maximum = "10")
            Double severity,

            @Schema(description = "Whether a clinician has assessed it.")
            Boolean assessedByClinician,

            @Schema(description = "Of a fever, 25 to 45.", minimum = "25", maximum = "45")
            Double temperatureC,

            @Schema(description = "Of a loss of weight, 0 to 500.", minimum = "0", maximum = "500")
            Double kg,

            @Schema(description = "What brings it on, at most 80 characters.", maxLength = 80)
            String trigger,

            @Schema(description = "When alone it is there, such as walking; at most 80 characters.", maxLength = 80)
            String onlyWhen,

            @Schema(description = "What eases it, such as sitting; at most 80 characters.", maxLength = 80)
            String eases,

            @Schema(description = "How long it lasts, 0 to 10000000.", minimum = "0", maximum = "10000000")
            Integer durationMinutes,

            @Schema(description = "Whether it never stops.") Boolean continuous,

            @Schema(
                    description = "In own words; it stays in this service and is in no event. At most 2000 characters.",
                    maxLength = 2000)
            String detail) {}
}
