package care.sacrum.triage.cases;

import static java.util.Map.entry;

import care.sacrum.triage.rules.Change;
import care.sacrum.triage.rules.Condition;
import care.sacrum.triage.rules.Extent;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.PainRegion;
import care.sacrum.triage.rules.RiskFactor;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words that people write where the vocabulary has another, and that mean exactly one thing.
///
/// A medical name of a sign is read for what it means when it is present; when it is denied it is not, since only the
/// question itself may be answered with no: another word may alarm, and never calms.
final class OtherWords {

    private OtherWords() {}

    private static final Map<String, SymptomCode> SIGNS = table(Map.ofEntries(
            entry("a cold", SymptomCode.COLD_SYMPTOMS),
            entry("got a cold", SymptomCode.COLD_SYMPTOMS),
            entry("runny nose", SymptomCode.COLD_SYMPTOMS),
            entry("resfriado", SymptomCode.COLD_SYMPTOMS),
            entry("catarro", SymptomCode.COLD_SYMPTOMS),
            entry("constipated", SymptomCode.CONSTIPATION),
            entry("estreñimiento", SymptomCode.CONSTIPATION),
            entry("estreñido", SymptomCode.CONSTIPATION),
            entry("estreñida", SymptomCode.CONSTIPATION),
            entry("urinary retention", SymptomCode.URINE_CANNOT_START),
            entry("urine retention", SymptomCode.URINE_CANNOT_START),
            entry("bladder retention", SymptomCode.URINE_CANNOT_START),
            entry("cannot pass urine", SymptomCode.URINE_CANNOT_START),
            entry("unable to urinate", SymptomCode.URINE_CANNOT_START),
            entry("urinary hesitancy", SymptomCode.URINE_CANNOT_START),
            entry("urinary incontinence", SymptomCode.URINE_LEAK),
            entry("urine incontinence", SymptomCode.URINE_LEAK),
            entry("bladder incontinence", SymptomCode.URINE_LEAK),
            entry("overflow incontinence", SymptomCode.URINE_LEAK),
            entry("urine leakage", SymptomCode.URINE_LEAK),
            entry("reduced bladder sensation", SymptomCode.URINE_REDUCED_FEELING),
            entry("reduced urinary sensation", SymptomCode.URINE_REDUCED_FEELING),
            entry("faecal incontinence", SymptomCode.BOWEL_LEAK),
            entry("fecal incontinence", SymptomCode.BOWEL_LEAK),
            entry("bowel incontinence", SymptomCode.BOWEL_LEAK),
            entry("stool incontinence", SymptomCode.BOWEL_LEAK),
            entry("reduced bowel sensation", SymptomCode.BOWEL_REDUCED_FEELING),
            entry("reduced rectal sensation", SymptomCode.BOWEL_REDUCED_FEELING),
            entry("saddle anaesthesia", SymptomCode.SADDLE_NUMBNESS),
            entry("saddle anesthesia", SymptomCode.SADDLE_NUMBNESS),
            entry("saddle hypoaesthesia", SymptomCode.SADDLE_NUMBNESS),
            entry("saddle hypoesthesia", SymptomCode.SADDLE_NUMBNESS),
            entry("perianal numbness", SymptomCode.SADDLE_NUMBNESS),
            entry("perineal numbness", SymptomCode.SADDLE_NUMBNESS),
            entry("genital numbness", SymptomCode.SADDLE_NUMBNESS),
            entry("saddle paraesthesia", SymptomCode.SADDLE_TINGLING),
            entry("saddle paresthesia", SymptomCode.SADDLE_TINGLING),
            entry("perianal tingling", SymptomCode.SADDLE_TINGLING),
            entry("perineal tingling", SymptomCode.SADDLE_TINGLING),
            entry("erectile dysfunction", SymptomCode.SEXUAL_FUNCTION_CHANGE),
            entry("sexual dysfunction", SymptomCode.SEXUAL_FUNCTION_CHANGE),
            entry("drop foot", SymptomCode.FOOT_DROP),
            entry("muscle weakness leg", SymptomCode.LEG_WEAKNESS),
            entry("lower limb weakness", SymptomCode.LEG_WEAKNESS),
            entry("weak leg", SymptomCode.LEG_WEAKNESS),
            entry("leg paraesthesia", SymptomCode.LEG_TINGLING),
            entry("leg paresthesia", SymptomCode.LEG_TINGLING),
            entry("leg pins and needles", SymptomCode.LEG_TINGLING),
            entry("leg pins needles", SymptomCode.LEG_TINGLING),
            entry("numb leg", SymptomCode.LEG_NUMBNESS),
            entry("foot numbness", SymptomCode.LEG_NUMBNESS),
            entry("numb foot", SymptomCode.LEG_NUMBNESS),
            entry("unsteady gait", SymptomCode.UNSTEADY_WALKING),
            entry("gait disturbance", SymptomCode.UNSTEADY_WALKING),
            entry("gait ataxia", SymptomCode.UNSTEADY_WALKING),
            entry("back pain", SymptomCode.LOW_BACK_PAIN),
            entry("lower back pain", SymptomCode.LOW_BACK_PAIN),
            entry("lumbago", SymptomCode.LOW_BACK_PAIN),
            entry("constant night pain", SymptomCode.NIGHT_PAIN_CONSTANT),
            entry("unremitting night pain", SymptomCode.NIGHT_PAIN_CONSTANT),
            entry("thoracic band pain", SymptomCode.BAND_LIKE_TRUNK_PAIN),
            entry("pyrexia", SymptomCode.FEVER),
            entry("high temperature", SymptomCode.FEVER),
            entry("rigors", SymptomCode.CHILLS),
            entry("rigor", SymptomCode.CHILLS),
            entry("drenching night sweats", SymptomCode.NIGHT_SWEATS),
            entry("unintentional weight loss", SymptomCode.UNEXPLAINED_WEIGHT_LOSS),
            entry("unintended weight loss", SymptomCode.UNEXPLAINED_WEIGHT_LOSS),
            entry("road traffic accident", SymptomCode.MAJOR_TRAUMA),
            entry("fall from height", SymptomCode.MAJOR_TRAUMA),
            entry("cannot walk", SymptomCode.UNABLE_TO_WALK),
            entry("unable to bear weight", SymptomCode.UNABLE_TO_WALK),
            entry("syncope", SymptomCode.FAINTING),
            entry("tia", SymptomCode.FACE_DROOP),
            entry("fainted", SymptomCode.FAINTING),
            entry("tearing abdominal pain", SymptomCode.ABDOMINAL_PAIN_TEARING),
            entry("calf swelling", SymptomCode.CALF_SWELLING_WARM),
            entry("swollen calf", SymptomCode.CALF_SWELLING_WARM),
            entry("facial droop", SymptomCode.FACE_DROOP),
            entry("thunderclap headache", SymptomCode.SEVERE_HEADACHE),
            entry("dysuria", SymptomCode.PAINFUL_URINATION)));

    private static final Map<String, RiskFactor> RISKS = table(Map.ofEntries(
            entry("cancer", RiskFactor.CANCER_HISTORY),
            entry("history of cancer", RiskFactor.CANCER_HISTORY),
            entry("previous cancer", RiskFactor.CANCER_HISTORY),
            entry("past cancer", RiskFactor.CANCER_HISTORY),
            entry("malignancy", RiskFactor.CANCER_HISTORY),
            entry("history of malignancy", RiskFactor.CANCER_HISTORY),
            entry("breast cancer", RiskFactor.CANCER_HISTORY),
            entry("prostate cancer", RiskFactor.CANCER_HISTORY),
            entry("lung cancer", RiskFactor.CANCER_HISTORY),
            entry("kidney cancer", RiskFactor.CANCER_HISTORY),
            entry("renal cancer", RiskFactor.CANCER_HISTORY),
            entry("thyroid cancer", RiskFactor.CANCER_HISTORY),
            entry("myeloma", RiskFactor.CANCER_HISTORY),
            entry("multiple myeloma", RiskFactor.CANCER_HISTORY),
            entry("lymphoma", RiskFactor.CANCER_HISTORY),
            entry("metastatic cancer", RiskFactor.CANCER_HISTORY),
            entry("osteoporotic", RiskFactor.OSTEOPOROSIS),
            entry("previous fragility fracture", RiskFactor.PRIOR_FRAGILITY_FRACTURE),
            entry("fragility fracture", RiskFactor.PRIOR_FRAGILITY_FRACTURE),
            entry("steroids", RiskFactor.LONG_TERM_STEROIDS),
            entry("steroid use", RiskFactor.LONG_TERM_STEROIDS),
            entry("corticosteroids", RiskFactor.LONG_TERM_STEROIDS),
            entry("long term corticosteroids", RiskFactor.LONG_TERM_STEROIDS),
            entry("prednisolone", RiskFactor.LONG_TERM_STEROIDS),
            entry("prednisone", RiskFactor.LONG_TERM_STEROIDS),
            entry("immunosuppressed", RiskFactor.IMMUNOSUPPRESSION),
            entry("immunocompromised", RiskFactor.IMMUNOSUPPRESSION),
            entry("immunocompromise", RiskFactor.IMMUNOSUPPRESSION),
            entry("hiv", RiskFactor.IMMUNOSUPPRESSION),
            entry("intravenous drug use", RiskFactor.IV_DRUG_USE),
            entry("intravenous drugs", RiskFactor.IV_DRUG_USE),
            entry("injecting drug use", RiskFactor.IV_DRUG_USE),
            entry("injection drug use", RiskFactor.IV_DRUG_USE),
            entry("ivdu", RiskFactor.IV_DRUG_USE),
            entry("spinal procedure", RiskFactor.RECENT_SPINAL_PROCEDURE),
            entry("recent spinal surgery", RiskFactor.RECENT_SPINAL_PROCEDURE),
            entry("recent spinal injection", RiskFactor.RECENT_SPINAL_PROCEDURE),
            entry("anticoagulants", RiskFactor.ANTICOAGULANT),
            entry("anticoagulation", RiskFactor.ANTICOAGULANT),
            entry("warfarin", RiskFactor.ANTICOAGULANT),
            entry("pregnant", RiskFactor.PREGNANCY),
            entry("diabetic", RiskFactor.DIABETES),
            entry("diabetes mellitus", RiskFactor.DIABETES),
            entry("disc herniation", RiskFactor.DISC_HERNIATION_KNOWN),
            entry("disk herniation", RiskFactor.DISC_HERNIATION_KNOWN),
            entry("known disc herniation", RiskFactor.DISC_HERNIATION_KNOWN),
            entry("herniated disc", RiskFactor.DISC_HERNIATION_KNOWN),
            entry("spinal stenosis", RiskFactor.SPINAL_STENOSIS_KNOWN),
            entry("lumbar stenosis", RiskFactor.SPINAL_STENOSIS_KNOWN),
            entry("known spinal stenosis", RiskFactor.SPINAL_STENOSIS_KNOWN)));

    /// Only other names of the very same condition, which a case's writer finds listed: what covers a sign must be said
    /// exactly.
    private static final Map<String, Condition> CONDITIONS = table(Map.of(
            "stress incontinence", Condition.STRESS_URINARY_INCONTINENCE,
            "bph", Condition.BENIGN_PROSTATE_ENLARGEMENT,
            "benign prostatic hyperplasia", Condition.BENIGN_PROSTATE_ENLARGEMENT,
            "benign prostatic enlargement", Condition.BENIGN_PROSTATE_ENLARGEMENT,
            "chronic diarrhea", Condition.CHRONIC_DIARRHOEA,
            "left lumbar radiculopathy", Condition.LUMBAR_RADICULOPATHY_LEFT,
            "right lumbar radiculopathy", Condition.LUMBAR_RADICULOPATHY_RIGHT,
            "chronic lower back pain", Condition.CHRONIC_LOW_BACK_PAIN));

    private static final Map<String, Extent> EXTENTS = table(Map.ofEntries(
            entry("below the knee", Extent.BELOW_KNEE),
            entry("calf", Extent.BELOW_KNEE),
            entry("shin", Extent.BELOW_KNEE),
            entry("lower leg", Extent.BELOW_KNEE),
            entry("to the calf", Extent.BELOW_KNEE),
            entry("whole leg", Extent.BELOW_KNEE),
            entry("entire leg", Extent.BELOW_KNEE),
            entry("ankle", Extent.BELOW_KNEE),
            entry("to the foot", Extent.FOOT),
            entry("feet", Extent.FOOT),
            entry("toes", Extent.FOOT),
            entry("big toe", Extent.FOOT),
            entry("heel", Extent.FOOT),
            entry("sole", Extent.FOOT),
            entry("above knee", Extent.THIGH),
            entry("above the knee", Extent.THIGH),
            entry("knee", Extent.THIGH),
            entry("hamstring", Extent.THIGH),
            entry("thighs", Extent.THIGH),
            entry("upper leg", Extent.THIGH),
            entry("back of the thigh", Extent.THIGH),
            entry("groin", Extent.THIGH),
            entry("hip", Extent.BUTTOCK),
            entry("buttocks", Extent.BUTTOCK)));

    private static final Map<String, Onset> ONSETS = table(Map.ofEntries(
            entry("acute", Onset.NEW),
            entry("sudden", Onset.NEW),
            entry("recent", Onset.NEW),
            entry("new onset", Onset.NEW),
            entry("chronic", Onset.EXISTING),
            entry("long standing", Onset.EXISTING),
            entry("pre existing", Onset.EXISTING),
            entry("old", Onset.EXISTING),
            entry("for years", Onset.EXISTING),
            entry("years", Onset.EXISTING),
            entry("many years", Onset.EXISTING),
            entry("since childhood", Onset.EXISTING),
            entry("lifelong", Onset.EXISTING),
            entry("childhood", Onset.EXISTING),
            entry("desde niño", Onset.EXISTING),
            entry("desde niña", Onset.EXISTING),
            entry("desde pequeño", Onset.EXISTING),
            entry("desde pequeña", Onset.EXISTING),
            entry("desde la infancia", Onset.EXISTING),
            entry("de nacimiento", Onset.EXISTING),
            entry("since birth", Onset.EXISTING),
            entry("always", Onset.EXISTING),
            entry("today", Onset.NEW),
            entry("yesterday", Onset.NEW),
            entry("this morning", Onset.NEW),
            entry("this week", Onset.NEW),
            entry("abrupt", Onset.NEW),
            entry("recurrent", Onset.NEW),
            entry("recurring", Onset.NEW),
            entry("recurred", Onset.NEW),
            entry("recurrence", Onset.NEW),
            entry("relapse", Onset.NEW),
            entry("relapsed", Onset.NEW),
            entry("again", Onset.NEW),
            entry("back", Onset.NEW),
            entry("back again", Onset.NEW),
            entry("came back", Onset.NEW),
            entry("is back", Onset.NEW),
            entry("returned", Onset.NEW),
            entry("otra vez", Onset.NEW),
            entry("de nuevo", Onset.NEW),
            entry("ha vuelto", Onset.NEW),
            entry("nuevo", Onset.NEW),
            entry("nueva", Onset.NEW),
            entry("hoy", Onset.NEW),
            entry("ayer", Onset.NEW),
            entry("reciente", Onset.NEW),
            entry("subito", Onset.NEW),
            entry("repentino", Onset.NEW),
            entry("long term", Onset.EXISTING),
            entry("long time", Onset.EXISTING),
            entry("a long time", Onset.EXISTING),
            entry("for a long time", Onset.EXISTING),
            entry("ages", Onset.EXISTING),
            entry("for ages", Onset.EXISTING),
            entry("usual", Onset.EXISTING),
            entry("the usual", Onset.EXISTING),
            entry("existente", Onset.EXISTING),
            entry("cronico", Onset.EXISTING),
            entry("cronica", Onset.EXISTING),
            entry("antiguo", Onset.EXISTING),
            entry("antigua", Onset.EXISTING),
            entry("habitual", Onset.EXISTING),
            entry("siempre", Onset.EXISTING),
            entry("desde siempre", Onset.EXISTING),
            entry("mucho tiempo", Onset.EXISTING),
            entry("desde hace mucho", Onset.EXISTING),
            entry("as before", Onset.EXISTING),
            entry("as always", Onset.EXISTING),
            entry("since always", Onset.EXISTING),
            entry("since forever", Onset.EXISTING),
            entry("as long as I remember", Onset.EXISTING),
            entry("all my life", Onset.EXISTING),
            entry("toda la vida", Onset.EXISTING),
            entry("como siempre", Onset.EXISTING),
            entry("igual que siempre", Onset.EXISTING),
            entry("no nuevo", Onset.EXISTING),
            entry("no nueva", Onset.EXISTING),
            entry("no es nuevo", Onset.EXISTING),
            entry("no es nueva", Onset.EXISTING),
            entry("not new", Onset.EXISTING)));

    private static final Map<String, Change> CHANGES = table(Map.ofEntries(
            entry("worsening", Change.WORSE),
            entry("worsened", Change.WORSE),
            entry("much worse", Change.WORSE),
            entry("deteriorating", Change.WORSE),
            entry("deteriorated", Change.WORSE),
            entry("progressive", Change.WORSE),
            entry("progressing", Change.WORSE),
            entry("increased", Change.WORSE),
            entry("increasing", Change.WORSE),
            entry("more severe", Change.WORSE),
            entry("more", Change.WORSE),
            entry("wors", Change.WORSE),
            entry("wrose", Change.WORSE),
            entry("worst", Change.WORSE),
            entry("weaker", Change.WORSE),
            entry("mas debil", Change.WORSE),
            entry("mas flojo", Change.WORSE),
            entry("mas floja", Change.WORSE),
            entry("mas fuerte", Change.WORSE),
            entry("much more", Change.WORSE),
            entry("a lot more", Change.WORSE),
            entry("more often", Change.WORSE),
            entry("more than before", Change.WORSE),
            entry("mas que antes", Change.WORSE),
            entry("going downhill", Change.WORSE),
            entry("again", Change.WORSE),
            entry("back", Change.WORSE),
            entry("back again", Change.WORSE),
            entry("came back", Change.WORSE),
            entry("is back", Change.WORSE),
            entry("returned", Change.WORSE),
            entry("recurrent", Change.WORSE),
            entry("recurred", Change.WORSE),
            entry("otra vez", Change.WORSE),
            entry("de nuevo", Change.WORSE),
            entry("up", Change.WORSE),
            entry("going up", Change.WORSE),
            entry("upward", Change.WORSE),
            entry("upwards", Change.WORSE),
            entry("rising", Change.WORSE),
            entry("higher", Change.WORSE),
            entry("stronger", Change.WORSE),
            entry("spreading", Change.WORSE),
            entry("increase", Change.WORSE),
            entry("deterioration", Change.WORSE),
            entry("declining", Change.WORSE),
            entry("aggravated", Change.WORSE),
            entry("unchanged", Change.SAME),
            entry("not worse", Change.SAME),
            entry("no worse", Change.SAME),
            entry("no peor", Change.SAME),
            entry("ni mejor ni peor", Change.SAME),
            entry("neither better nor worse", Change.SAME),
            entry("sin cambios", Change.SAME),
            entry("as before", Change.SAME),
            entry("same as before", Change.SAME),
            entry("as ever", Change.SAME),
            entry("same as ever", Change.SAME),
            entry("as always", Change.SAME),
            entry("same as always", Change.SAME),
            entry("no worse than usual", Change.SAME),
            entry("igual que siempre", Change.SAME),
            entry("igual que antes", Change.SAME),
            entry("a little better", Change.BETTER),
            entry("a bit better", Change.BETTER),
            entry("slightly better", Change.BETTER),
            entry("algo mejor", Change.BETTER),
            entry("igual", Change.SAME),
            entry("mejor", Change.BETTER),
            entry("no change", Change.SAME),
            entry("stable", Change.SAME),
            entry("improved", Change.BETTER),
            entry("improving", Change.BETTER)));

    private static final Map<String, PainRegion> REGIONS = table(Map.of(
            "lower back", PainRegion.LOW_BACK,
            "lumbar", PainRegion.LOW_BACK,
            "sacral", PainRegion.SACRUM,
            "pelvic", PainRegion.PELVIS,
            "pelvic girdle", PainRegion.PELVIS,
            "buttocks", PainRegion.BUTTOCK));

    private static final Map<String, Status> STATUSES = table(Map.ofEntries(
            entry("positive", Status.PRESENT),
            entry("reported", Status.PRESENT),
            entry("negative", Status.DENIED),
            entry("refuted", Status.DENIED),
            entry("denies", Status.DENIED),
            entry("deny", Status.DENIED),
            entry("not present", Status.DENIED),
            entry("jamas", Status.DENIED),
            entry("tampoco", Status.DENIED),
            entry("niega", Status.DENIED),
            entry("niego", Status.DENIED),
            entry("negado", Status.DENIED),
            entry("negativo", Status.DENIED),
            entry("no tengo", Status.DENIED),
            entry("no presenta", Status.DENIED),
            entry("neg", Status.DENIED),
            entry("nil", Status.DENIED),
            entry("normal", Status.DENIED),
            entry("ok", Status.DENIED),
            entry("okay", Status.DENIED),
            entry("fine", Status.DENIED),
            entry("all fine", Status.DENIED),
            entry("all clear", Status.DENIED),
            entry("bien", Status.DENIED),
            entry("todo bien", Status.DENIED),
            entry("para nada", Status.DENIED),
            entry("no thank god", Status.DENIED),
            entry("no thank goodness", Status.DENIED),
            entry("no gracias a dios", Status.DENIED),
            entry("sin", Status.DENIED),
            entry("ve", Status.DENIED),
            entry("doesnt", Status.DENIED),
            entry("havent", Status.DENIED),
            entry("no problem", Status.DENIED),
            entry("no problems", Status.DENIED),
            entry("ruled out", Status.DENIED)));

    /// What says when somebody denied, and nothing else.
    private static final Set<String> WHEN = Set.of(
            "since",
            "on",
            "at",
            "in",
            "by",
            "the",
            "this",
            "last",
            "patient",
            "visit",
            "week",
            "month",
            "morning",
            "evening",
            "today",
            "yesterday",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    /// That nobody asked, or nobody answered.
    private static final Pattern NO_ANSWER = Pattern.compile("[\\s.?/_\u2013\u2014-]*");

    private static final Set<String> NOT_ASKED = Set.of(
            "none",
            "nothing",
            "nothanks",
            "nogracias",
            "notasked",
            "notassessed",
            "absent",
            "ausente",
            "unknown",
            "unanswered",
            "skipped",
            "declined",
            "ninguno",
            "ninguna",
            "nada",
            "nocontesta",
            "sincontestar",
            "na");

    /// As a plus in a clinic's hand.
    private static final Pattern MORE = Pattern.compile("\\s*[+\u2191\u2197]+\\s*");

    /// That it was there, and is no more.
    private static final Set<String> GONE = Set.of(
            "gone",
            "nolonger",
            "nolongerpresent",
            "notanymore",
            "resolved",
            "stopped",
            "betternow",
            "wentaway",
            "gonenow",
            "cleared",
            "yano",
            "desaparecio",
            "resuelto");

    static @Nullable SymptomCode sign(String written) {
        return SIGNS.get(Word.letters(written));
    }

    /// The sign that was meant by a word with a slip of the pen in it: where one word of ours, or one of these, is that
    /// near, and none of another meaning.
    static @Nullable SymptomCode misspelt(String written) {
        SymptomCode near = nearest(Word.letters(written), SPELLINGS);
        boolean none =
                Phrases.tellsOfNone(written) || (near != SymptomCode.NO_POSITION_EASES && Phrases.denies(written));
        return none ? null : near;
    }

    /// All the risks that words tell of.
    static Set<RiskFactor> risks(String written) {
        String plain = Word.letters(written);
        Set<RiskFactor> told = Phrases.risks(written);
        RiskFactor exactly = RISKS.get(plain);
        if (exactly != null) {
            told.add(exactly);
        }
        RiskFactor near = told.isEmpty() && !Phrases.denies(written) ? nearest(plain, RISK_SPELLINGS) : null;
        if (near != null) {
            told.add(near);
        }
        return told;
    }

    private static final Map<String, SymptomCode> SPELLINGS = withOwn(SIGNS, SymptomCode.values());
    private static final Map<String, RiskFactor> RISK_SPELLINGS = withOwn(RISKS, RiskFactor.values());

    private static <W extends Enum<W>> Map<String, W> withOwn(Map<String, W> others, W[] vocabulary) {
        Map<String, W> all = new HashMap<>(others);
        for (W word : vocabulary) {
            all.put(Word.letters(word.name()), word);
        }
        return Map.copyOf(all);
    }

    /// Short words are too near to one another: one slip in seven letters, two in twelve.
    private static <W> @Nullable W nearest(String written, Map<String, W> spellings) {
        int slips = written.length() >= 12 ? 2 : written.length() >= 7 ? 1 : 0;
        Set<W> near = new HashSet<>();
        for (Map.Entry<String, W> one : spellings.entrySet()) {
            if (slips > 0 && slips(written, one.getKey(), slips) <= slips && !isContrary(written, one.getKey())) {
                near.add(one.getValue());
            }
        }
        return near.size() == 1 ? near.iterator().next() : null;
    }

    /// Whether a word is another without its un- or in-: "able to urinate" is no slip of the pen.
    private static boolean isContrary(String written, String other) {
        for (String not : List.of("un", "in")) {
            for (int at = other.indexOf(not); at >= 0; at = other.indexOf(not, at + 1)) {
                if (written.equals(other.substring(0, at) + other.substring(at + not.length()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// How many letters must be put in, left out or changed to make one word of the other; more than `enough` where it
    /// is more than that.
    private static int slips(String one, String other, int enough) {
        if (Math.abs(one.length() - other.length()) > enough) {
            return enough + 1;
        }
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }

    static @Nullable Condition condition(String written) {
        return CONDITIONS.get(Word.letters(written));
    }

    static @Nullable Extent extent(String written) {
        return EXTENTS.get(Word.letters(written));
    }

    static @Nullable Onset onset(String written) {
        return ONSETS.get(Word.letters(written));
    }

    static @Nullable Change change(String written) {
        if (MORE.matcher(written).matches()) {
            return Change.WORSE;
        }
        Change change = CHANGES.get(Word.letters(written));
        boolean worse = change == null
                && (Word.letters(written).contains("worse")
                        || Word.letters(written).contains("peor")
                        || Word.letters(written).contains("empeor"))
                && !Phrases.denies(written)
                && !PlainWords.of(written).contains("ni");
        return worse ? Change.WORSE : change;
    }

    static @Nullable PainRegion region(String written) {
        return REGIONS.get(Word.letters(written));
    }

    /// Also a word of ours. A denial with a question mark denies nothing.
    static @Nullable Status status(String written) {
        Status status = statusWithoutDoubt(written);
        return status == Status.DENIED && PlainAnswer.isAsked(written) ? null : status;
    }

    /// Whether nobody can tell if a sign is denied: "no?".
    static boolean isADoubtedNo(String written) {
        return PlainAnswer.isAsked(written) && statusWithoutDoubt(written) == Status.DENIED;
    }

    private static @Nullable Status statusWithoutDoubt(String written) {
        Status own = Word.find(Status.class, written).orElse(null);
        if (own != null) {
            return own;
        }
        String sure = PlainAnswer.withoutDoubt(written);
        // "Denied since Monday" is a denial, and so is "no, never"; "denied at first, now yes" is none.
        List<String> words = PlainWords.of(sure);
        boolean denied = words.getFirst().equals("denied") && WHEN.containsAll(words.subList(1, words.size()));
        return denied
                ? Status.DENIED
                : switch (PlainAnswer.of(sure)) {
                    case YES -> Status.PRESENT;
                    case NO -> Status.DENIED;
                    case NEITHER -> STATUSES.get(Word.letters(sure));
                };
    }

    /// A tick is an answer; a dash is none.
    static boolean notAsked(String written) {
        String letters = Word.letters(written);
        return letters.isEmpty() ? NO_ANSWER.matcher(written).matches() : NOT_ASKED.contains(letters);
    }

    static boolean isAbsent(String written) {
        return switch (Word.letters(written)) {
            case "absent", "ausente" -> true;
            default -> false;
        };
    }

    static boolean gone(String written) {
        return GONE.contains(Word.letters(written));
    }

    /// That somebody was asked and did not say.
    static boolean saysNothing(String written) {
        return switch (Word.letters(written)) {
            case "" -> NO_ANSWER.matcher(written).matches();
            case "na", "none", "unknown", "unsure", "notsure", "notstated", "notasked", "notapplicable" -> true;
            default -> false;
        };
    }

    /// Nobody and nothing, where a list was asked for.
    static boolean none(String written) {
        return switch (Word.letters(written)) {
            case "none",
                    "nobody",
                    "noone",
                    "nadie",
                    "no",
                    "nil",
                    "na",
                    "nothing",
                    "nothingnew",
                    "nonew",
                    "nonewsymptoms",
                    "nosymptoms",
                    "nosigns",
                    "ninguno",
                    "ninguna",
                    "nada",
                    "nadanuevo",
                    "sinnovedad",
                    "sinsintomas",
                    "sincambios" -> true;
            default -> false;
        };
    }

    private static <W> Map<String, W> table(Map<String, W> words) {
        Map<String, W> table = HashMap.newHashMap(words.size());
        words.forEach((word, meaning) -> table.put(Word.letters(word), meaning));
        return Map.copyOf(table);
    }
}
