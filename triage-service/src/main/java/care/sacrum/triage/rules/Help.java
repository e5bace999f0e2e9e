package care.sacrum.triage.rules;

/// Whom a sign calls for, the gravest first.
enum Help {
    AMBULANCE,
    EMERGENCY_DEPARTMENT,
    DOCTOR_TODAY;

    static Help of(String rule, Urgency urgency) {
        if (urgency != Urgency.EMERGENCY_NOW) {
            return DOCTOR_TODAY;
        }
        return rule.equals("nonspinal") || rule.equals("trauma-major") ? AMBULANCE : EMERGENCY_DEPARTMENT;
    }
}
