package care.sacrum.triage.rules;

/// Differences of scores, as people write them: 8.2 is 2 points more than 6.2, though their binary fractions are less.
final class Points {
    private static final double FRACTION = 1e-9;

    private Points() {}

    static boolean atLeast(double difference, double points) {
        return difference >= points - FRACTION;
    }
}
