package care.sacrum.session.report;

import care.sacrum.platform.dating.OurTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /// @param at   where the object stands; empty: it is the body itself
    /// @param kept what is kept of it
    Fields(JsonNode given, String at, ObjectNode kept, Remains remains) {
        this.given = given;
        this.at = at;
        this.kept = kept;
        this.remains = remains;
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
        if (!has(field)) {
            return;
        }
        var value = get(field);
        if (!value.isNumber()) {
            setAside(field, "is not a number");
        } else if (!range.holds(value.doubleValue())) {
            setAside(field, "not within " + Words.number(range.least) + " to " + Words.number(range.most));
        } else if (value.doubleValue() == Math.rint(value.doubleValue())) {
            kept.put(field, (long) value.doubleValue());
        } else {
            kept.put(field, value.doubleValue());
        }
    }

    void keepWhole(String field, Range range) {
        var value = get(field);
        if (value.isNumber() && value.doubleValue() != Math.rint(value.doubleValue())) {
            setAside(field, "is not a whole number");
        } else {
            keepNumber(field, range);
        }
    }

    void keepFlag(String field) {
        if (!has(field)) {
            return;
        }
        if (get(field).isBoolean()) {
            kept.put(field, get(field).booleanValue());
        } else {
            setAside(field, "is neither true nor false");
        }
    }

    void keepWord(String field, SequencedSet<String> words) {
        if (!has(field)) {
            return;
        }
        var value = get(field);
        var word = value.isTextual() ? Vocabulary.word(value.textValue()) : "";
        if (words.contains(word)) {
            kept.put(field, word);
        } else {
            setAside(
                    field,
                    "is none of " + String.join(", ", words.stream().sorted().toList()));
        }
    }

    void keepDay(String field) {
        if (has(field)) {
            day(get(field))
                    .ifPresentOrElse(
                            day -> kept.put(field, day.toString()),
                            () -> setAside(field, "is not a day such as 2026-02-05"));
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

    List<JsonNode> list(String field, int most) {
        if (!has(field)) {
            return List.of();
        }
        if (!get(field).isArray()) {
            setAside(field, "is not a list");
            return List.of();
        }
        if (get(field).size() > most) {
            setAside(field, "has more than " + most + " entries; those behind were not kept");
        }
        var entries = new ArrayList<JsonNode>();
        get(field).forEach(entries::add);
        return entries.subList(0, Math.min(most, entries.size()));
    }

    /// Fields that nobody knows are named, with the one of ours that is meant; and what they tell waits for a person.
    void nameOthersThan(Set<String> known, OtherNames names) {
        for (var field : given.properties()) {
            if (!known.contains(field.getKey()) && !field.getValue().isNull()) {
                var meant = names.ours(field.getKey()).map(our -> ", but " + our + " is");
                setAsideForAPerson(field.getKey(), "is not a field that is known here" + meant.orElse(""));
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
