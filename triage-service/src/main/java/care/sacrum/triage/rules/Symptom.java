package care.sacrum.triage.rules;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a report says about one symptom. Only what some rule reads is here; the report's document keeps the rest.
///
/// @param onlyOnWalking whether it comes on walking alone, and is eased by bending the back
/// @param inOwnWords whether the code was read from other words of the writer, which the texts then say
public record Symptom(
        SymptomCode code,
        Status status,
        Onset onset,
        @Nullable LocalDate onsetDate,
        @Nullable Change changeSinceLast,
        @Nullable Side side,
        @Nullable Extent extent,
        @Nullable Double severity,
        boolean assessedByClinician,
        @Nullable Double temperatureC,
        boolean onlyOnWalking,
        boolean inOwnWords) {

    public Symptom {
        Objects.requireNonNull(code);
        Objects.requireNonNull(status);
        Objects.requireNonNull(onset);
    }

    /// As told by its code.
    public Symptom(
            SymptomCode code,
            Status status,
            Onset onset,
            @Nullable LocalDate onsetDate,
            @Nullable Change changeSinceLast,
            @Nullable Side side,
            @Nullable Extent extent,
            @Nullable Double severity,
            boolean assessedByClinician,
            @Nullable Double temperatureC,
            boolean onlyOnWalking) {
        this(
                code,
                status,
                onset,
                onsetDate,
                changeSinceLast,
                side,
                extent,
                severity,
                assessedByClinician,
                temperatureC,
                onlyOnWalking,
                false);
    }

    /// The bare statement that a symptom is there; the rest was not said.
    public static Symptom present(SymptomCode code) {
        return new Symptom(code, Status.PRESENT, Onset.UNKNOWN, null, null, null, null, null, false, null, false);
    }

    /// The statement that a symptom is not there.
    public static Symptom denied(SymptomCode code) {
        return new Symptom(code, Status.DENIED, Onset.UNKNOWN, null, null, null, null, null, false, null, false);
    }

    public Symptom withOnset(Onset said) {
        return new Symptom(
                code,
                status,
                said,
                onsetDate,
                changeSinceLast,
                side,
                extent,
                severity,
                assessedByClinician,
                temperatureC,
                onlyOnWalking,
                inOwnWords);
    }

    public Symptom since(@Nullable LocalDate said) {
        return new Symptom(
                code,
                status,
                onset,
                said,
                changeSinceLast,
                side,
                extent,
                severity,
                assessedByClinician,
                temperatureC,
                onlyOnWalking,
                inOwnWords);
    }

    public Symptom withChange(Change said) {
        return new Symptom(
                code,
                status,
                onset,
                onsetDate,
                said,
                side,
                extent,
                severity,
                assessedByClinician,
                temperatureC,
                onlyOnWalking,
                inOwnWords);
    }

    public Symptom on(Side said) {
        return new Symptom(
                code,
                status,
                onset,
                onsetDate,
                changeSinceLast,
                said,
                extent,
                severity,
                assessedByClinician,
                temperatureC,
                onlyOnWalking,
                inOwnWords);
    }

    public Symptom downTo(Extent said) {
        return new Symptom(
                code,
                status,
                onset,
                onsetDate,
                changeSinceLast,
                side,
                said,
                severity,
                assessedByClinician,
                temperatureC,
                onlyOnWalking,
                inOwnWords);
    }

    public Symptom ofSeverity(double said) {
        return new Symptom(
                code,
                status,
                onset,
                onsetDate,
                changeSinceLast,
                side,
                extent,
                said,
                assessedByClinician,
                temperatureC,
                onlyOnWalking,
                inOwnWords);
    }

    public Symptom assessed() {
        return new Symptom(
                code,
                status,
                onset,
                onsetDate,
                changeSinceLast,
                side,
                extent,
                severity,
                true,
                temperatureC,
                onlyOnWalking,
                inOwnWords);
    }

    public Symptom at(double celsius) {
        return new Symptom(
                code,
                status,
                onset,
                onsetDate,
                changeSinceLast,
                side,
                extent,
                severity,
                assessedByClinician,
                celsius,
                onlyOnWalking,
                inOwnWords);
    }

    /// On walking, and eased by bending the back.
    public Symptom comingOnlyOnWalking() {
        return new Symptom(
                code,
                status,
                onset,
                onsetDate,
                changeSinceLast,
                side,
                extent,
                severity,
                assessedByClinician,
                temperatureC,
                true,
                inOwnWords);
    }

    /// Told in other words than the code's name.
    public Symptom toldInOwnWords() {
        return new Symptom(
                code,
                status,
                onset,
                onsetDate,
                changeSinceLast,
                side,
                extent,
                severity,
                assessedByClinician,
                temperatureC,
                onlyOnWalking,
                true);
    }
}
