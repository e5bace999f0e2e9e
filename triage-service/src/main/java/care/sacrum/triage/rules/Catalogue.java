package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Certainty.HIGH;
import static care.sacrum.triage.rules.Certainty.LOW;
import static care.sacrum.triage.rules.Certainty.MODERATE;
import static care.sacrum.triage.rules.Criterion.Pairing.EITHER_NEW;
import static care.sacrum.triage.rules.Criterion.Pairing.NEITHER_NEW;
import static care.sacrum.triage.rules.Criterion.TOGETHER_WITHIN_DAYS;
import static care.sacrum.triage.rules.Criterion.all;
import static care.sacrum.triage.rules.Criterion.any;
import static care.sacrum.triage.rules.Criterion.grewBy;
import static care.sacrum.triage.rules.Criterion.has;
import static care.sacrum.triage.rules.Criterion.isAged;
import static care.sacrum.triage.rules.Criterion.livesWith;
import static care.sacrum.triage.rules.Criterion.newCaudaEquina;
import static care.sacrum.triage.rules.Criterion.noSignOf;
import static care.sacrum.triage.rules.Criterion.ofBothLegs;
import static care.sacrum.triage.rules.Criterion.present;
import static care.sacrum.triage.rules.Criterion.presentEvenIfKnown;
import static care.sacrum.triage.rules.Criterion.together;
import static care.sacrum.triage.rules.Referral.CHIROPRACTOR;
import static care.sacrum.triage.rules.Referral.EMERGENCY_DEPARTMENT;
import static care.sacrum.triage.rules.Referral.MIDWIFE;
import static care.sacrum.triage.rules.Referral.ORTHOPEDIC_SPECIALIST;
import static care.sacrum.triage.rules.Referral.PELVIC_HEALTH_PHYSICAL_THERAPIST;
import static care.sacrum.triage.rules.Referral.PHYSICAL_THERAPIST;
import static care.sacrum.triage.rules.Referral.PHYSICIAN;
import static care.sacrum.triage.rules.Referral.URGENT_CARE;
import static care.sacrum.triage.rules.Rule.rule;
import static care.sacrum.triage.rules.SymptomCode.ABDOMINAL_PAIN_TEARING;
import static care.sacrum.triage.rules.SymptomCode.ARM_WEAKNESS;
import static care.sacrum.triage.rules.SymptomCode.BAND_LIKE_TRUNK_PAIN;
import static care.sacrum.triage.rules.SymptomCode.CALF_SWELLING_WARM;
import static care.sacrum.triage.rules.SymptomCode.CES;
import static care.sacrum.triage.rules.SymptomCode.CES_BLADDER;
import static care.sacrum.triage.rules.SymptomCode.CES_BOWEL;
import static care.sacrum.triage.rules.SymptomCode.CES_SADDLE;
import static care.sacrum.triage.rules.SymptomCode.CES_SEXUAL;
import static care.sacrum.triage.rules.SymptomCode.CHEST_PAIN;
import static care.sacrum.triage.rules.SymptomCode.CHILLS;
import static care.sacrum.triage.rules.SymptomCode.FACE_DROOP;
import static care.sacrum.triage.rules.SymptomCode.FAINTING;
import static care.sacrum.triage.rules.SymptomCode.FEELING_VERY_UNWELL;
import static care.sacrum.triage.rules.SymptomCode.FEVER;
import static care.sacrum.triage.rules.SymptomCode.FOOT_DROP;
import static care.sacrum.triage.rules.SymptomCode.LEG_HEAVINESS;
import static care.sacrum.triage.rules.SymptomCode.LEG_NUMBNESS;
import static care.sacrum.triage.rules.SymptomCode.LEG_PAIN;
import static care.sacrum.triage.rules.SymptomCode.LEG_TINGLING;
import static care.sacrum.triage.rules.SymptomCode.LEG_WEAKNESS;
import static care.sacrum.triage.rules.SymptomCode.MAJOR_TRAUMA;
import static care.sacrum.triage.rules.SymptomCode.MINOR_TRAUMA;
import static care.sacrum.triage.rules.SymptomCode.NEURO;
import static care.sacrum.triage.rules.SymptomCode.NEURO_SENSATION;
import static care.sacrum.triage.rules.SymptomCode.NIGHT_PAIN_CONSTANT;
import static care.sacrum.triage.rules.SymptomCode.NIGHT_SWEATS;
import static care.sacrum.triage.rules.SymptomCode.NO_POSITION_EASES;
import static care.sacrum.triage.rules.SymptomCode.PAINFUL_URINATION;
import static care.sacrum.triage.rules.SymptomCode.PAIN_WORSE_ON_STRAINING;
import static care.sacrum.triage.rules.SymptomCode.SEVERE_HEADACHE;
import static care.sacrum.triage.rules.SymptomCode.SUDDEN_ONSET_AFTER_MINOR_STRAIN;
import static care.sacrum.triage.rules.SymptomCode.UNABLE_TO_WALK;
import static care.sacrum.triage.rules.SymptomCode.UNEXPLAINED_WEIGHT_LOSS;
import static care.sacrum.triage.rules.SymptomCode.UNSTEADY_WALKING;
import static care.sacrum.triage.rules.Urgency.EMERGENCY_NOW;
import static care.sacrum.triage.rules.Urgency.ROUTINE;
import static care.sacrum.triage.rules.Urgency.SELF_CARE;
import static care.sacrum.triage.rules.Urgency.SOON;
import static care.sacrum.triage.rules.Urgency.URGENT_SAME_DAY;

import java.util.List;

/// All rules, a row of the specification each. "Founding" is the article this product grew from; where it is stricter
/// than another source, it wins.
final class Catalogue {

    private Catalogue() {}

    // Signs that more than one rule speaks of

    private static final Criterion.Sign LEG_PAIN_BELOW_KNEE =
            present(LEG_PAIN).where("below the knee", Sighting::belowTheKnee);

    private static final Criterion WEAKNESS_OF_BOTH_LEGS_NEW =
            ofBothLegs(presentEvenIfKnown(LEG_WEAKNESS), EITHER_NEW).called("new weakness of both legs");

    private static final Criterion WEAK_AND_UNSTEADY = together(
                    TOGETHER_WITHIN_DAYS,
                    presentEvenIfKnown(LEG_WEAKNESS),
                    presentEvenIfKnown(UNSTEADY_WALKING),
                    EITHER_NEW)
            .called("weak and unsteady legs");

    /// Only on walking, eased by sitting, and nothing new: a narrow spinal canal, not a failing nerve.
    private static final Criterion.Sign CLAUDICATION = present(LEG_HEAVINESS, LEG_PAIN)
            .notNew()
            .where("only on walking and eased by sitting", Sighting::onlyOnWalking);

    /// Of both legs, told at once or each by itself.
    private static final Criterion STENOSIS = any(
                    CLAUDICATION.where(
                            "of both legs at once, or heaviness of no stated side", Sighting::heavyOrOfBothLegs),
                    ofBothLegs(CLAUDICATION, NEITHER_NEW))
            .called("claudication of both legs");

    private static final Criterion ROOT_PROBLEM_KNOWN = any(
                    has(RiskFactor.DISC_HERNIATION_KNOWN),
                    livesWith(
                            "a lumbar radiculopathy",
                            Condition.LUMBAR_RADICULOPATHY_LEFT,
                            Condition.LUMBAR_RADICULOPATHY_RIGHT))
            .called("a root problem known");

    private static final Criterion WEAKNESS_SEVERE_OR_GROWING = any(
                    present(LEG_WEAKNESS)
                            .where(
                                    "of severity 5 or more, or worse than before",
                                    weakness -> weakness.severe(5) || weakness.worse()),
                    grewBy(2, LEG_WEAKNESS),
                    all(ROOT_PROBLEM_KNOWN, present(LEG_WEAKNESS).thatIsNew()))
            .called("severe or growing weakness");

    private static final Criterion.Sign FEVER_OR_CHILLS =
            present(FEVER, CHILLS).where("a measured fever of 38.0 or more", Sighting::chillsOrFever);

    private static final Criterion FRAGILE = any(
                    has(RiskFactor.OSTEOPOROSIS, RiskFactor.PRIOR_FRAGILITY_FRACTURE, RiskFactor.LONG_TERM_STEROIDS),
                    isAged(65))
            .called("a bone that may be fragile");

    static final List<Rule> RULES = List.of(
            rule("ces-bladder", Family.CAUDA_EQUINA)
                    .when(newCaudaEquina(CES_BLADDER), EMERGENCY_NOW, EMERGENCY_DEPARTMENT)
                    .by(MODERATE, "GIRFT 2023", "NG127", "founding iii"),
            rule("ces-bowel", Family.CAUDA_EQUINA)
                    .when(newCaudaEquina(CES_BOWEL), EMERGENCY_NOW, EMERGENCY_DEPARTMENT)
                    .by(MODERATE, "GIRFT 2023", "NG127", "founding iii"),
            rule("ces-saddle", Family.CAUDA_EQUINA)
                    .when(newCaudaEquina(CES_SADDLE), EMERGENCY_NOW, EMERGENCY_DEPARTMENT)
                    .by(MODERATE, "GIRFT 2023", "NG127"),
            rule("ces-sexual", Family.CAUDA_EQUINA)
                    .when(
                            any(
                                    together(
                                            TOGETHER_WITHIN_DAYS,
                                            newCaudaEquina(CES_SEXUAL),
                                            newCaudaEquina(SymptomCode.union(CES_BLADDER, CES_BOWEL, CES_SADDLE))),
                                    together(
                                            TOGETHER_WITHIN_DAYS,
                                            newCaudaEquina(CES_SEXUAL),
                                            present(NEURO).thatIsNew())),
                            EMERGENCY_NOW,
                            EMERGENCY_DEPARTMENT)
                    .when(newCaudaEquina(CES_SEXUAL), URGENT_SAME_DAY, URGENT_CARE, PHYSICIAN)
                    .by(MODERATE, "GIRFT 2023"),
            rule("ces-retracted", Family.CAUDA_EQUINA)
                    .when(CaudaEquina.retractedLately(), URGENT_SAME_DAY, EMERGENCY_DEPARTMENT, URGENT_CARE, PHYSICIAN)
                    .when(CaudaEquina.retractedTwice(), SOON, EMERGENCY_DEPARTMENT, URGENT_CARE, PHYSICIAN)
                    .version(2)
                    .by(LOW, "judgement"),
            rule("ces-existing", Family.CAUDA_EQUINA)
                    .when(CaudaEquina.thereForUpTo90Days(), URGENT_SAME_DAY, URGENT_CARE, PHYSICIAN)
                    .when(CaudaEquina.thereForLongerOrUndated(), SOON, URGENT_CARE, PHYSICIAN)
                    .version(2)
                    .by(MODERATE, "GIRFT 2023"),
            rule("motor-major", Family.MOTOR_DEFICIT)
                    .when(
                            any(present(FOOT_DROP).thatIsNew(), WEAKNESS_OF_BOTH_LEGS_NEW, WEAK_AND_UNSTEADY),
                            EMERGENCY_NOW,
                            EMERGENCY_DEPARTMENT)
                    .mustKnow(LEG_WEAKNESS)
                    .by(MODERATE, "GIRFT 2023", "NG127"),
            rule("motor-progressive", Family.MOTOR_DEFICIT)
                    .when(
                            any(
                                    WEAKNESS_SEVERE_OR_GROWING,
                                    present(FOOT_DROP, UNSTEADY_WALKING).notNew(),
                                    ofBothLegs(present(LEG_WEAKNESS), NEITHER_NEW),
                                    all(
                                            noSignOf(WEAK_AND_UNSTEADY),
                                            present(UNSTEADY_WALKING).thatIsNew()),
                                    present(LEG_HEAVINESS)
                                            .where(
                                                    "new, or not only on walking and eased by sitting",
                                                    heaviness -> heaviness.isNew || !heaviness.onlyOnWalking()),
                                    all(noSignOf(STENOSIS), present(LEG_HEAVINESS))),
                            URGENT_SAME_DAY,
                            EMERGENCY_DEPARTMENT,
                            URGENT_CARE,
                            PHYSICIAN)
                    .mustKnow(LEG_WEAKNESS)
                    .version(2)
                    .by(MODERATE, "NG127", "CKS"),
            rule("bilateral-leg", Family.BILATERAL_LEG)
                    .when(
                            ofBothLegs(
                                    present(LEG_PAIN, LEG_NUMBNESS, LEG_TINGLING, LEG_WEAKNESS)
                                            .within(TOGETHER_WITHIN_DAYS)
                                            .where(
                                                    "pain only below the knee",
                                                    sign -> sign.code != LEG_PAIN || sign.belowTheKnee()),
                                    EITHER_NEW),
                            "bilateralLegLevel",
                            Parameters::bilateralLegLevel,
                            URGENT_CARE,
                            EMERGENCY_DEPARTMENT,
                            PHYSICIAN)
                    .version(2)
                    .by(LOW, "NHS", "Mercer", "Finucane", "Greenhalgh"),
            rule("cancer-neuro", Family.MALIGNANCY_CORD)
                    .when(
                            all(
                                    has(RiskFactor.CANCER_HISTORY),
                                    any(present(NEURO), newCaudaEquina(CES), LEG_PAIN_BELOW_KNEE)),
                            EMERGENCY_NOW,
                            EMERGENCY_DEPARTMENT)
                    .by(MODERATE, "CG75", "NG234"),
            rule("infection-neuro", Family.INFECTION)
                    .when(
                            any(
                                    together(2, FEVER_OR_CHILLS, present(NEURO)),
                                    together(2, FEVER_OR_CHILLS, present(CES)),
                                    together(2, FEVER_OR_CHILLS, present(FEELING_VERY_UNWELL))),
                            EMERGENCY_NOW,
                            EMERGENCY_DEPARTMENT)
                    .mustKnow(FEVER)
                    .by(MODERATE, "IFOMPT"),
            rule("trauma-major", Family.TRAUMA)
                    .when(present(MAJOR_TRAUMA).thatIsNew(), EMERGENCY_NOW, EMERGENCY_DEPARTMENT)
                    .by(MODERATE, "Downie 2013"),
            rule("nonspinal", Family.NONSPINAL_EMERGENCY)
                    .when(
                            present(CHEST_PAIN, FAINTING, ABDOMINAL_PAIN_TEARING, FACE_DROOP, ARM_WEAKNESS)
                                    .besides(present(CALF_SWELLING_WARM, SEVERE_HEADACHE)),
                            EMERGENCY_NOW,
                            EMERGENCY_DEPARTMENT)
                    .when(present(CALF_SWELLING_WARM, SEVERE_HEADACHE), URGENT_SAME_DAY, URGENT_CARE, PHYSICIAN)
                    .by(HIGH, "NHS"),
            rule("cancer-pain", Family.MALIGNANCY_CORD)
                    .when(
                            all(
                                    has(RiskFactor.CANCER_HISTORY),
                                    any(
                                            present(
                                                    NIGHT_PAIN_CONSTANT,
                                                    NO_POSITION_EASES,
                                                    PAIN_WORSE_ON_STRAINING,
                                                    BAND_LIKE_TRUNK_PAIN),
                                            PainPatterns.worsens())),
                            URGENT_SAME_DAY,
                            PHYSICIAN)
                    .when(all(has(RiskFactor.CANCER_HISTORY), PainPatterns.painOf(3)), SOON, PHYSICIAN)
                    .by(MODERATE, "CG75", "NG234"),
            rule("infection-risk", Family.INFECTION)
                    .when(
                            any(
                                    PainPatterns.withPain(FEVER_OR_CHILLS, TOGETHER_WITHIN_DAYS),
                                    all(
                                            has(RiskFactor.IV_DRUG_USE, RiskFactor.IMMUNOSUPPRESSION),
                                            any(present(NIGHT_PAIN_CONSTANT, NIGHT_SWEATS), PainPatterns.worsens()))),
                            URGENT_SAME_DAY,
                            URGENT_CARE,
                            PHYSICIAN)
                    .mustKnow(FEVER)
                    .by(MODERATE, "Yusuf 2019"),
            rule("fracture-risk", Family.FRACTURE)
                    .when(
                            any(
                                    present(UNABLE_TO_WALK),
                                    all(
                                            FRAGILE,
                                            any(
                                                    present(SUDDEN_ONSET_AFTER_MINOR_STRAIN, MINOR_TRAUMA),
                                                    // A new one is an emergency by itself.
                                                    present(MAJOR_TRAUMA).notNew()))),
                            URGENT_SAME_DAY,
                            PHYSICIAN,
                            URGENT_CARE,
                            ORTHOPEDIC_SPECIALIST)
                    .version(2)
                    .by(MODERATE, "Downie 2013"),
            rule("severe-unremitting", Family.SEVERE_PAIN)
                    .when(
                            any(all(PainPatterns.severeOn(2), present(NO_POSITION_EASES)), PainPatterns.severeOn(3)),
                            URGENT_SAME_DAY,
                            URGENT_CARE,
                            PHYSICIAN)
                    .by(LOW, "NHS"),
            rule("nerve-root", Family.NERVE_ROOT)
                    .when(
                            any(
                                    present(NEURO_SENSATION),
                                    all(
                                            noSignOf(any(
                                                    WEAKNESS_OF_BOTH_LEGS_NEW,
                                                    WEAK_AND_UNSTEADY,
                                                    WEAKNESS_SEVERE_OR_GROWING,
                                                    ofBothLegs(present(LEG_WEAKNESS), NEITHER_NEW))),
                                            present(LEG_WEAKNESS))),
                            SOON,
                            PHYSICIAN,
                            PHYSICAL_THERAPIST,
                            ORTHOPEDIC_SPECIALIST)
                    .mustKnow(LEG_WEAKNESS)
                    .by(MODERATE, "founding ii", "CKS"),
            rule("radicular-pain", Family.RADICULAR_PAIN)
                    .when(
                            all(
                                    noSignOf(present(NEURO)),
                                    LEG_PAIN_BELOW_KNEE.where("of severity 7 or more", pain -> pain.severe(7))),
                            SOON,
                            PHYSICAL_THERAPIST,
                            PHYSICIAN)
                    .when(
                            all(noSignOf(present(NEURO)), LEG_PAIN_BELOW_KNEE.unlessOfNoExtent(present(LEG_PAIN))),
                            ROUTINE,
                            PHYSICAL_THERAPIST,
                            PHYSICIAN)
                    .by(MODERATE, "NG59"),
            rule("stenosis-claudication", Family.STENOSIS_CLAUDICATION)
                    .when(STENOSIS, SOON, PHYSICIAN, ORTHOPEDIC_SPECIALIST, PHYSICAL_THERAPIST)
                    .by(MODERATE, "NG127"),
            rule("constitutional", Family.CONSTITUTIONAL)
                    .when(present(UNEXPLAINED_WEIGHT_LOSS), SOON, PHYSICIAN)
                    .by(MODERATE, "NHS"),
            rule("worsening-trend", Family.WORSENING_TREND)
                    .when(PainPatterns.worsens(), SOON, PHYSICAL_THERAPIST, PHYSICIAN)
                    .by(MODERATE, "Childs 2005"),
            rule("persist-t3", Family.PERSISTENCE)
                    .when(
                            all(PainPatterns.improvesUnderCare(), PainPatterns.lasts(42, "t3")),
                            SELF_CARE,
                            PHYSICIAN,
                            ORTHOPEDIC_SPECIALIST,
                            PHYSICAL_THERAPIST)
                    .when(
                            all(noSignOf(KnownPain.unchanged()), PainPatterns.lasts(42, "t3")),
                            SOON,
                            PHYSICIAN,
                            ORTHOPEDIC_SPECIALIST,
                            PHYSICAL_THERAPIST)
                    .version(3)
                    .by(MODERATE, "ACP", "NHS"),
            rule("persist-t2", Family.PERSISTENCE)
                    .when(PainPatterns.STAYS_HIGH, SOON, PHYSICAL_THERAPIST, PHYSICIAN, ORTHOPEDIC_SPECIALIST)
                    .by(LOW, "judgement"),
            rule("manip-flare", Family.SELF_MANIPULATION)
                    .when(
                            all(
                                    has(RiskFactor.DISC_HERNIATION_KNOWN, RiskFactor.SPINAL_STENOSIS_KNOWN),
                                    PainPatterns.crackingMadeItWorse()),
                            SOON,
                            PHYSICAL_THERAPIST,
                            PHYSICIAN,
                            ORTHOPEDIC_SPECIALIST)
                    .by(LOW, "founding v"),
            rule("other-medical", Family.OTHER_MEDICAL)
                    .when(
                            any(
                                    all(noSignOf(present(CES)), present(PAINFUL_URINATION)),
                                    all(
                                            noSignOf(together(2, FEVER_OR_CHILLS, present(FEELING_VERY_UNWELL))),
                                            present(FEELING_VERY_UNWELL))),
                            SOON,
                            PHYSICIAN)
                    .by(LOW, "judgement"),
            rule("persist-t1", Family.PERSISTENCE)
                    .when(
                            all(PainPatterns.improvesUnderCare(), PainPatterns.lastsMoreThanAFewDays()),
                            SELF_CARE,
                            PHYSICAL_THERAPIST,
                            PHYSICIAN,
                            CHIROPRACTOR)
                    .when(
                            all(noSignOf(KnownPain.unchanged()), PainPatterns.lastsMoreThanAFewDays()),
                            ROUTINE,
                            PHYSICAL_THERAPIST,
                            PHYSICIAN,
                            CHIROPRACTOR)
                    .version(3)
                    .by(MODERATE, "founding i"),
            rule("inflammatory", Family.INFLAMMATORY)
                    .when(PainPatterns.looksInflammatory(), ROUTINE, PHYSICIAN)
                    .by(MODERATE, "NG65"),
            rule("manip-repeat", Family.SELF_MANIPULATION)
                    .when(PainPatterns.cracksByForceOn(3), ROUTINE, PHYSICAL_THERAPIST)
                    .by(LOW, "founding v"),
            rule("load-not-settling", Family.LOAD_RESPONSE)
                    .when(
                            any(PainPatterns.twoMorningsUnsettled(), PainPatterns.weeksRise()),
                            ROUTINE,
                            PHYSICAL_THERAPIST)
                    .version(2)
                    .by(MODERATE, "pain-monitoring model"),
            rule("pregnancy", Family.PREGNANCY)
                    .when(
                            all(has(RiskFactor.PREGNANCY), PainPatterns.pelvicPainOn(3)),
                            ROUTINE,
                            MIDWIFE,
                            PHYSICIAN,
                            PHYSICAL_THERAPIST,
                            PELVIC_HEALTH_PHYSICAL_THERAPIST)
                    .by(LOW, "judgement"),
            rule("flare", Family.RECURRENCE)
                    .when(PainPatterns.isBack(), SELF_CARE, PHYSICAL_THERAPIST)
                    .by(MODERATE, "de Vet"),
            rule("load-ease", Family.LOAD_RESPONSE)
                    .when(PainPatterns.latestSessionWasTooMuch(), SELF_CARE)
                    .by(MODERATE, "pain-monitoring model"));
}
