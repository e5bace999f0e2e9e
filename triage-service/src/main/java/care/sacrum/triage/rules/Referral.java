package care.sacrum.triage.rules;

/// Whom to see.
public enum Referral implements Word {
    EMERGENCY_DEPARTMENT,
    URGENT_CARE,
    PHYSICIAN,
    PHYSICAL_THERAPIST,
    ORTHOPEDIC_SPECIALIST,
    CHIROPRACTOR,
    MIDWIFE,
    PELVIC_HEALTH_PHYSICAL_THERAPIST
}
