package care.sacrum.triage.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Words where a sign was asked for that tell of an ordinary ache, or that all is well. No rule knows them, and they
/// answer no question; but nobody is asked to call the clinic over a sore knee.
final class Ordinary {

    private static final Set<String> ACHES = words(
            "cold cough coughing heartburn hiccups sneezing sniffles resfriado catarro tos acidez stubbed ache aches aching achy sore soreness stiff stiffness tight tightness"
                    + " dull pain pains painful hurt hurts headache headaches tired tiredness fatigue fatigued backache lumbago cramp cramps clicking clicks"
                    + " arthritis dolor duele agujetas rigidez cansado cansada cansancio lumbalgia contractura calambre calambres"
                    + " artrosis molestia molestias");

    private static final Set<String> WELL = words("fine ok okay well normal normally good great usual bien");

    private static final Set<String> PLACES = words(
            "toe knee knees shoulder shoulders elbow elbows wrist wrists finger fingers neck hip hips joint joints muscle"
                    + " muscles hamstring hamstrings back lower upper low body sacrum sacral sacroiliac lumbar period rodilla"
                    + " rodillas hombro cuello cadera espalda baja lumbar sacro muscular regla");

    /// Of which it is good to hear that they are well.
    private static final Set<String> WORKS = words(
            "pee peeing peed wee weeing urine urinating bladder bowel bowels poo pooing stool walk walking leg legs"
                    + " sleep sleeping feel feels feeling i im working all everything todo");

    private static final Set<String> BESIDE = words(
            "a an the my bit little slight slightly mild mildly some of in and with from after before during when on is"
                    + " are am at gardening work exercise exercises exercising session run running gym yoga driving sitting"
                    + " today yesterday morning got have having un una poco el la los las mi me de en tras despues");

    /// Conditions of many people that no rule asks for, by how their words begin.
    private static final List<String> HEALTH =
            Phrases.listed("hypertens hipertens asthma asma. cholest colest hyperlipid"
                    + " dyslipid migrain overweight obes depress depres anxi ansied arthr artr osteoarthr artros hypothyr hipotiroid"
                    + " thyroid. tiroides allerg alerg hayfever eczema reflux reflujo gerd. ibs. copd. epoc. apn apnoea gout gota"
                    + " vegetarian sedentar desk. office stress estres insomn scolios escolios fibromyalg fibromialg endometrio"
                    + " menopaus anaem anem glaucom cataract hearing deaf glasses tinnitus rhinit rinit sinusit acne alcohol tall"
                    + " short athlet");

    /// Medicines of many people that thin neither bones nor blood and lower no defences, by how their names begin.
    private static final List<String> MEDICINES =
            Phrases.listed("paracetamol acetaminophen ibuprof naprox diclofen aspirin celecoxib codein tramadol omepraz"
                    + " lansopraz pantopraz ramipril lisinopril enalapril losartan candesartan valsartan amlodipin bisoprolol"
                    + " atenolol metoprolol statin. statins. atorvastatin simvastatin rosuvastatin metformin levothyrox"
                    + " thyroxin salbutamol ventolin sertralin fluoxetin citalopram escitalopram amitriptylin gabapentin"
                    + " pregabalin duloxetin cetirizin loratadin vitamin magnesium calcium iron. multivitamin contracept"
                    + " pill. hrt. antihistamin painkiller");

    private Ordinary() {}

    /// Whether a condition is one of those, an ordinary ache, denied, or somebody else's, and may be no risk.
    static boolean isOrdinaryHealth(String written) {
        return !Phrases.mayBeARisk(written)
                && (Phrases.isOfNobody(written)
                        || isOrdinary(written)
                        || isOfManyPeople(written)
                        || isHarmless(written));
    }

    /// Whether it names together what one of its words alone would name as a risk: a star sign is no
    /// cancer.
    static boolean isHarmless(String written) {
        return PlainWords.of(written).stream().allMatch("harmless"::equals);
    }

    private static boolean isOfManyPeople(String written) {
        return PlainWords.of(written).stream()
                .anyMatch(word -> Stream.concat(HEALTH.stream(), MEDICINES.stream())
                        .anyMatch(beginning -> (word + ".").startsWith(beginning)));
    }

    /// Whether words name a part of the body that no red flag is about, and no more.
    static boolean isAPlace(String written) {
        return PlainWords.of(written).stream().allMatch(word -> PLACES.contains(word) || BESIDE.contains(word));
    }

    static boolean isOrdinary(String written) {
        List<String> words = PlainWords.of(written);
        return is(words, ACHES, PLACES) || is(words, WELL, WORKS);
    }

    /// Whether every word is known to be harmless, and one of them says how it is.
    private static boolean is(List<String> words, Set<String> how, Set<String> where) {
        return words.stream().anyMatch(how::contains)
                && words.stream().allMatch(word -> how.contains(word) || where.contains(word) || BESIDE.contains(word));
    }

    private static Set<String> words(String listed) {
        return Set.copyOf(List.of(listed.split(" ")));
    }
}
