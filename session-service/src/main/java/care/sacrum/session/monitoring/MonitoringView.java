package care.sacrum.session.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A patient's monitoring with the evidence, as staff read it.
@Schema(description = "Candidates for the codes of remote therapeutic monitoring, and what each rests on.")
record MonitoringView(
        UUID patientId,

        @Schema(description = "What this is, and is not.") String says,

        @Schema(description = "By which reading of the codes.")
        String rules,

        @Schema(description = "Where the patient lives, when this was read.")
        LocalDate today,

        @Schema(description = "The oldest first; those that have a day of the asked time, with such windows.")
        List<EpisodeView> episodes,

        @Schema(description = "Calendar months of the asked time, the oldest first.")
        List<MonthView> months) {

    static final String CANDIDATES_ONLY =
            "Candidates only: which codes what is recorded here would fit. It does not say that anything may be billed."
                    + " Whether Sacrum is a device in the sense of the codes, and whether every other condition of a code"
                    + " and of the payer is met, is for the practice to settle. What the practice handed in on behalf of the"
                    + " patient is no data. Late reports may change it.";

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "MonitoringEpisode")
    record EpisodeView(
            UUID episodeId,
            LocalDate setUpOn,
            Optional<LocalDate> endedOn,

            @Schema(
                    description = "98975 with the day on which there were days enough for a window's candidate; absent"
                            + " before.")
            Optional<Candidates.SetUp> setUp,

            @Schema(
                    description = "What one should know: windows that begin later, as the last of an earlier episode is"
                            + " not over; 98975 twice within 30 days. Absent: nothing.")
            Optional<String> says,

            List<WindowView> windows) {

        static EpisodeView of(Candidates.Followed followed, List<WindowView> windows) {
            return new EpisodeView(
                    followed.episode().id(),
                    followed.episode().setUpOn(),
                    Optional.ofNullable(followed.episode().endedOn()),
                    followed.setUp(),
                    followed.says(),
                    windows);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(
            name = "MonitoringWindow",
            description = "30 days, of the patient's own calendar; no day lies in two of them.")
    record WindowView(
            @Schema(description = "Counted from 1 in each episode.")
            int number,

            LocalDate from,

            @Schema(description = "The last of its days.") LocalDate to,

            @Schema(description = "No day of it is still to come.")
            boolean over,

            int daysWithData,

            @Schema(
                    description = "98985 for 2 to 15 days with data, from 2026-01-01 on; 98977 for 16 to 30.",
                    enumeration = {"98985", "98977"})
            Optional<String> candidate,

            @Schema(description = "There is none; absent where there is one.")
            Optional<String> why,

            @Schema(description = "The evidence, day by day; left out where windows are listed for a practice.")
            @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<List<DayView>> days) {

        static WindowView of(Candidates.Window window, boolean withDays) {
            return new WindowView(
                    window.number(),
                    window.from(),
                    window.to(),
                    window.over(),
                    window.days().size(),
                    window.candidate(),
                    window.why(),
                    withDays
                            ? Optional.of(
                                    window.days().stream().map(DayView::of).toList())
                            : Optional.empty());
        }
    }

    @Schema(
            name = "MonitoringDay",
            description = "A day of which the patient told something; what was handed in on behalf is not counted.")
    record DayView(
            @Schema(description = "The day of the observation, where the patient was.")
            LocalDate day,

            int reports,

            @Schema(description = "At most 50 of them.") List<UUID> reportIds,

            @Schema(description = "UTC; later than the day where the phone was offline.")
            Instant firstReceivedAt) {

        static DayView of(Candidates.DataDay day) {
            return new DayView(day.day(), day.reports(), day.reportIds(), day.firstReceivedAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "MonitoringMonth", description = "A calendar month of the practice.")
    record MonthView(
            @Schema(examples = "2026-03") String month,

            @Schema(description = "No day of it is still to come.")
            boolean over,

            int minutes,
            int liveContacts,

            @Schema(
                    description =
                            "None without a live contact, nor of a month that no day of an episode lies in; 98979 from"
                                    + " 2026-01 on.")
            List<Candidates.Candidate> candidates,

            @Schema(description = "There is none; absent where there is one.")
            Optional<String> why,

            @Schema(
                    description = "The evidence, without what was struck out; empty where months are listed for a"
                            + " practice.")
            List<WorkView> work) {

        static MonthView of(Candidates.Month month, List<WorkView> work) {
            return new MonthView(
                    month.month().toString(),
                    month.over(),
                    month.minutes(),
                    month.liveContacts(),
                    month.candidates(),
                    month.why(),
                    work);
        }
    }

    @Schema(name = "MonitoringWork", description = "What a clinician recorded, as evidence of a month.")
    record WorkView(
            UUID workId,

            @Schema(description = "Of the practice's calendar.")
            LocalDate day,

            int minutes,
            boolean liveContact,
            Instant recordedAt,

            @Schema(description = "The sub of the clinician.")
            String recordedBy) {

        static WorkView of(MonitoringRecords.KeptWork kept) {
            return new WorkView(
                    kept.work().workId(),
                    kept.work().day(),
                    kept.work().minutes(),
                    kept.work().liveContact(),
                    kept.recordedAt(),
                    kept.recordedBy());
        }
    }

    /// One patient of a practice's list.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "MonitoredPatient")
    record Item(
            UUID patientId,
            UUID episodeId,
            LocalDate setUpOn,
            Optional<Candidates.SetUp> setUp,

            @Schema(description = "What one should know of the episode, as on the patient's page.")
            Optional<String> says,

            @Schema(
                    description =
                            "The one that the asked day lies in, by what is recorded now; absent where it lies in none"
                                    + " and the month in an episode all the same.")
            Optional<WindowView> window,

            @Schema(description = "The one that the asked day lies in.")
            MonthView month) {}

    /// A page of the practice's list.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "MonitoredPatients")
    record Listing(String says, String rules, LocalDate on, List<Item> items, Optional<String> next) {}

    /// A recorded episode.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "RecordedEpisode")
    record Recorded(UUID episodeId, UUID patientId, long version, LocalDate setUpOn, Optional<LocalDate> endedOn) {
        static Recorded of(MonitoringRecords.KeptEpisode kept) {
            return new Recorded(
                    kept.episode().id(),
                    kept.patient(),
                    kept.version(),
                    kept.episode().setUpOn(),
                    Optional.ofNullable(kept.episode().endedOn()));
        }
    }

    /// Recorded work.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "RecordedWork")
    record RecordedWork(
            UUID workId,
            UUID patientId,
            LocalDate day,
            int minutes,
            boolean liveContact,
            Instant recordedAt,

            @Schema(description = "The sub of the clinician.")
            String recordedBy,

            @Schema(description = "Since when it no longer counts; absent while it does.")
            Optional<Instant> struckAt,

            @Schema(description = "The sub of the clinician who struck it out first.")
            Optional<String> struckBy) {
        static RecordedWork of(MonitoringRecords.KeptWork kept) {
            return new RecordedWork(
                    kept.work().workId(),
                    kept.patient(),
                    kept.work().day(),
                    kept.work().minutes(),
                    kept.work().liveContact(),
                    kept.recordedAt(),
                    kept.recordedBy(),
                    Optional.ofNullable(kept.struckAt()),
                    Optional.ofNullable(kept.struckBy()));
        }
    }

    /// Whether a practice monitors by the codes.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "MonitoringSwitch")
    record Switch(
            UUID practiceId,

            @Schema(description = "0 while nobody has set it.")
            long version,

            boolean on,
            Optional<Instant> onSince,
            String says) {}
}
