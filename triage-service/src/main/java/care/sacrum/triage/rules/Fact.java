package care.sacrum.triage.rules;

/// What is known of the patient, beside the reports, that a finding rests on.
sealed interface Fact {
    record Risk(RiskFactor factor) implements Fact {}

    record Aged(int years) implements Fact {}

    record LivesWith(Condition condition) implements Fact {}
}
