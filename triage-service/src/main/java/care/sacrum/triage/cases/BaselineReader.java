package care.sacrum.triage.cases;

import care.sacrum.triage.rules.BaselineCondition;
import care.sacrum.triage.rules.Condition;
import care.sacrum.triage.rules.RiskFactor;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what the patient had before. A condition that is not written exactly, or under one of a few other names of the
/// very same, covers nothing; one that is a risk counts as that.
final class BaselineReader {

    private final Fields patient;
    private final Set<RiskFactor> riskFactors;
    private final List<BaselineCondition> conditions = new ArrayList<>();
    private boolean unread;

    /// @param riskFactors to which those are added that stand among the conditions
    BaselineReader(Fields patient, Set<RiskFactor> riskFactors) {
        this.patient = patient;
        this.riskFactors = riskFactors;
    }

    List<BaselineCondition> read() {
        JsonNode list = patient.value("baselineConditions");
        if (list == null) {
            return conditions;
        }
        if (!list.isArray()) {
            patient.setAside("baselineConditions", "is not a list of conditions");
            unread |= Misplaced.holdsText(list);
            return conditions;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            String name = "baselineConditions[" + i + "]";
            if (item.isTextual()) {
                find(item.asText(), patient, name)
                        .ifPresentOrElse(
                                condition -> conditions.add(new BaselineCondition(condition, false, false)),
                                () -> other(item.asText(), patient, name));
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

    private void one(Fields condition) {
        String written = condition.text("code");
        if (written == null) {
            condition.setAside("code", "is missing");
            unread = true;
            return;
        }
        find(written, condition, "code")
                .ifPresentOrElse(
                        code -> conditions.add(new BaselineCondition(
                                code, condition.truth("stable", false), condition.truth("assessedByClinician", false))),
                        () -> other(written, condition, "code"));
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
        RiskFactor risk = PatientReader.risk(written);
        if (risk != null) {
            riskFactors.add(risk);
            place.setAside(name, "is no condition we know; it is read as the risk factor " + risk.word());
        } else {
            place.setAside(name, "is no word we know: " + Fields.shortened(written));
            unread |= !Ordinary.isOrdinaryHealth(written);
        }
    }
}
