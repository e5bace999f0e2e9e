package care.sacrum.session.prescription;

import care.sacrum.platform.problem.Problem.FieldError;
import care.sacrum.session.content.ContentCopy.Bounds;
import care.sacrum.session.content.ContentCopy.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds a prescription against the programme as it was published.
///
/// A clinician may ask for less than what was published, since a patient in pain begins with less; for more never. Of
/// a rest, more is less.
final class Dosage {

    private Dosage() {}

    /// @return what is more than the programme allows; nothing where it fits
    static List<FieldError> beyond(Programme programme, PrescriptionDetails asked) {
        var errors = new ArrayList<FieldError>();
        atMost(programme.timesADay(), "timesADay", asked.timesADay(), errors);
        atMost(
                programme.daysAWeek(),
                asked.weekdays() == null ? "daysAWeek" : "weekdays",
                asked.expectedDaysAWeek(),
                errors);
        for (int i = 0; i < asked.adjusted().size(); i++) {
            exercise(programme, asked.adjusted().get(i), "exercises[" + i + "]", errors);
        }
        return errors;
    }

    /// Of an exercise that is none of the programme, which there are; while nobody knows them, any is.
    static Optional<FieldError> noExerciseOf(Programme programme, AdjustedExercise asked, String at) {
        return programme.exercises().isEmpty() || programme.exercises().containsKey(asked.exercise())
                ? Optional.empty()
                : Optional.of(new FieldError(
                        at + ".exercise",
                        "must be one of the programme: "
                                + String.join(", ", programme.exercises().keySet())));
    }

    private static void exercise(Programme programme, AdjustedExercise asked, String at, List<FieldError> errors) {
        noExerciseOf(programme, asked, at).ifPresent(errors::add);
        Map<String, Bounds> published = programme.exercises().get(asked.exercise());
        if (published == null) {
            return;
        }
        var path = at + ".";
        atMost(Optional.ofNullable(published.get("sets")), path + "sets", asked.sets(), errors);
        atMost(Optional.ofNullable(published.get("repetitions")), path + "repetitions", asked.repetitions(), errors);
        atMost(Optional.ofNullable(published.get("holdSeconds")), path + "holdSeconds", asked.holdSeconds(), errors);
        var rest = published.get("restSeconds");
        var askedRest = asked.restSeconds();
        if (rest != null && askedRest != null && askedRest < rest.least()) {
            errors.add(new FieldError(path + "restSeconds", "must be at least " + rest.least() + ", as published"));
        }
    }

    private static void atMost(
            Optional<Bounds> published, String field, @Nullable Integer asked, List<FieldError> errors) {
        if (asked != null && published.filter(bounds -> asked > bounds.most()).isPresent()) {
            errors.add(new FieldError(
                    field, "must be at most " + published.get().most() + ", as the programme was published"));
        }
    }
}
