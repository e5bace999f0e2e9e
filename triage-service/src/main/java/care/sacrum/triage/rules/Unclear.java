package care.sacrum.triage.rules;

import java.util.List;

/// What nobody told, or nobody here can read: over none of it is a patient calmed.
///
/// @param missing codes, or `pain`, that nobody answered
/// @param ageMissing whether the age alone would tell if a fall or a strain calls for a visit
/// @param extentMissing whether a leg hurts, and nobody said how far down
/// @param signUnread whether something told lately of a sign can not be read
/// @param note whether a note came lately, which no rule reads
record Unclear(
        Patient patient,
        List<String> missing,
        boolean ageMissing,
        boolean extentMissing,
        boolean signUnread,
        boolean note) {
    private static final int ADOLESCENT_FROM = 16;

    /// Whether a risk or a condition, or the age, could not be read.
    boolean healthUnread() {
        return patient.factsUnread();
    }

    /// What the text asks: of a child it does not ask about sex, which is for the clinic to do.
    List<String> questions() {
        Integer age = patient.ageYears();
        boolean child = age != null && age < ADOLESCENT_FROM;
        String sex = SymptomCode.SEXUAL_FUNCTION_CHANGE.word();
        return missing.stream().filter(one -> !child || !one.equals(sex)).toList();
    }
}
