package care.sacrum.session.report;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;

/// The words of a report: what [ReportReader] reads, and, in this order, what [ReportDescription] tells.
final class Vocabulary {

    static final SequencedSet<String> PAIN_REGIONS = inOrder(
            "sacrum", "sacroiliac_left", "sacroiliac_right", "sacroiliac_both", "low_back", "buttock", "pelvis");
    static final SequencedSet<String> STATUSES = inOrder("present", "denied");
    static final SequencedSet<String> ONSETS = inOrder("new", "existing", "unknown");
    static final SequencedSet<String> CHANGES = inOrder("better", "same", "worse");
    static final SequencedSet<String> SIDES = inOrder("left", "right", "both");
    static final SequencedSet<String> EXTENTS = inOrder("buttock", "thigh", "below_knee", "foot");

    static final SequencedSet<String> SYMPTOMS = inOrder(
            // Cauda equina.
            "urine_cannot_start",
            "urine_leak",
            "urine_reduced_feeling",
            "bowel_leak",
            "bowel_reduced_feeling",
            "saddle_numbness",
            "saddle_tingling",
            "sexual_function_change",
            // Nerves.
            "leg_numbness",
            "leg_tingling",
            "odd_leg_feelings",
            "leg_weakness",
            "foot_drop",
            "leg_heaviness",
            "unsteady_walking",
            "transient_pins_needles",
            // Pain.
            "leg_pain",
            "low_back_pain",
            "buttock_pain",
            "night_pain_constant",
            "night_pain_on_turning",
            "no_position_eases",
            "band_like_trunk_pain",
            "pain_worse_on_straining",
            // Inflammatory.
            "morning_stiffness_over_30min",
            "improves_with_exercise",
            "improves_with_nsaid",
            "wakes_second_half_night",
            // Systemic.
            "fever",
            "chills",
            "night_sweats",
            "feeling_very_unwell",
            "unexplained_weight_loss",
            "cold_symptoms",
            // Injury.
            "major_trauma",
            "minor_trauma",
            "sudden_onset_after_minor_strain",
            "unable_to_walk",
            // Other.
            "chest_pain",
            "fainting",
            "abdominal_pain_tearing",
            "face_droop",
            "arm_weakness",
            "calf_swelling_warm",
            "severe_headache",
            "painful_urination",
            "muscle_soreness",
            "constipation",
            "slow_stream_nocturia");

    private Vocabulary() {}

    private static SequencedSet<String> inOrder(String... words) {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(List.of(words)));
    }

    /// A word as documents write it, forgiving case, blanks and hyphens.
    static String word(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }
}
