package care.sacrum.triage.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a patient tells us at one moment, as it came: corrections not yet applied, clocks not yet put right.
///
/// @param observedAt of a session, its start
/// @param timeUnreadable the report gave no time, or no place, that could be read: `observedAt` is then its receipt
/// @param sentAt the device's clock at upload
/// @param receivedAt the server's clock
/// @param corrects the report that a correction corrects
/// @param unknownCodes symptom codes that nobody knows, kept as they came
/// @param signUnread a sign, or what matters of one, was told in words that nobody here can read: it may be any sign
/// @param hasNote a note came with it, which no rule reads
public record Report(
        String reportId,
        Kind kind,
        Instant observedAt,
        ZoneId zone,
        boolean timeUnreadable,
        @Nullable Instant sentAt,
        Instant receivedAt,
        @Nullable String corrects,
        @Nullable PainRegion painRegion,
        Pain pain,
        SelfManipulation selfManipulation,
        Symptoms symptoms,
        List<String> unknownCodes,
        boolean signUnread,
        boolean hasNote) {

    public Report {
        Objects.requireNonNull(reportId);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(observedAt);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(receivedAt);
        Objects.requireNonNull(pain);
        Objects.requireNonNull(selfManipulation);
        Objects.requireNonNull(symptoms);
        unknownCodes = List.copyOf(unknownCodes);
    }

    /// For so long, what nobody could read or has read is asked about.
    private static final Duration UNREAD_IS_ASKED_ABOUT = Duration.ofDays(14);

    /// Whether it came so short a time before that what it says and nobody read is asked about.
    boolean cameLately(Instant at) {
        return receivedAt.plus(UNREAD_IS_ASKED_ABOUT).isAfter(at);
    }

    /// Whether it told of a sign, short before, in words that nobody here can read.
    public boolean tellsOfAnUnreadSign(Instant at) {
        return signUnread && cameLately(at);
    }

    /// A report that says nothing yet, received when it was observed.
    public static Report of(String reportId, Kind kind, Instant observedAt, ZoneId zone) {
        return new Report(
                reportId,
                kind,
                observedAt,
                zone,
                false,
                null,
                observedAt,
                null,
                null,
                Pain.NOT_GIVEN,
                SelfManipulation.NONE,
                Symptoms.NONE,
                List.of(),
                false,
                false);
    }

    public Report with(UnaryOperator<Draft> change) {
        return change.apply(new Draft(this)).report();
    }

    /// A report being written down, field by field.
    public static final class Draft {
        private final Report start;
        private boolean timeUnreadable;
        private @Nullable Instant sentAt;
        private Instant receivedAt;
        private @Nullable String corrects;
        private @Nullable PainRegion painRegion;
        private Pain pain;
        private SelfManipulation selfManipulation;
        private Symptoms symptoms;
        private List<String> unknownCodes;
        private boolean signUnread;
        private boolean hasNote;

        private Draft(Report start) {
            this.start = start;
            this.timeUnreadable = start.timeUnreadable;
            this.sentAt = start.sentAt;
            this.receivedAt = start.receivedAt;
            this.corrects = start.corrects;
            this.painRegion = start.painRegion;
            this.pain = start.pain;
            this.selfManipulation = start.selfManipulation;
            this.symptoms = start.symptoms;
            this.unknownCodes = start.unknownCodes;
            this.signUnread = start.signUnread;
            this.hasNote = start.hasNote;
        }

        public Draft timeUnreadable(boolean said) {
            timeUnreadable = said;
            return this;
        }

        public Draft sentAt(@Nullable Instant said) {
            sentAt = said;
            return this;
        }

        public Draft receivedAt(Instant said) {
            receivedAt = said;
            return this;
        }

        public Draft corrects(@Nullable String said) {
            corrects = said;
            return this;
        }

        public Draft painRegion(@Nullable PainRegion said) {
            painRegion = said;
            return this;
        }

        public Draft pain(Pain said) {
            pain = said;
            return this;
        }

        public Draft selfManipulation(SelfManipulation said) {
            selfManipulation = said;
            return this;
        }

        public Draft symptoms(List<Symptom> said) {
            symptoms = Symptoms.of(said);
            return this;
        }

        public Draft unknownCodes(List<String> said) {
            unknownCodes = said;
            return this;
        }

        public Draft signUnread(boolean said) {
            signUnread = said;
            return this;
        }

        public Draft hasNote(boolean said) {
            hasNote = said;
            return this;
        }

        private Report report() {
            return new Report(
                    start.reportId,
                    start.kind,
                    start.observedAt,
                    start.zone,
                    timeUnreadable,
                    sentAt,
                    receivedAt,
                    corrects,
                    painRegion,
                    pain,
                    selfManipulation,
                    symptoms,
                    unknownCodes,
                    signUnread,
                    hasNote);
        }
    }
}
