package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Words that an outside examiner wrote where a code was asked for, and how urgent they must be at least, or at most.
class ExaminersWordsTest {
    private static final List<String> LEVELS =
            List.of("emergency_now", "urgent_same_day", "soon", "routine", "self_care");

    static final List<String> EMERGENCIES = lines("""
            can't pee
            non stop leaking of urine
            no siento el ano
            crushed by a tractor
            no puede hablar bien
            perdida de conocimiento
            fever and feeling awful
            me siento fatal y con fiebre
            unable to void
            not passing urine
            hasn't peed since last night
            dribbling urine
            wets the bed at night
            no urge to pee
            don't feel my bladder filling
            soiled underwear
            numb bum
            numb buttocks
            numb private parts
            loss of anal tone
            reduced perianal sensation
            altered perineal sensation
            can't lift my foot
            tripping over left foot
            loss of power in both legs
            collapsed in the shop
            heart attack
            infarto
            ataque al corazón
            coughing up blood
            tos con sangre
            vomiting blood
            vomito sangre
            vaginal bleeding in pregnancy
            sangrado en el embarazo
            can't breathe
            cannot catch my breath
            me cuesta respirar
            collapsed
            lost consciousness
            pérdida de conciencia
            seizure
            fit
            had a fit this morning
            convulsiones
            crisis epiléptica
            TIA
            had a TIA yesterday
            mini stroke
            ministroke
            transient ischaemic attack
            derrame cerebral
            weak stream and can't start
            weak stream, retention
            dribbling only
            saddle paraesthesiae
            Paraesthesia perineal
            decreased genital sensation
            bowel incontinance
            fecal urgency and incontinence
            urinary retention (painless)
            Bladder: retention
            overflow urine incontinence
            inability to urinate
            inability to control bladder
            facial weakness left
            double vision
            chest tightness
            SOB and chest pain
            tearing back pain
            fell from height
            hit by car accident
            stool accidents
            sphincter disturbance of bladder
            loss of bowel control
            urinary hesitency
            perianal sensory change
            loss of perineal feeling
            numbness around back passage
            numb down below
            tingling between legs
            urinary incontinence, new
            faecal incontinence
            urine retension
            sadle anaesthesia
            saddle aneasthesia
            saddle anesthaesia
            Cauda Equina Symptoms?
            CES
            bilateral leg weakness
            paraplegia
            both feet weak
            sepsis
            septic
            septicaemia
            septic shock
            urosepsis
            blood poisoning
            meningitis
            septicemia
            infección en la sangre
            sphincter disturbance
            clumsy hands
            weakness of legs bilaterally
            paresis left leg and right leg
            """);

    static final List<String> SAME_DAY = lines("""
            temp 39
            fevers
            chilled to the bone
            fever after flu jab
            fever, blisters on my lip
            fever, vaccine last week
            shaking chills
            feverish chills
            febrile 38.6
            calf swollen
            thunder clap headache
            sudden severe headache
            unable to stand
            impotence
            legs buckling
            weak right leg
            wobbly gait
            off balance when walking
            """);

    static final List<String> WITHIN_DAYS = lines("""
            weight loss without trying
            weight falling off me
            weight loss despite a normal diet
            weight loss, no diet
            he adelgazado sin querer
            numb bottom of my foot
            numb toes
            tingling in calf
            unexplained loss of weight
            heavy legs when walking
            burning urination
            """);

    static final List<String> ORDINARY = lines("""
            urinary frequency
            urinary urgency
            UTI last year
            weak pelvic floor
            stiff legs
            tight hamstrings
            hip pain
            knee pain
            plantar fasciitis
            tired legs
            mild headache
            migraine
            common cold
            bloating
            diarrhoea
            weak core
            chest infection
            arm pain
            leg cramps
            restless legs
            breathing exercises done
            weak abdominal muscles
            period cramps
            poor sleep
            anxiety
            foot pain
            shoulder pain
            no red flags
            nil
            none
            bladder ok
            bowels fine
            walking fine
            stress
            itchy skin
            numb after dentist
            gained weight
            lost appetite
            standing at work
            sitting all day
            saddle sore from cycling
            groin strain
            sore bottom from sitting
            leg day at gym
            bowel habit normal
            fell behind with exercises
            chilli_intolerance
            chillblains
            chilblains
            yellow_fever_vaccine
            vacuna de la fiebre amarilla
            fever_blister
            calentura en el labio
            scarlet_fever_as_child
            fiebre en la infancia
            fainted_once_as_child
            me desmayé de niña
            unsteady_table
            weight_loss_diet
            weight loss on keto
            intentional weight loss
            perdida de peso con dieta
            weak stream
            weak urine stream
            steady walking
            able to urinate
            able to bear weight
            urinary continence
            rigorous exercise
            several headaches
            number of toilet visits
            bowel movement number
            shingles pain
            facet joint numb
            erector spinae problem
            gripe con debilidad
            fecha de inicio problema
            flip flops, sore foot
            thoracic spine tightness
            collapsed arches
            faint ache
            staggered stance
            blackout curtains
            septic tank
            sepsis 2015
            mother had sepsis
            meningitis vaccine
            stroke_rate
            fainting goat pose
            fever_dream
            talked to GP about hip trouble
            heavy leg day
            red band calf stretch
            prickly heat legs
            work-life balance poor
            heart attack 2015
            fit and well
            mi tía tiene fiebre
            bleeding gums in pregnancy
            """);

    @ParameterizedTest
    @FieldSource("EMERGENCIES")
    void anEmergencyIsOneInAnyWords(String written) {
        assertThat(urgency(written)).isEqualTo("emergency_now");
    }

    @ParameterizedTest
    @FieldSource("SAME_DAY")
    void whatIsSeenTheSameDayIsSeenAtTheLatestThen(String written) {
        assertThat(LEVELS.indexOf(urgency(written))).isLessThanOrEqualTo(LEVELS.indexOf("urgent_same_day"));
    }

    @ParameterizedTest
    @FieldSource("WITHIN_DAYS")
    void whatIsSeenWithinDaysIsNoEmergencyEither(String written) {
        assertThat(urgency(written)).isIn("soon", "urgent_same_day");
    }

    @ParameterizedTest
    @FieldSource("ORDINARY")
    void anOrdinaryWordAlarmsNobody(String written) {
        assertThat(urgency(written)).isEqualTo("self_care");
    }

    private static String urgency(String written) {
        ObjectNode course = JsonNodeFactory.instance.objectNode();
        course.put("evaluateAt", "2026-03-02T18:00:00Z").putObject("patient").put("ageYears", 45);
        ObjectNode report = course.putArray("reports").addObject();
        report.put("reportId", "r1").put("observedAt", "2026-03-02T09:00:00Z").put("painBefore", 2);
        report.putArray("symptoms")
                .addObject()
                .put("code", written)
                .put("status", "present")
                .put("onset", "new")
                .put("severity", 6);
        return switch (CaseReader.read(course)) {
            case Reading.Read(Case read) -> read.answer().urgency();
            case Reading.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private static List<String> lines(String block) {
        return Stream.of(block.split("\n")).filter(line -> !line.isBlank()).toList();
    }
}
