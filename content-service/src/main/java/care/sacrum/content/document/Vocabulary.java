package care.sacrum.content.document;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The codes that content may speak of. Written here once more, since each service says for itself what it understands.
enum Vocabulary {
    SYMPTOM("""
            urine_cannot_start urine_leak urine_reduced_feeling bowel_leak bowel_reduced_feeling
            saddle_numbness saddle_tingling sexual_function_change
            leg_numbness leg_tingling odd_leg_feelings leg_weakness foot_drop leg_heaviness unsteady_walking
            transient_pins_needles
            leg_pain low_back_pain buttock_pain night_pain_constant night_pain_on_turning no_position_eases
            band_like_trunk_pain pain_worse_on_straining
            morning_stiffness_over_30min improves_with_exercise improves_with_nsaid wakes_second_half_night
            fever chills night_sweats feeling_very_unwell unexplained_weight_loss cold_symptoms
            major_trauma minor_trauma sudden_onset_after_minor_strain unable_to_walk
            chest_pain fainting abdominal_pain_tearing face_droop arm_weakness calf_swelling_warm severe_headache
            painful_urination muscle_soreness constipation slow_stream_nocturia
            """),
    RISK_FACTOR("""
            cancer_history osteoporosis prior_fragility_fracture long_term_steroids immunosuppression iv_drug_use
            recent_infection recent_spinal_procedure anticoagulant pregnancy diabetes disc_herniation_known
            spinal_stenosis_known psoriasis smoker recent_long_haul_flight
            """),
    CONDITION("""
            stress_urinary_incontinence benign_prostate_enlargement chronic_constipation chronic_diarrhoea
            diabetic_neuropathy_feet lumbar_radiculopathy_left lumbar_radiculopathy_right
            residual_cauda_equina_syndrome_after_surgery chronic_low_back_pain
            """);

    private final Set<String> words;

    Vocabulary(String words) {
        this.words = new TreeSet<>(Set.of(words.strip().split("\\s+")));
    }

    static boolean allKnown(Collection<@Nullable String> codes, List<Vocabulary> vocabularies) {
        return codes.stream()
                .allMatch(code -> code != null && vocabularies.stream().anyMatch(known -> known.words.contains(code)));
    }
}
