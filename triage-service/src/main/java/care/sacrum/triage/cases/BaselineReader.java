package care.sacrum.triage.cases;

import care.sacrum.triage.rules.BaselineCondition;
import care.sacrum.triage.rules.Condition;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.RiskFactor;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what the patient had before. A condition that is not written exactly, or under one of a few other names of the
/// very same, covers nothing; one that is a risk counts as that.
final class BaselineReader {

    private static final Pattern DOUBTFUL =
            Pattern.compile(".*\\?.*|.*\\b(?:suspected|suspicion|suspect|possible|possibly"
                    + "|probable|probably|query|maybe|perhaps|likely|unconfirmed|provisional|differential|rule out|presumed|unclear|posible"
                    + "|probable|sospecha|quizas?)\\b.*");

    /// What says that it is there; whatever else stands in such a place is doubted.
    private static final Set<String> THERE = Set.of(
            "active",
            "confirmed",
            "present",
            "current",
            "ongoing",
            "chronic",
            "stable",
            "true",
            "yes",
            "known",
            "existing",
            "now",
            "diagnosed",
            "assessed",
            "today",
            "activo",
            "activa",
            "confirmado",
            "confirmada");

    private static final Set<String> STATES = Set.of(
            "value",
            "valueboolean",
            "answer",
            "response",
            "exists",
            "has",
            "ispresent",
            "status",
            "clinicalstatus",
            "verificationstatus",
            "verification",
            "state",
            "certainty",
            "active",
            "isactive",
            "current",
            "iscurrent",
            "confirmed",
            "present");

    private static final Set<String> CONTRARIES =
            Set.of("resolved", "isresolved", "inactive", "cured", "healed", "refuted", "suspected", "over", "ended");

    private static final Set<String> ENDS = Set.of(
            "until",
            "to",
            "end",
            "enddate",
            "ended",
            "endedon",
            "resolvedon",
            "resolvedat",
            "resolveddate",
            "abatement",
            "abatementdatetime",
            "hasta");

    private static final Set<String> HARMLESS = Set.of("name", "display", "text", "label", "title", "coding", "side");

    /// From which times are counted back where nobody knows which day it is.
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final Fields patient;
    private final Set<RiskFactor> riskFactors;
    private final @Nullable LocalDate today;
    private final List<BaselineCondition> conditions = new ArrayList<>();
    private boolean unread;

    /// @param riskFactors to which those are added that stand among the conditions
    /// @param today by which a condition is over, or has not begun, where there is such a day
    BaselineReader(Fields patient, Set<RiskFactor> riskFactors, @Nullable LocalDate today) {
        this.patient = patient;
        this.riskFactors = riskFactors;
        this.today = today;
    }

    List<BaselineCondition> read(String list) {
        JsonNode listed = patient.value(list);
        if (listed == null) {
            return conditions;
        }
        if (!listed.isArray()) {
            patient.setAside(list, "is not a list of conditions");
            unread |= Misplaced.holdsText(listed);
            return conditions;
        }
        for (int i = 0; i < listed.size(); i++) {
            JsonNode item = listed.get(i);
            String name = list + "[" + i + "]";
            if (item.isTextual()) {
                found(item.asText(), patient, name)
                        .ifPresent(code -> conditions.add(new BaselineCondition(code, false, false)));
            } else {
                one(patient.within(item, name));
            }
        }
        return conditions;
    }

    /// Whether something there could not be read; after [#read].
    boolean unread() {
        return unread;
    }

    void one(Fields condition) {
        String written = condition.text("code");
        if (written == null) {
            condition.setAside("code", "is missing");
            unread = true;
            return;
        }
        boolean covers = isThereNow(condition);
        boolean forLong = isThereForLong(condition);
        boolean stable = isPlain(condition, "stable", PlainAnswer::whetherStable);
        boolean assessed = isPlain(condition, "assessedByClinician", text -> PlainAnswer.whetherAssessed(text, today));
        found(written, condition, "code")
                .filter(code -> covers)
                .ifPresent(code -> conditions.add(new BaselineCondition(code, stable && forLong, assessed)));
    }

    private boolean isPlain(Fields condition, String name, Function<String, PlainAnswer> reading) {
        PlainAnswer answer = condition.plainly(name, reading);
        unread |= answer == PlainAnswer.NEITHER;
        return answer == PlainAnswer.YES;
    }

    /// Nothing is stable that began within the time in which a sign is new, nor of which nobody can
    /// tell when it began.
    private boolean isThereForLong(Fields condition) {
        String written = condition.text("since");
        if (written == null || written.isBlank() || OtherWords.onset(written) == Onset.EXISTING) {
            return true;
        }
        LocalDate date = condition.unheard().date("since");
        LocalDate day = today == null ? LAST_DAY : today;
        LocalDate since = date == null ? WrittenTimes.ago(written, day) : date;
        boolean ofLate =
                since != null && !since.isAfter(day) && since.isAfter(day.minusDays(SignFields.NEW_FOR.toDays()));
        if (since == null || ofLate) {
            condition.setAside(
                    "since",
                    (ofLate ? "is of late" : "is not a date such as 2014-05-01")
                            + "; the condition does not count as stable");
            unread = true;
        }
        return since != null && !ofLate;
    }

    /// The condition that is meant, where it is no doubt that the patient has it.
    private Optional<Condition> found(String written, Fields place, String name) {
        Optional<Condition> condition = find(written, place, name);
        if (condition.isEmpty()) {
            other(written, place, name);
        } else if (isDoubtful(written)) {
            coversNothing(place, name, "is in doubt");
            return Optional.empty();
        }
        return condition;
    }

    private static boolean isDoubtful(String written) {
        return DOUBTFUL.matcher(written).matches()
                || DOUBTFUL.matcher(String.join(" ", PlainWords.of(written))).matches();
    }

    private void coversNothing(Fields place, String name, String why) {
        place.setAside(Fields.shortened(name), why + "; the condition covers nothing");
        unread = true;
    }

    /// Whether nothing says of a condition that it is over, in doubt or not yet there.
    private boolean isThereNow(Fields condition) {
        boolean there = true;
        for (Map.Entry<String, JsonNode> field : condition.all()) {
            String letters = Word.letters(field.getKey());
            if (field.getKey().equals("since")) {
                there &= hasBegun(condition);
            } else if (STATES.contains(letters)) {
                there &= says(condition, field, true);
            } else if (ENDS.contains(letters)) {
                there &= isNotOver(condition, field);
            } else if (CONTRARIES.contains(letters)) {
                there &= says(condition, field, false);
            } else if (!FieldNames.ofACondition(field.getKey())
                    && !HARMLESS.contains(letters)
                    && FieldNames.mayMatter(field.getKey(), field.getValue())) {
                condition.setAside(
                        Fields.shortened(field.getKey()), "is no field of a condition; nobody here can read it");
                unread = true;
            }
        }
        return there;
    }

    private boolean hasBegun(Fields condition) {
        String written = condition.text("since");
        if (written == null || today == null) {
            return true;
        }
        LocalDate since = condition.unheard().date("since");
        // Of a month or a year alone, the last day is taken, and it may have begun before.
        boolean ofNow = since != null
                && written.length() < Fields.LENGTH_OF_A_DATE
                && since.withDayOfMonth(1)
                        .minusMonths(written.length() == 4 ? 11 : 0)
                        .isBefore(today.plusDays(1));
        if (since != null && since.isAfter(today) && !ofNow) {
            coversNothing(condition, "since", "is after evaluateAt");
            return false;
        }
        return true;
    }

    private boolean says(Fields condition, Map.Entry<String, JsonNode> field, boolean there) {
        JsonNode value = field.getValue();
        String written = value.isValueNode() ? value.asText() : "";
        boolean nothing = value.isNull() || !value.isBoolean() && written.isBlank();
        boolean said = value.isBoolean() ? value.booleanValue() == there : there && saysThere(written);
        boolean no = !there && (Word.letters(written).equals("no") || OtherWords.none(written));
        if (!nothing && !said && !no) {
            coversNothing(condition, field.getKey(), "does not say that it is there");
        }
        return nothing || said || no;
    }

    /// "Active", "present since 2016".
    private static boolean saysThere(String written) {
        List<String> words = PlainWords.of(written);
        return words.stream().anyMatch(THERE::contains)
                && words.stream().allMatch(word -> THERE.contains(word) || word.matches("since|for|years?|and|[0-9]+"));
    }

    private boolean isNotOver(Fields condition, Map.Entry<String, JsonNode> field) {
        String written = field.getValue().isNull() ? "" : field.getValue().asText();
        if (written.isBlank() && field.getValue().isValueNode() || saysThere(written)) {
            return true;
        }
        LocalDate end = condition.unheard().date(field.getKey());
        if (end != null && today != null && !end.isBefore(today)) {
            return true;
        }
        coversNothing(condition, field.getKey(), "says that it is over, or what nobody here can read");
        return false;
    }

    /// A word of ours, or one of the few other names of the very same condition, which is named.
    private static Optional<Condition> find(String written, Fields place, String name) {
        Optional<Condition> own = Word.find(Condition.class, written);
        Condition other = own.isPresent() ? null : OtherWords.condition(written);
        if (other != null) {
            place.setAside(name, "is another name of " + other.word() + "; it covers what that covers");
        }
        return own.or(() -> Optional.ofNullable(other));
    }

    private void other(String written, Fields place, String name) {
        if (OtherWords.none(written)) {
            return;
        }
        Set<RiskFactor> risks = PatientReader.risks(written);
        for (RiskFactor risk : risks) {
            riskFactors.add(risk);
            place.setAside(name, "is no condition we know; it is read as the risk factor " + risk.word());
        }
        if (risks.isEmpty()) {
            place.setAside(name, "is no word we know: " + Fields.shortened(written));
            unread |= !Ordinary.isOrdinaryHealth(written);
        }
    }
}
