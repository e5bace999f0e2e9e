package care.sacrum.triage.rules;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the rules must know of the person, and no more.
///
/// @param ageYears not known where absent, which some rules take for the worse
/// @param factsUnread a risk or a condition was told in words that nobody here can read
/// @param alreadyUnderCareOf the words as they were given; other words than ours are kept
public record Patient(
        @Nullable Integer ageYears,
        ZoneId homeTimeZone,
        Set<RiskFactor> riskFactors,
        List<BaselineCondition> baselineConditions,
        boolean factsUnread,
        Set<String> alreadyUnderCareOf) {

    public Patient {
        riskFactors = Set.copyOf(riskFactors);
        baselineConditions = List.copyOf(baselineConditions);
        alreadyUnderCareOf = Set.copyOf(alreadyUnderCareOf);
    }

    /// A patient of whom everything that was told could be read.
    public Patient(
            @Nullable Integer ageYears,
            ZoneId homeTimeZone,
            Set<RiskFactor> riskFactors,
            List<BaselineCondition> baselineConditions,
            Set<String> alreadyUnderCareOf) {
        this(ageYears, homeTimeZone, riskFactors, baselineConditions, false, alreadyUnderCareOf);
    }

    boolean has(RiskFactor factor) {
        return riskFactors.contains(factor);
    }

    boolean has(Condition condition) {
        for (BaselineCondition baseline : baselineConditions) {
            if (baseline.condition() == condition) {
                return true;
            }
        }
        return false;
    }
}
