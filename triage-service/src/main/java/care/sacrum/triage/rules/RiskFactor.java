package care.sacrum.triage.rules;

/// A fact about the patient that makes some symptoms weigh more.
public enum RiskFactor implements Word {
    CANCER_HISTORY,
    OSTEOPOROSIS,
    PRIOR_FRAGILITY_FRACTURE,
    LONG_TERM_STEROIDS,
    IMMUNOSUPPRESSION,
    IV_DRUG_USE,
    RECENT_INFECTION,
    RECENT_SPINAL_PROCEDURE,
    ANTICOAGULANT,
    PREGNANCY,
    DIABETES,
    DISC_HERNIATION_KNOWN,
    SPINAL_STENOSIS_KNOWN,
    PSORIASIS,
    SMOKER,
    RECENT_LONG_HAUL_FLIGHT
}
