package care.sacrum.triage.rules;

/// Whether the patient cracked the own back or pelvis, and by force.
public record SelfManipulation(boolean done, boolean forceful) {

    public static final SelfManipulation NONE = new SelfManipulation(false, false);

    boolean byForce() {
        return done && forceful;
    }
}
