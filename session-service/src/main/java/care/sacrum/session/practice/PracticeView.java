package care.sacrum.session.practice;

import java.util.UUID;

/// A practice as it is read.
record PracticeView(
        UUID practiceId, long version, String name, String country, String timeZone, String emergencyNumber) {}
