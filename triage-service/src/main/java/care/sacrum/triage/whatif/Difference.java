package care.sacrum.triage.whatif;

import care.sacrum.triage.finding.Replay.Raised;

/// What other parameters would have done to one finding.
sealed interface Difference {

    String rule();

    /// Raised with the other parameters only.
    record Gained(Raised whatIf) implements Difference {
        @Override
        public String rule() {
            return whatIf.rule();
        }
    }

    /// Raised with the parameters in force only.
    record Lost(Raised inForce) implements Difference {
        @Override
        public String rule() {
            return inForce.rule();
        }
    }

    /// Raised with both, on another day or at another level.
    record Moved(Raised inForce, Raised whatIf) implements Difference {
        @Override
        public String rule() {
            return inForce.rule();
        }
    }
}
