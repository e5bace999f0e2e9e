package care.sacrum.triage.cases;

import care.sacrum.triage.rules.Extent;
import care.sacrum.triage.rules.RiskFactor;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.SymptomCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sign or a risk that a writer put in words of their own where a code was asked for, read by its parts: "weakness in
/// both legs" is a weakness and a leg. English, and the Spanish words for the red flags.
///
/// Read only for what may alarm. A phrase that denies, remembers or fears something is not read at all, so it stays
/// unknown, and what is unknown never calms. Notes are for people and never come here.
final class Phrases {

    /// What a phrase must hold: of each part one of its words, by how the word begins; a dot ends a whole word.
    private record Phrase<W>(W meaning, List<List<String>> parts) {

        boolean isIn(List<String> words) {
            return parts.stream().allMatch(part -> words.stream().anyMatch(word -> begins(word, part)));
        }

        private static boolean begins(String word, List<String> part) {
            return part.stream().anyMatch((word + ".")::startsWith);
        }
    }

    private static final String NUMB =
            "numb numness anaesth anesth anestes acorch hipoestes hipoanest hypoaesth hypoesth hypaesth hypesth entumec entumes adormec dormida. dormido. dormidos. dormidas. duermen. duerme."
                    + " insensib";
    private static final String TINGLES = "tingl paraesth paresth parestes prickl hormigue";
    private static final String WEAK =
            "weak paresis parapar hemipar paralys paralyz plegia paraplegi debil floja. flojas. flojo.";
    private static final String SADDLE =
            "saddle silla perine perian genit intima intimo nether. bits. partes. groin crotch vagin vulv labia penis penile scrot testic entrepierna anus bottom. bum. buttock ass. arse. culo trasero nalga"
                    + " private privates ingle. ingles. wipe. wiping limpi";
    private static final String LEG =
            "leg. legs. foot. feet. toe. toes. calf. calves. thigh shin. shins. ankle knee pierna pie. pies.";
    private static final String BOTH_LEGS_BY_THEIR_NAME = "parapleg paraplej parapar";
    private static final String FOOT = "foot. feet. toe. toes. ankle tobillo pie. pies.";
    private static final String ARM = "arm. arms. hand. hands. grip. grips. wrist brazo mano.";
    private static final String URINE =
            "urin bladder pee. peed. peeing. wee. weed. weeing. piss. micturi void. voiding vejiga orin pis. pipi mear. meo.";
    private static final String BOWEL =
            "bowel faec fecal feces fecie stool rectal rectum anal. poo. pooed. poop heces caca. cacas. intestin popo.";
    private static final String LEAKS = "incontinen leak accident wet. wets. wetting soil escap dribbl encima";
    private static final String DISTURBED = "dysfunction disturb problem trouble disfuncion";
    private static final String FELT = "sensation feeling numb insensib unaware";
    private static final String PAIN = "pain. pains. painful ache aching dolor";
    private static final String IN_THE_BLOOD = "septic sepsis urosepsis meningit";
    private static final String TO_WALK = "walk. walking. stand. standing. bear. weightbear caminar andar.";

    /// The gravest first: where a phrase fits two, the first is meant.
    private static final List<Phrase<SymptomCode>> SIGNS = List.of(
            phrase(SymptomCode.SADDLE_NUMBNESS, "cauda. caudaequina ces."),
            phrase(SymptomCode.SADDLE_NUMBNESS, NUMB, SADDLE),
            phrase(
                    SymptomCode.SADDLE_NUMBNESS,
                    SADDLE,
                    "sensation sensory feeling",
                    "reduc decreas alter diminish less. loss lost abnormal change disturb"),
            phrase(SymptomCode.SADDLE_TINGLING, TINGLES, SADDLE),
            phrase(SymptomCode.BOWEL_LEAK, BOWEL, LEAKS),
            phrase(SymptomCode.BOWEL_LEAK, BOWEL, "control. hold. holding"),
            phrase(SymptomCode.URINE_LEAK, URINE, LEAKS),
            phrase(SymptomCode.URINE_LEAK, URINE, "control. hold. holding"),
            phrase(SymptomCode.URINE_LEAK, "slowstream", LEAKS),
            phrase(SymptomCode.BOWEL_LEAK, "soiled soiling"),
            phrase(SymptomCode.BOWEL_LEAK, "cago cague cagado", "encima"),
            phrase(
                    SymptomCode.BOWEL_LEAK,
                    "esfinter sphincter",
                    "leak control incontinen loss lost disturb dysfunction trouble problem weak disfuncion"),
            phrase(
                    SymptomCode.BOWEL_LEAK,
                    "pooped pooing poop. pooed. shat. shit.",
                    "pants myself himself herself bed."),
            phrase(SymptomCode.BOWEL_LEAK, "cago cague cagado stool", "unaware"),
            phrase(
                    SymptomCode.URINE_LEAK,
                    "pee. peed. pissed. wee. weed. urinated",
                    "pants trousers myself himself herself bed."),
            phrase(SymptomCode.URINE_LEAK, "nappy nappies diaper", "leak"),
            phrase(SymptomCode.URINE_LEAK, "incontinen"),
            phrase(SymptomCode.URINE_LEAK, "wet. wets. wetting", "bed. pants myself himself herself"),
            phrase(SymptomCode.PAINFUL_URINATION, URINE, "pain. pains. painful burn sting dolor escozor ardor"),
            phrase(
                    SymptomCode.URINE_CANNOT_START,
                    URINE,
                    "hard. retent retencion retain hesitan unable inability difficult dificultad strain start. starting push. press."
                            + " pushing pressing squeez"),
            phrase(SymptomCode.URINE_CANNOT_START, "retention retencion"),
            phrase(
                    SymptomCode.URINE_CANNOT_START,
                    "slowstream",
                    "unable retent hesitan difficult dificultad strain wait waiting push pushing start. starting"),
            phrase(SymptomCode.URINE_REDUCED_FEELING, URINE, FELT),
            phrase(SymptomCode.URINE_REDUCED_FEELING, "slowstream", FELT),
            phrase(SymptomCode.URINE_REDUCED_FEELING, "toilet. loo. bathroom. bano", "numb"),
            phrase(SymptomCode.URINE_REDUCED_FEELING, URINE, DISTURBED),
            phrase(SymptomCode.BOWEL_REDUCED_FEELING, BOWEL, FELT),
            phrase(SymptomCode.BOWEL_REDUCED_FEELING, BOWEL, DISTURBED),
            phrase(SymptomCode.BOWEL_REDUCED_FEELING, "anal. sphincter", "tone. lax. loose"),
            phrase(SymptomCode.SEXUAL_FUNCTION_CHANGE, "impoten"),
            phrase(
                    SymptomCode.SEXUAL_FUNCTION_CHANGE,
                    "sexual sex. sexo. erecti erecci ejacul orgasm",
                    "dysfunction disfunction disturb problem trouble disfuncion loss lost unable difficult change reduc numb"),
            phrase(
                    SymptomCode.FACE_DROOP,
                    "face. faces. facial mouth smile cara. boca.",
                    "droop drop hang palsy weak numb caid torcid torcio chuec paraliz paralis"),
            phrase(SymptomCode.FACE_DROOP, "stroke. ictus"),
            phrase(SymptomCode.FACE_DROOP, "slur dysarthr aphas dysphas diplop"),
            phrase(
                    SymptomCode.FACE_DROOP,
                    "speech speak. speaking. talk. talking. hablar.",
                    "unable difficult trouble loss lost confus"),
            phrase(SymptomCode.FACE_DROOP, "vision visual sight.", "loss lost double"),
            phrase(SymptomCode.ARM_WEAKNESS, ARM, WEAK),
            phrase(SymptomCode.ARM_WEAKNESS, "brazo mano.", "fuerza", "pierd perdid"),
            phrase(SymptomCode.ARM_WEAKNESS, "hand. hands. mano. manos.", "clums torpe torpes"),
            phrase(
                    SymptomCode.CHEST_PAIN,
                    "chest pecho torac thorac",
                    "pain hurt tight pressure heav discomfort elephant crush squeez dolor duele opres"),
            phrase(SymptomCode.CHEST_PAIN, "breathless dyspn disnea. haemoptys hemoptys hemoptis angina."),
            phrase(
                    SymptomCode.FAINTING,
                    "faint syncop collaps colaps blackout desmay desvanec desplom"
                            + " seizure. seizures. convuls unconscious. unresponsive. inconsciente"),
            phrase(
                    SymptomCode.FAINTING,
                    "consciousness conciencia. consciencia. conocimiento.",
                    "loss lost lose losing perdida. perdi. perder."),
            phrase(
                    SymptomCode.ABDOMINAL_PAIN_TEARING,
                    "tearing ripping pulsat pulsing desgarr",
                    "abdom belly stomach tummy tripa barriga vientre back. chest"),
            phrase(SymptomCode.ABDOMINAL_PAIN_TEARING, "aaa. aneurysm aneurisma haematemes hematemes"),
            phrase(
                    SymptomCode.ABDOMINAL_PAIN_TEARING,
                    "bleed sangra sangro sangre hemorrag haemorrhag hemorrhag",
                    "pregnan embaraz"),
            phrase(SymptomCode.FOOT_DROP, FOOT, "drop drag slap flop caid arrastr pendul"),
            phrase(SymptomCode.FOOT_DROP, FOOT, "trip. trips. tripping"),
            phrase(SymptomCode.FOOT_DROP, FOOT, "unable", "lift raise move levantar mover subir"),
            phrase(
                    SymptomCode.LEG_WEAKNESS,
                    "leg. legs. pierna",
                    "unable",
                    "lift raise move hold support levantar mover"),
            phrase(SymptomCode.LEG_WEAKNESS, "unable", "heelraise"),
            phrase(SymptomCode.LEG_WEAKNESS, LEG, "power strength fuerza"),
            phrase(SymptomCode.LEG_WEAKNESS, LEG, WEAK),
            phrase(SymptomCode.LEG_WEAKNESS, BOTH_LEGS_BY_THEIR_NAME),
            phrase(SymptomCode.LEG_WEAKNESS, LEG, "buckl giving. gives. gave. jelly"),
            phrase(SymptomCode.UNABLE_TO_WALK, "unable inability", TO_WALK),
            phrase(SymptomCode.UNSTEADY_WALKING, "unstead ataxi stagger stumbling. stumbles."),
            phrase(SymptomCode.UNSTEADY_WALKING, "gait. marcha", "inestab unstab"),
            phrase(SymptomCode.UNSTEADY_WALKING, "gait. balance.", "abnormal disturb loss lost poor trouble"),
            phrase(SymptomCode.UNSTEADY_WALKING, "wobbl", "gait. walk. walking. legs. feet. marcha"),
            phrase(SymptomCode.UNSTEADY_WALKING, "off.", "balance.", "walk. walking. walks. standing. gait."),
            phrase(
                    SymptomCode.MAJOR_TRAUMA,
                    "road. traffic car. motor vehicle bike bicycle motorcycle train. coche trafico moto. tren. auto. carro. camion",
                    "accident collision crash choque. choco. estrell"),
            phrase(
                    SymptomCode.MAJOR_TRAUMA,
                    "came. come. fell. thrown knocked flew",
                    "off.",
                    "bike. bicycle motorbike motorcycle moped scooter horse"),
            phrase(
                    SymptomCode.MAJOR_TRAUMA,
                    "hit. struck knocked",
                    "car. van. lorry truck bus. motorcycle motorbike train."),
            phrase(
                    SymptomCode.MAJOR_TRAUMA,
                    "crushed. pinned. trapped. aplast",
                    "tractor car. van. lorry truck bus. train. forklift digger machine vehicle horse coche. camion maquina caballo"),
            phrase(SymptomCode.MAJOR_TRAUMA, "rta. rtc. mva. mvc. atropell"),
            phrase(
                    SymptomCode.MAJOR_TRAUMA,
                    "fall. fell. thrown cai. caid",
                    "height ladder roof stair horse tree escalera altura tejado caballo"),
            phrase(SymptomCode.MAJOR_TRAUMA, "major. majorly. grave. graves.", "injur trauma accident caida. caidas."),
            phrase(
                    SymptomCode.MINOR_TRAUMA,
                    "fall. falls. fell. slip. slipped. trip. tripped. stumbled. caida cai. resbal tropece"),
            phrase(SymptomCode.MINOR_TRAUMA, "trauma", "minor. leve. leves."),
            phrase(SymptomCode.SEVERE_HEADACHE, "headache cefalea", "very.", "bad."),
            phrase(SymptomCode.SEVERE_HEADACHE, "cabeza.", "duele", "mucho"),
            phrase(
                    SymptomCode.SEVERE_HEADACHE,
                    "headache cefalea",
                    "thunder severe severi severl severo. severa. worst sudden intens peor. fuerte."),
            phrase(SymptomCode.FEVER, "fever. fevers. feverish febrile. pyrexi fiebre calentura"),
            phrase(SymptomCode.FEVER, "temp. temperature.", "high. raised. 38 39 40 41 42 101 102 103 104 105"),
            phrase(
                    SymptomCode.CHILLS,
                    "chill. chills. chilly. chilled. chilling. rigor. rigors. shiver escalofr calosfr tiriton tiritando"),
            phrase(SymptomCode.NIGHT_SWEATS, "sweat sudor", "night noctur drench"),
            phrase(SymptomCode.UNEXPLAINED_WEIGHT_LOSS, "weight. bodyweight. peso.", "loss lost losing perdida"),
            phrase(SymptomCode.UNEXPLAINED_WEIGHT_LOSS, "adelgazado. adelgazando."),
            phrase(SymptomCode.FEELING_VERY_UNWELL, IN_THE_BLOOD),
            phrase(SymptomCode.FEELING_VERY_UNWELL, "siento encuentro", "muy", "mal."),
            phrase(SymptomCode.FEELING_VERY_UNWELL, "very extremely seriously", "unwell ill. sick."),
            phrase(SymptomCode.CALF_SWELLING_WARM, "calf. calves. pantorrilla gemelo", "swell swollen hinchad"),
            phrase(SymptomCode.CALF_SWELLING_WARM, "calf. calves. pantorrilla gemelo", "hot. red. calient roj"),
            phrase(
                    SymptomCode.CALF_SWELLING_WARM,
                    "leg. pierna.",
                    "swell swollen hinchad",
                    "hot. red. warm calient roj"),
            phrase(SymptomCode.CALF_SWELLING_WARM, "dvt. thrombosis trombosis"),
            phrase(SymptomCode.CALF_SWELLING_WARM, LEG, "clot. clots. coagul trombo."),
            phrase(SymptomCode.TRANSIENT_PINS_NEEDLES, LEG, NUMB, "ratito sentarme"),
            phrase(SymptomCode.LEG_NUMBNESS, LEG, NUMB),
            phrase(SymptomCode.LEG_TINGLING, LEG, TINGLES),
            phrase(SymptomCode.ODD_LEG_FEELINGS, LEG, "electric shock calambrazo"),
            phrase(SymptomCode.LEG_PAIN, "sciatic ciatica lumbociatic radicul"),
            phrase(SymptomCode.LEG_PAIN, "leg. legs. calf. calves. shin. shins. thigh pierna", PAIN),
            phrase(SymptomCode.LEG_HEAVINESS, "leg. legs. pierna", "heav pesad"),
            phrase(SymptomCode.NIGHT_PAIN_CONSTANT, "night noctur", PAIN),
            phrase(SymptomCode.NO_POSITION_EASES, "unrelieved unremit unrelent"),
            phrase(SymptomCode.LOW_BACK_PAIN, "lumbag lumbalg backache"),
            phrase(SymptomCode.LOW_BACK_PAIN, "lumbar back. espalda", PAIN),
            phrase(SymptomCode.SLOW_STREAM_NOCTURIA, "slowstream"),
            phrase(SymptomCode.MUSCLE_SORENESS, "doms."),
            phrase(SymptomCode.MUSCLE_SORENESS, "muscle muscular", "sore"));

    /// Beside the signs of a leg: of any other, words tell no side.
    private static final Set<SymptomCode> HAS_A_SIDE = sided();

    private static Set<SymptomCode> sided() {
        Set<SymptomCode> sided = EnumSet.of(
                SymptomCode.FOOT_DROP,
                SymptomCode.ARM_WEAKNESS,
                SymptomCode.FACE_DROOP,
                SymptomCode.CALF_SWELLING_WARM,
                SymptomCode.BUTTOCK_PAIN);
        Arrays.stream(SymptomCode.values()).filter(SymptomCode::isOfALeg).forEach(sided::add);
        return Set.copyOf(sided);
    }

    /// What happens and passes: with a year of long ago behind it, it is history.
    private static final Set<SymptomCode> HAPPENS = Set.of(
            SymptomCode.CHEST_PAIN,
            SymptomCode.FAINTING,
            SymptomCode.FACE_DROOP,
            SymptomCode.ABDOMINAL_PAIN_TEARING,
            SymptomCode.MAJOR_TRAUMA,
            SymptomCode.MINOR_TRAUMA,
            SymptomCode.CALF_SWELLING_WARM,
            SymptomCode.FEVER,
            SymptomCode.CHILLS,
            SymptomCode.FEELING_VERY_UNWELL);

    /// Words of the leg that mean the leg only where the sign is said to be on one side or to reach so far.
    private static final List<Phrase<SymptomCode>> ON_A_LEG = List.of(
            phrase(SymptomCode.LEG_WEAKNESS, WEAK),
            phrase(SymptomCode.LEG_NUMBNESS, NUMB),
            phrase(SymptomCode.LEG_TINGLING, TINGLES));

    private static final String CHEMOTHERAPY = "chemo quimio";

    private static final List<Phrase<RiskFactor>> RISKS = List.of(
            phrase(
                    RiskFactor.CANCER_HISTORY,
                    "cancer carcinom malignan metasta lymphom linfom hodgkin myelom mielom melanom leukaem leukem leucem sarcom seminom neoplas tumor tumour mets. mastectom"
                            + " adenocarcinom mesotheliom mesoteliom glioblastom gliom astrocytom astrocitom plasmacytom"
                            + " plasmocitom neuroblastom retinoblastom cll. dlbcl. nhl. waldenstrom cancr. canser. radiotherap"
                            + " radioterap oncolog tamoxifen anastrozol letrozol " + CHEMOTHERAPY),
            phrase(
                    RiskFactor.CANCER_HISTORY,
                    "ca.",
                    "breast mama. prostat lung pulmon colon bowel kidney renal thyroid bladder"),
            phrase(RiskFactor.OSTEOPOROSIS, "osteoporo"),
            phrase(RiskFactor.OSTEOPOROSIS, "brittle fragil thin. thinning", "bone hueso"),
            phrase(
                    RiskFactor.PRIOR_FRAGILITY_FRACTURE,
                    "fragil compression. insufficiency. vertebra hip. wrist cadera muneca",
                    "fractur"),
            phrase(
                    RiskFactor.RECENT_SPINAL_PROCEDURE,
                    "spine spinal lumbar epidural back. disc.",
                    "surgery operation procedure injection anaesth anesth puncture fusion block."),
            phrase(RiskFactor.RECENT_SPINAL_PROCEDURE, "discectom microdiscectom laminectom"),
            phrase(
                    RiskFactor.LONG_TERM_STEROIDS,
                    "steroid corticosteroid corticoid cortison esteroid prednis dexameth glucocort"),
            phrase(
                    RiskFactor.IMMUNOSUPPRESSION,
                    "immunosup inmunosup immunocomp inmunocomp immunodef inmunodef immunodepr inmunodepr hiv. vih. aids. methotrex metotrex transplant trasplant"
                            + " asplen splenect esplenect hyposplen neutropen azathiopr azatiopr mycophenol micofenol ciclosporin cyclosporin tacrolimus"
                            + " adalimumab infliximab etanercept rituximab tocilizumab biologics."),
            phrase(
                    RiskFactor.IV_DRUG_USE,
                    "iv. intravenos intravenous inject inyect vena. venas.",
                    "drug drog heroin. heroina. user"),
            phrase(RiskFactor.IV_DRUG_USE, "ivdu. pwid. udvp. heroin. heroina."),
            phrase(RiskFactor.ANTICOAGULANT, "anticoag warfarin apixaban rivaroxaban dabigatran edoxaban heparin"),
            phrase(RiskFactor.ANTICOAGULANT, "blood", "thinn"),
            phrase(RiskFactor.PREGNANCY, "pregnan embaraz"),
            phrase(RiskFactor.DIABETES, "diabet"),
            phrase(RiskFactor.DISC_HERNIATION_KNOWN, "disc. disk.", "herniat prolaps slipped bulg"),
            phrase(RiskFactor.SPINAL_STENOSIS_KNOWN, "stenosis."),
            phrase(RiskFactor.PSORIASIS, "psoria"),
            phrase(RiskFactor.SMOKER, "smok"));

    private static final List<String> DENIES =
            listed("no. not. neg. non. nor. without denies. denied. deny. niega niego never nil. none. nope. nah."
                    + " negative absent normal afebrile sin. ningun");
    private static final List<String> PLAINLY_DENIES =
            listed("no. not. neg. negative. without denies. denied. deny. niega niego sin. ningun");
    private static final List<String> ANSWERS_NO = listed("no. none. nope. nah. nil. never. negative ningun nunca");
    private static final List<String> NO_LONGER = listed(
            "long more. but. except until since now. today. control hold feel aware chang cured. curad mas. pero. activ");
    private static final int MOST_WORDS_OF_A_DENIAL = 6;
    private static final int MOST_WORDS_OF_ONE_SIGN = 3;
    private static final List<String> REMEMBERS = listed(
            "family risk. previous prior. past. history historic old."
                    + " childhood former resolved intentional. intended. explained. planned deliberate good. intact. preserved conservad hay. asleep");
    private static final List<String> WORSE = listed("worse weaker. progress deteriorat increas");
    private static final List<String> FEARED_OR_EXCLUDED =
            listed("fear afraid worri miedo ruled exclud descart benign charity checked screen tested");
    private static final Pattern NOT_OF_LATE = Pattern.compile(
            "(?!.*\\b(?:now|current|currently|ongoing|again|since|desde|ahora|actual)\\b).*\\b(?:years? ago|hace (?:[a-z0-9]+ )?anos|topical|creams?"
                    + "|(?:19[0-9]{2}|20[01][0-9]|202[0-4]))\\b.*");
    private static final Pattern ONE_S_OWN =
            Pattern.compile("^(i |had|have|my (own )?(cancer|carcinoma|tumou?r|lymphoma)).*");

    private static final Pattern IN_CONTRAST = Pattern.compile(
            "(?i)\\b(?:but|except|however|although|though|yet|only|just|now|actually|pero|aunque|salvo|excepto|sino|solo|s\u00f3lo|ahora)\\b|[;.](?![0-9])|,(?=\\s*(?:i )?(?:can ?no|can'?t|unable|no pued))");

    private static final Pattern A_DENIAL_AFTER = Pattern.compile(
            "(?i)(?:[,(]|\\band\\b|\\by\\b)\\s*(?:with )?(?:no|not|without|denies|sin|niega)\\b|\\b(?:without|sin|denies|niega)\\b");
    private static final Pattern JOINED =
            Pattern.compile("(?i)\\s+(?:and|with|plus|y|con)\\s+|\\s*(?:[&+/;]|,(?![0-9]))\\s*");

    /// Of one sign, these tell more: where, when, how, and what comes of it.
    private static final Set<String> JOINS_TO_A_SIGN = Set.copyOf(listed(
            "worse worsening since when while after walking standing sitting lying coughing sneezing painful pain"
                    + " sore hurts scared worried frightened frequent gradual gradually numb weak tingling hot warm red tender"
                    + " swollen caliente hinchada hinchado roja rojo peor desde cuando"));

    private static final Set<String> OF_THE_SAME = Set.of(
            "it",
            "that",
            "this",
            "any",
            "them",
            "denied",
            "denies",
            "more",
            "longer",
            "la",
            "lo",
            "tengo",
            "ya",
            "mas",
            "problem",
            "problems");

    private Phrases() {}

    /// What a phrase means as a sign.
    ///
    /// @param side told in the phrase itself, as are how far it reaches and that it gets worse
    record Sign(
            SymptomCode code, @Nullable Side side, @Nullable Extent extent, boolean worse) {}

    /// @param onALeg whether a side or an extent is told beside the phrase: then bare numbness is that of a leg
    static @Nullable Sign sign(String written, boolean onALeg) {
        Sign whole = signOfAll(written, onALeg);
        if (whole != null) {
            return whole;
        }
        // "No pain but numb between the legs": what is denied in one part hides nothing in another.
        for (String part : IN_CONTRAST.split(written)) {
            Sign sign = part.equals(written) ? beforeADenial(part, onALeg) : sign(part, onALeg);
            if (sign != null) {
                return sign;
            }
        }
        return null;
    }

    /// "Cannot pee, no fever": what stands before a denial of something else.
    private static @Nullable Sign beforeADenial(String written, boolean onALeg) {
        String[] parts = A_DENIAL_AFTER.split(written, 2);
        boolean ofSomethingElse = parts.length == 2
                && PlainWords.of(parts[1]).stream()
                        .anyMatch(word ->
                                !word.isEmpty() && !Phrase.begins(word, ANSWERS_NO) && !OF_THE_SAME.contains(word));
        return ofSomethingElse && !parts[0].isBlank() ? signOfAll(parts[0], onALeg) : null;
    }

    private static @Nullable Sign signOfAll(String written, boolean onALeg) {
        List<String> words = PlainWords.of(written);
        if (anyOf(words, DENIES) || anyOf(words, REMEMBERS) || Whose.isNotThePatientsNow(words)) {
            return null;
        }
        SymptomCode code = meaning(SIGNS, words);
        if (code == null && onALeg) {
            code = meaning(ON_A_LEG, words);
        }
        boolean explained = code == SymptomCode.UNEXPLAINED_WEIGHT_LOSS && Whose.isMeant(words);
        boolean past = code != null && HAPPENS.contains(code) && Whose.endsLongAgo(words);
        return code == null || explained || past
                ? null
                : new Sign(code, HAS_A_SIDE.contains(code) ? side(words) : null, extent(words), isWorse(words));
    }

    private static boolean isWorse(List<String> words) {
        return anyOf(words, WORSE) || words.contains("peor") && !words.contains("ni");
    }

    /// Whether words tell of no sign of now, whatever they are near to.
    static boolean tellsOfNone(String written) {
        List<String> words = PlainWords.of(written);
        return anyOf(words, REMEMBERS) || Whose.isNotThePatientsNow(words);
    }

    /// How far down a leg a phrase tells of: "down to the foot".
    static @Nullable Extent extent(String written) {
        List<String> words = PlainWords.of(written);
        return anyOf(words, DENIES) ? null : extent(words);
    }

    /// Whether a text says of a sign that it is not there, and nothing else: "no numbness".
    static boolean deniesASign(String written) {
        List<String> words = PlainWords.of(written);
        boolean last = words.size() > 1 && Phrase.begins(words.getLast(), ANSWERS_NO);
        List<String> rest = last ? words.subList(0, words.size() - 1) : words.subList(1, words.size());
        return words.size() <= MOST_WORDS_OF_A_DENIAL
                && (last || Phrase.begins(words.getFirst(), PLAINLY_DENIES))
                && !anyOf(rest, DENIES)
                && !anyOf(rest, NO_LONGER)
                && (meaning(SIGNS, rest) != null || meaning(ON_A_LEG, withALeg(rest)) != null);
    }

    private static List<String> withALeg(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.add("leg");
        return all;
    }

    /// Whether a phrase is so short that nothing else can be told in it than what was read.
    static boolean isShort(String written) {
        return PlainWords.of(written).stream().filter(word -> word.length() > 3).count() <= MOST_WORDS_OF_ONE_SIGN;
    }

    /// The parts of a text that tells of several signs; the text itself where it tells of one, or none.
    static List<String> signs(String written) {
        List<String> parts = JOINED.splitAsStream(written)
                .filter(part -> sign(part, false) != null)
                .toList();
        return parts.size() > 1 ? parts : List.of(written);
    }

    /// Whether a text joins to one sign what nobody here can read: "fever and rotten all over".
    static boolean joinsWhatIsUnread(String written) {
        List<String> parts = JOINED.splitAsStream(written).toList();
        return parts.stream().anyMatch(part -> sign(part, false) != null)
                && parts.stream()
                        .anyMatch(part -> sign(part, false) == null
                                && Telling.sideIn(part) == null
                                && !Ordinary.isOrdinary(part)
                                && !Ordinary.isAPlace(part)
                                && !deniesASign(part)
                                && PlainWords.of(part).stream().noneMatch(JOINS_TO_A_SIGN::contains));
    }

    static boolean denies(String written) {
        return anyOf(PlainWords.of(written), DENIES);
    }

    /// All the risks that a text tells of. One of old counts too; one that is denied, feared, excluded, harmless or
    /// somebody else's does not.
    static Set<RiskFactor> risks(String written) {
        List<String> words = PlainWords.of(written);
        boolean own = ONE_S_OWN.matcher(String.join(" ", words)).matches();
        Set<RiskFactor> risks = new LinkedHashSet<>();
        if (anyOf(words, DENIES) || anyOf(words, FEARED_OR_EXCLUDED) || (!own && Whose.namesARelative(words))) {
            return risks;
        }
        for (Phrase<RiskFactor> phrase : RISKS) {
            if (phrase.isIn(words)) {
                risks.add(phrase.meaning());
            }
        }
        if (!Steroids.mayBeLongTerm(words)) {
            risks.remove(RiskFactor.LONG_TERM_STEROIDS);
        }
        // Chemotherapy lowers the defences for months: only that of years ago, or of the skin, does not.
        if (anyOf(words, listed(CHEMOTHERAPY))
                && !NOT_OF_LATE.matcher(String.join(" ", words)).matches()) {
            risks.add(RiskFactor.IMMUNOSUPPRESSION);
        }
        return risks;
    }

    /// Whether words tell of an infection of the blood, or of the lining of the brain: a fever, and very unwell.
    static boolean isAnInfectionOfTheBlood(String written) {
        return anyOf(PlainWords.of(written), listed(IN_THE_BLOOD)) && sign(written, false) != null;
    }

    /// Whether words that are no risk of the patient's own name one all the same, and not plainly as denied,
    /// harmless or somebody else's: then a person must tell what is meant.
    static boolean mayBeARisk(String written) {
        List<String> words = PlainWords.of(written);
        List<String> rest = words.subList(1, words.size());
        boolean plainlyDenied = Phrase.begins(words.getFirst(), PLAINLY_DENIES) && !anyOf(rest, NO_LONGER);
        RiskFactor risk = meaning(RISKS, words);
        boolean skinDeep = risk == RiskFactor.LONG_TERM_STEROIDS && Steroids.areOnTheSkinOrBreathed(words);
        return risk != null && !plainlyDenied && !skinDeep && !Whose.beginsWithARelative(words);
    }

    /// Whether words deny something, or are about somebody else.
    static boolean isOfNobody(String written) {
        List<String> words = PlainWords.of(written);
        return anyOf(words, DENIES) || Whose.namesARelative(words);
    }

    private static <W> @Nullable W meaning(List<Phrase<W>> phrases, List<String> words) {
        for (Phrase<W> phrase : phrases) {
            if (phrase.isIn(words)) {
                return phrase.meaning();
            }
        }
        return null;
    }

    private static boolean anyOf(List<String> words, List<String> beginnings) {
        return words.stream().anyMatch(word -> Phrase.begins(word, beginnings));
    }

    /// The side that words tell, as the value of a field or within a phrase.
    static @Nullable Side side(String written) {
        return side(PlainWords.of(written));
    }

    /// "The legs" are both, unless one of them is named too.
    private static @Nullable Side side(List<String> words) {
        boolean left = anyOf(words, List.of("left.", "lt.", "l.", "izq", "izd"));
        boolean right = anyOf(words, List.of("right.", "rt.", "r.", "derech", "dcha.", "dcho.", "der."));
        boolean several = anyOf(words, List.of("legs.", "feet.", "piernas.", "pies."));
        boolean both = anyOf(
                        words,
                        List.of("both.", "either.", "bilat", "ambas.", "ambos.", "parapleg", "paraplej", "parapar"))
                || left == right && (left || several);
        return both ? Side.BOTH : left ? Side.LEFT : right ? Side.RIGHT : null;
    }

    private static @Nullable Extent extent(List<String> words) {
        if (anyOf(words, listed(FOOT))) {
            return Extent.FOOT;
        }
        return anyOf(
                        words,
                        List.of("calf.", "calves.", "pantorrilla", "shin", "below.", "debajo.", "sciatic", "ciatica"))
                ? Extent.BELOW_KNEE
                : null;
    }

    static List<String> listed(String listed) {
        return List.of(listed.split(" "));
    }

    private static <W> Phrase<W> phrase(W meaning, String... parts) {
        return new Phrase<>(meaning, Arrays.stream(parts).map(Phrases::listed).toList());
    }
}
