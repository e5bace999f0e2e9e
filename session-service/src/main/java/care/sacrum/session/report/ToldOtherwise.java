package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of a symptom under other names than ours, put under ours where it can mean one thing only. Of two that
/// differ the graver counts; where nobody can say which that is, the other stays what nobody knows.
final class ToldOtherwise {

    private static final JsonNode WORSE = JsonNodeFactory.instance.textNode("worse");

    private final ObjectNode ours;
    private final boolean denied;
    private final String at;
    private final Remains remains;

    private ToldOtherwise(ObjectNode given, boolean denied, String at, Remains remains) {
        this.ours = given.deepCopy();
        this.denied = denied;
        this.at = at;
        this.remains = remains;
    }

    /// The symptom under our names; what was read so is named.
    static ObjectNode underOurNames(JsonNode given, boolean denied, String at, Remains remains) {
        var told = new ToldOtherwise((ObjectNode) given, denied, at, remains);
        given.properties()
                .forEach(field -> OtherNames.OF_A_SYMPTOM
                        .ours(field.getKey())
                        .ifPresent(our -> told.read(our, field.getKey(), field.getValue())));
        return told.ours;
    }

    private void read(String our, String name, JsonNode value) {
        var yes = OtherNames.yesMeans(name)
                .filter(meant -> SymptomWords.status(value).equals(SymptomWords.PRESENT))
                .<JsonNode>map(JsonNodeFactory.instance::textNode);
        var said = yes.or(() -> read(our, value));
        // What is denied is neither on both sides nor worse: a person must ask what is meant.
        boolean contradicts =
                denied && (yes.isPresent() || said.filter(WORSE::equals).isPresent());
        if (said.isEmpty() || contradicts) {
            return;
        }
        var before = ours.hasNonNull(our) ? read(our, ours.path(our)) : said;
        before.flatMap(first -> graver(our, first, said.get())).ifPresent(graver -> {
            ours.set(our, graver);
            ours.remove(name);
            remains.add(Fields.place(at, Words.fieldName(name)), "is no field of a symptom; it is read as " + our);
        });
    }

    private static Optional<JsonNode> read(String our, JsonNode value) {
        return switch (our) {
            case "side" -> text(SymptomWords.side(value));
            case "changeSinceLast" -> text(SymptomWords.change(value));
            case "temperatureC" ->
                WrittenNumbers.celsius(value).stream()
                        .filter(SymptomReader.DEGREES::holds)
                        .mapToObj(degrees -> (JsonNode) JsonNodeFactory.instance.numberNode(degrees))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> text(String word) {
        return Optional.of(word).filter(one -> !one.isEmpty()).map(JsonNodeFactory.instance::textNode);
    }

    private Optional<JsonNode> graver(String our, JsonNode one, JsonNode other) {
        return switch (our) {
            case "side" -> sides(one, other);
            case "changeSinceLast" -> Optional.of(worse(one) < worse(other) ? other : one);
            default -> Optional.of(one.doubleValue() < other.doubleValue() ? other : one);
        };
    }

    /// Two sides are both; but nobody can say which of them is denied.
    private Optional<JsonNode> sides(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return Optional.of(one);
        }
        return denied ? Optional.empty() : text("both");
    }

    private static int worse(JsonNode change) {
        List<String> fromBetterToWorse = new ArrayList<>(Vocabulary.CHANGES);
        return fromBetterToWorse.indexOf(change.textValue());
    }
}
