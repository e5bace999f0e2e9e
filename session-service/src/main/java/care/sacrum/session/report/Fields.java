package care.sacrum.session.report;

import care.sacrum.platform.dating.OurTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.Set;

/// An object that a device sent, read field by field into what is kept of it. A field that cannot be used is left out
/// and named with its place; a null counts as left out.
final class Fields {

    /// Pain and severity on the numeric rating scale.
    static final Range SCALE = new Range(0, 10);

    record Range(double least, double most) {
        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }

    private final JsonNode given;
    private final String at;
    private final ObjectNode kept;
    private final Remains remains;
    private final Optional<UnknownFields> ownWords;

    /// @param at   where the object stands; empty: it is the body itself
    /// @param kept what is kept of it
    Fields(JsonNode given, String at, ObjectNode kept, Remains remains) {
        this(given, at, kept, remains, Optional.empty());
    }

    /// @param ownWords where what a field of ours says in words is kept, if it belongs to this object alone
    Fields(JsonNode given, String at, ObjectNode kept, Remains remains, Optional<UnknownFields> ownWords) {
        this.given = given;
        this.at = at;
        this.kept = kept;
        this.remains = remains;
        this.ownWords = ownWords;
    }

    ObjectNode kept() {
        return kept;
    }

    boolean has(String field) {
        return given.hasNonNull(field);
    }

    JsonNode get(String field) {
        return given.path(field);
    }

    void setAside(String field, String why) {
        remains.add(place(at, field), why);
    }

    static String place(String at, String field) {
        return at.isEmpty() ? field : at + "." + field;
    }

    void keepNumber(String field, Range range) {
        keepNumber(field, WrittenNumbers.number(get(field)), range);
    }

    /// Pain on the scale, also as `"7/10"`.
    void keepScore(String field) {
        keepNumber(field, WrittenNumbers.score(get(field)), SCALE);
    }

    /// How strong a sign is; a number beyond the scale says something as well.
    void keepStrength(String field) {
        keepNumber(field, WrittenNumbers.strength(get(field)), SCALE);
        if (has(field) && get(field).isNumber() && !kept.has(field)) {
            keepInWords(field);
        }
    }

    /// A temperature that nobody can read may be a fever, so it waits for a person.
    void keepCelsius(String field, Range range) {
        var read = WrittenNumbers.celsius(get(field));
        if (read.isPresent() && range.holds(read.getAsDouble())) {
            put(field, read.getAsDouble());
            if (!get(field).isNumber() || get(field).doubleValue() != read.getAsDouble()) {
                setAside(field, "is read as " + Words.number(read.getAsDouble()) + " degrees Celsius");
            }
        } else if (has(field)) {
            setAsideForAPerson(
                    field, "is no temperature within " + Words.number(range.least) + " to " + Words.number(range.most));
        }
    }

    void keepWhole(String field, Range range) {
        var read = WrittenNumbers.count(get(field));
        if (read.isPresent() && read.getAsDouble() != Math.rint(read.getAsDouble())) {
            setAside(field, "is not a whole number");
        } else {
            keepNumber(field, read, range);
        }
    }

    void keepCount(String field, Range range) {
        keepNumber(field, WrittenNumbers.count(get(field)), range);
    }

    private void keepNumber(String field, OptionalDouble read, Range range) {
        if (!has(field)) {
            return;
        }
        if (read.isEmpty()) {
            setAsideUnread(field, "is not a number");
        } else if (!range.holds(read.getAsDouble())) {
            setAside(field, "not within " + Words.number(range.least) + " to " + Words.number(range.most));
        } else {
            put(field, read.getAsDouble());
        }
    }

    private void put(String field, double value) {
        if (value == Math.rint(value)) {
            kept.put(field, (long) value);
        } else {
            kept.put(field, value);
        }
    }

    void keepFlag(String field) {
        if (has(field)) {
            Words.flag(get(field))
                    .ifPresentOrElse(
                            flag -> kept.put(field, flag), () -> setAsideUnread(field, "is neither true nor false"));
        }
    }

    void keepWord(String field, SequencedSet<String> words) {
        if (!has(field)) {
            return;
        }
        var word = Vocabulary.word(Words.plain(get(field)));
        if (words.contains(word)) {
            kept.put(field, word);
        } else {
            setAsideUnread(field, noneOf(words));
        }
    }

    /// Where it hurts. Another plain place is only named; what else stands there may tell of a sign.
    void keepRegion(String field) {
        if (!has(field)) {
            return;
        }
        var word = Regions.ours(Vocabulary.word(Words.plain(get(field))));
        if (Vocabulary.PAIN_REGIONS.contains(word)) {
            kept.put(field, word);
        } else if (!word.isEmpty() && Regions.isAPlainPlace(word)) {
            setAside(field, noneOf(Vocabulary.PAIN_REGIONS));
        } else {
            setAsideUnread(field, noneOf(Vocabulary.PAIN_REGIONS));
        }
    }

    private static String noneOf(SequencedSet<String> words) {
        return "is none of " + String.join(", ", words.stream().sorted().toList());
    }

    void keepDay(String field) {
        if (has(field)) {
            day(get(field))
                    .ifPresentOrElse(
                            day -> kept.put(field, day.toString()),
                            () -> setAsideUnread(field, "is not a day such as 2026-02-05"));
        }
    }

    void keepPhrase(String field, String otherwise) {
        if (has(field)) {
            Words.phrase(get(field))
                    .ifPresentOrElse(text -> kept.put(field, text), () -> setAsideForAPerson(field, otherwise));
        }
    }

    /// In the patient's own words, which are kept apart from the rest. Of what is too long the beginning is kept.
    Optional<String> freeText(String field, int most) {
        var value = get(field);
        if (!has(field) || value.isTextual() && value.textValue().isBlank()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            setAsideForAPerson(field, "is not a text");
            return Optional.empty();
        }
        var readable = Words.readable(value.textValue());
        if (readable.length() > most) {
            setAside(field, "has more than " + most + " characters; those behind were not kept");
        } else if (readable.length() < value.textValue().strip().length()) {
            setAside(field, "has characters that nobody can read; those were not kept");
        }
        return Optional.of(Words.beginning(readable, most)).filter(text -> !text.isEmpty());
    }

    /// Fields that nobody knows are named, with the one of ours that is meant; and what they tell waits for a person.
    void nameOthersThan(Set<String> known, OtherNames names) {
        for (var field : given.properties()) {
            if (!known.contains(field.getKey()) && !field.getValue().isNull()) {
                var meant = names.ours(field.getKey());
                var why = "is not a field that is known here"
                        + meant.map(our -> ", but " + our + " is").orElse("");
                boolean plain = meant.isEmpty() && at.isEmpty();
                if (plain && UnknownFields.isAPlainFact(field.getKey(), field.getValue())) {
                    setAside(Words.fieldName(field.getKey()), why);
                } else {
                    setAsideForAPerson(field.getKey(), why);
                }
            }
        }
    }

    /// A field that nobody can read: where it tells something, it may be a sign.
    void setAsideForAPerson(String field, String why) {
        boolean tells = UnknownFields.tell(field, get(field));
        setAside(Words.fieldName(field), tells ? why + "; what it tells is kept for a clinician to read" : why);
        if (tells) {
            remains.unknown().keep(place(kept.path("code").asText(at), field), get(field));
        }
    }

    /// A field of ours that holds something else: its words may tell of a sign.
    void setAsideUnread(String field, String why) {
        boolean tells = UnknownFields.tellInWords(get(field)) && !measuresAnExercise(field);
        setAside(field, tells ? why + "; what it tells is kept for a clinician to read" : why);
        if (tells) {
            keepInWords(field);
        }
    }

    private boolean measuresAnExercise(String field) {
        return at.startsWith("exercisesDone[") && ExerciseNames.isOne(get(field));
    }

    private void keepInWords(String field) {
        ownWords.ifPresentOrElse(
                words -> words.keep(field, get(field)), () -> remains.unknown().keep(place(at, field), get(field)));
    }

    private static Optional<LocalDate> day(JsonNode given) {
        if (!given.isTextual()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(given.textValue());
            return Optional.of(day).filter(OurTime::holds);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
