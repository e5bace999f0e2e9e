package care.sacrum.triage.rules;

/// The group of rules that share a worry; a finding belongs to one.
public enum Family implements Word {
    CAUDA_EQUINA,
    MOTOR_DEFICIT,
    BILATERAL_LEG,
    NERVE_ROOT,
    RADICULAR_PAIN,
    STENOSIS_CLAUDICATION,
    MALIGNANCY_CORD,
    INFECTION,
    FRACTURE,
    TRAUMA,
    NONSPINAL_EMERGENCY,
    SEVERE_PAIN,
    CONSTITUTIONAL,
    WORSENING_TREND,
    PERSISTENCE,
    RECURRENCE,
    INFLAMMATORY,
    SELF_MANIPULATION,
    LOAD_RESPONSE,
    OTHER_MEDICAL,
    PREGNANCY
}
