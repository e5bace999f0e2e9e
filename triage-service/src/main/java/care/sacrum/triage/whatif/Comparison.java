package care.sacrum.triage.whatif;

import java.util.List;

/// What would have been raised of one patient on the days of a range.
///
/// @param inForce how many findings with the parameters in force
/// @param whatIf  how many with the others
record Comparison(int inForce, int whatIf, List<Difference> differences) {

    long gained() {
        return differences.stream().filter(Difference.Gained.class::isInstance).count();
    }

    long lost() {
        return differences.stream().filter(Difference.Lost.class::isInstance).count();
    }

    long moved() {
        return differences.stream().filter(Difference.Moved.class::isInstance).count();
    }
}
