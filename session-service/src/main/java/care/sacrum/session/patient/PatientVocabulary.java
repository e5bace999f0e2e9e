package care.sacrum.session.patient;

import java.util.Set;

/// The words of a patient's record.
final class PatientVocabulary {

    static final Set<String> STATUSES = Set.of("active", "paused", "discharged", "transferred", "deceased");
    static final Set<String> SEXES = Set.of("female", "male", "other", "unknown");
    static final Set<String> RISK_FACTORS = Set.of(
            "cancer_history",
            "osteoporosis",
            "prior_fragility_fracture",
            "long_term_steroids",
            "immunosuppression",
            "iv_drug_use",
            "recent_infection",
            "recent_spinal_procedure",
            "anticoagulant",
            "pregnancy",
            "diabetes",
            "disc_herniation_known",
            "spinal_stenosis_known",
            "psoriasis",
            "smoker",
            "recent_long_haul_flight");
    static final Set<String> CONDITIONS = Set.of(
            "stress_urinary_incontinence",
            "benign_prostate_enlargement",
            "chronic_constipation",
            "chronic_diarrhoea",
            "diabetic_neuropathy_feet",
            "lumbar_radiculopathy_left",
            "lumbar_radiculopathy_right",
            "residual_cauda_equina_syndrome_after_surgery",
            "chronic_low_back_pain");

    private PatientVocabulary() {}
}
