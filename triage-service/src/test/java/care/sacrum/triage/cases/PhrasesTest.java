package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.RiskFactor;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.SymptomCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a writer's own words mean where a code was asked for, and where they mean nothing.
class PhrasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my legs are weak             | BOTH
            tingling in the feet         | BOTH
            las piernas no me sostienen  | BOTH
            hormigueo en los pies        | BOTH
            numbness in either leg, left and right | BOTH
            my right leg gives way, legs weak | RIGHT
            my leg is weak               |
            numbness between my legs     |
            """)
    void theLegsAreBothUnlessOneOfThemIsNamed(String written, @Nullable Side side) {
        Phrases.Sign sign = Phrases.sign(written, false);

        assertThat(sign).isNotNull();
        assertThat(sign.side()).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a weak leg gets weaker       | true
            una pierna floja va a peor   | true
            a weak leg                   | false
            una pierna floja, ni mejor ni peor | false
            """)
    void aLegThatGetsWeakerIsWorse(String written, boolean worse) {
        Phrases.Sign sign = Phrases.sign(written, false);

        assertThat(sign).isNotNull();
        assertThat(sign.code()).isEqualTo(SymptomCode.LEG_WEAKNESS);
        assertThat(sign.worse()).isEqualTo(worse);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bladder not emptying, 600 ml on scan | URINE_CANNOT_START
            chest hurts | CHEST_PAIN
            disnea | CHEST_PAIN
            it is hard to pee | URINE_CANNOT_START
            te cuesta hacer pis | URINE_CANNOT_START
            pérdida de orina | URINE_LEAK
            perdida de orina | URINE_LEAK
            pérdidas de heces | BOWEL_LEAK
            you feel numb between your legs | SADDLE_NUMBNESS
            one side of the face hangs down | FACE_DROOP
            se le cae la boca, cara caída | FACE_DROOP
            un brazo pierde fuerza | ARM_WEAKNESS
            a very bad headache came all at once | SEVERE_HEADACHE
            me duele mucho la cabeza de golpe | SEVERE_HEADACHE
            no puedes levantar el pie | FOOT_DROP
            pie péndulo | FOOT_DROP
            no tienes fuerza en las dos piernas | LEG_WEAKNESS
            caída grave | MAJOR_TRAUMA
            traumatismo grave | MAJOR_TRAUMA
            traumatismo leve | MINOR_TRAUMA
            blood clot in leg | CALF_SWELLING_WARM
            dolor de barriga desgarrador | ABDOMINAL_PAIN_TEARING
            un dolor que desgarra en la tripa | ABDOMINAL_PAIN_TEARING
            worried about my incontinence | URINE_LEAK
            worried, I leak pee | URINE_LEAK
            scared of the numbness between my legs | SADDLE_NUMBNESS
            afraid of fainting again | FAINTING
            numb_inner_thighs | SADDLE_NUMBNESS
            numbness on the inside of both thighs | SADDLE_NUMBNESS
            tingling of my inner upper thighs | SADDLE_TINGLING
            tengo dormida la cara interna de los muslos | SADDLE_NUMBNESS
            left inner thigh numb | LEG_NUMBNESS
            came off my motorbike yesterday | MAJOR_TRAUMA
            accidente de auto ayer | MAJOR_TRAUMA
            choqué en la moto ayer | MAJOR_TRAUMA
            me cago encima sin enterarme | BOWEL_LEAK
            me oriné sin darme cuenta | URINE_LEAK
            no me duele pero no siento al ir al baño | URINE_REDUCED_FEELING
            no me puedo aguantar la popó | BOWEL_LEAK
            no puedo mear | URINE_CANNOT_START
            no siento cuando me limpio | SADDLE_NUMBNESS
            haven't been able to go for a wee for 14 hours | URINE_CANNOT_START
            my bits have gone numb | SADDLE_NUMBNESS
            no pain but I leak wee without knowing | URINE_LEAK
            toilet paper feels like nothing | SADDLE_NUMBNESS
            bladder just empties itself | URINE_LEAK
            can pee but only if I push on my belly | URINE_CANNOT_START
            denies numbness but says can't feel toilet paper | SADDLE_NUMBNESS
            elephant sitting on my chest | CHEST_PAIN
            adormecimiento en la zona íntima | SADDLE_NUMBNESS
            entumesimiento entre piernas | SADDLE_NUMBNESS
            hago del cuerpo sin sentir | BOWEL_LEAK
            me cuesta empezar a orinar desde ayer | URINE_CANNOT_START
            mi mamá dice que tengo la boca chueca | FACE_DROOP
            no me sale la orina | URINE_CANNOT_START
            no siento mis partes | SADDLE_NUMBNESS
            no tengo dolor, solo adormecimiento en silla de montar | SADDLE_NUMBNESS
            se me sale el popó | BOWEL_LEAK
            se me sale la pipí | URINE_LEAK
            se me torció la cara | FACE_DROOP
            sin dolor pero no controlo la orina | URINE_LEAK
            hardly any feeling in my saddle area | SADDLE_NUMBNESS
            I don't know when I've finished peeing | URINE_REDUCED_FEELING
            left foot flops | FOOT_DROP
            midwife says retention | URINE_CANNOT_START
            never had trouble peeing until yesterday | URINE_REDUCED_FEELING
            no leakage, just no feeling down below | SADDLE_NUMBNESS
            no numbness but tingling between my legs | SADDLE_TINGLING
            not numb any more but now I can't pee | URINE_CANNOT_START
            not numb between my legs but wet myself | URINE_LEAK
            numb from waist down | SADDLE_NUMBNESS
            numb in the nether regions | SADDLE_NUMBNESS
            peed the bed last night at 44 | URINE_LEAK
            pissed myself and didn't know | URINE_LEAK
            privates feel like cotton wool | SADDLE_NUMBNESS
            said no earlier but actually numb between my legs | SADDLE_NUMBNESS
            shat myself | BOWEL_LEAK
            weak stream and have to wait ages since yesterday | URINE_CANNOT_START
            weak stream, cannot start | URINE_CANNOT_START
            weak stream and only dribbling | URINE_LEAK
            weak stream and numb between the legs | SADDLE_NUMBNESS
            weak stream | SLOW_STREAM_NOCTURIA
            weak urine stream | SLOW_STREAM_NOCTURIA
            stream gone slow | SLOW_STREAM_NOCTURIA
            fell on a road trip | MINOR_TRAUMA
            my legs are getting number | LEG_NUMBNESS
            numbess between the legs | SADDLE_NUMBNESS
            severly bad headache | SEVERE_HEADACHE
            sweated through at night | NIGHT_SWEATS
            legs feel heavey | LEG_HEAVINESS
            felt fainty | FAINTING
            unsteady chair to bed | UNSTEADY_WALKING
            fainted on blood pressure tablets | FAINTING
            chest pain after chest press | CHEST_PAIN
            fever after the yellow fever vaccine | FEVER
            unsteady on the stairs | UNSTEADY_WALKING
            unsteady steps | UNSTEADY_WALKING
            heart attack since 2015 | CHEST_PAIN
            weak legs and a fever blister | LEG_WEAKNESS
            coughing up bright red blood | CHEST_PAIN
            convulsión | FAINTING
            pregnant and bleeding | ABDOMINAL_PAIN_TEARING
            my weight is just dropping off | UNEXPLAINED_WEIGHT_LOSS
            bladder feels full but nothing comes | URINE_CANNOT_START
            didn't pee since yesterday | URINE_CANNOT_START
            no me duele nada pero tengo dormida la entrepierna | SADDLE_NUMBNESS
            no tengo fiebre pero no puedo orinar | URINE_CANNOT_START
            tengo la vejiga llena y no sale nada | URINE_CANNOT_START
            tengo que hacer fuerza para orinar | URINE_CANNOT_START
            everything normal except I can't feel when I pee | URINE_REDUCED_FEELING
            I have to press to pee | URINE_CANNOT_START
            nappies again, leaking | URINE_LEAK
            no pain at all today but I can't feel my bottom | SADDLE_NUMBNESS
            no pee for 12 hours | URINE_CANNOT_START
            nothing comes out when I try to pee | URINE_CANNOT_START
            my mum had cancer but I can't pee | URINE_CANNOT_START
            numb between my legs, how do I know if I have something serious | SADDLE_NUMBNESS
            no fever, but shivering at night | CHILLS
            sin fiebre pero con escalofrios | CHILLS
            not weak but both feet tingle | LEG_TINGLING
            temp 102.4F | FEVER
            feverish | FEVER
            had the shivers all night | CHILLS
            calosfríos por la noche | CHILLS
            left leg is dead, wont hold me | LEG_WEAKNESS
            se me doblan las dos piernas | LEG_WEAKNESS
            no me puedo parar ni caminar | UNABLE_TO_WALK
            el peor dolor de cabeza de mi vida | SEVERE_HEADACHE
            lost my erections since the disc went | SEXUAL_FUNCTION_CHANGE
            no tengo ereccion desde la lumbalgia | SEXUAL_FUNCTION_CHANGE
            ya no siento nada al tener sexo | SEXUAL_FUNCTION_CHANGE
            lost 2 stone without trying | UNEXPLAINED_WEIGHT_LOSS
            bajé 10 kilos sin querer | UNEXPLAINED_WEIGHT_LOSS
            estoy bajando de peso sin razón | UNEXPLAINED_WEIGHT_LOSS
            me resbalé en la ducha | MINOR_TRAUMA
            G83.4 | SADDLE_NUMBNESS
            cant stand on tiptoes on the left | LEG_WEAKNESS
            can't tell when my bladder is full | URINE_REDUCED_FEELING
            cant feel the loo roll | SADDLE_NUMBNESS
            numb between my legs since the disc went | SADDLE_NUMBNESS
            cnat pee | URINE_CANNOT_START
            nubm between legs | SADDLE_NUMBNESS
            numb saddel area | SADDLE_NUMBNESS
            shaking with cold and cant get warm | CHILLS
            needed a catheter yesterday | URINE_CANNOT_START
            cannot pee, no fever | URINE_CANNOT_START
            cannot pee (no fever) | URINE_CANNOT_START
            saddle numbness; no incontinence | SADDLE_NUMBNESS
            urine retention without leg weakness | URINE_CANNOT_START
            no leg weakness; cannot pee | URINE_CANNOT_START
            no puedo orinar y sin fiebre | URINE_CANNOT_START
            sin debilidad; no puedo orinar | URINE_CANNOT_START
            dolor torácico | CHEST_PAIN
            parálisis facial | FACE_DROOP
            perdí el conocimiento | FAINTING
            dolor abdominal desgarrante | ABDOMINAL_PAIN_TEARING
            trombosis venosa profunda | CALF_SWELLING_WARM
            paraplejia | LEG_WEAKNESS
            marcha inestable | UNSTEADY_WALKING
            dolor de cabeza muy fuerte | SEVERE_HEADACHE
            no erections | SEXUAL_FUNCTION_CHANGE
            no leg weakness, cannot pee | URINE_CANNOT_START
            no tiene fiebre, no puede orinar | URINE_CANNOT_START
            not in control of my bladder | URINE_LEAK
            lost control of my bladder | URINE_LEAK
            saddle numbness since 5/5/2026 | SADDLE_NUMBNESS
            passed out the other day | FAINTING
            fell into the road | MINOR_TRAUMA
            fell for the second time | MINOR_TRAUMA
            fell behind the sofa | MINOR_TRAUMA
            tripped up over the rug | MINOR_TRAUMA
            lost sensation between my legs after lifting 20 kilos | SADDLE_NUMBNESS
            lost two and a half stone | UNEXPLAINED_WEIGHT_LOSS
            pain under control, leaking urine | URINE_LEAK
            hay fever, cannot pee | URINE_CANNOT_START
            chilling with a fever | FEVER
            power 5/5 but numb between the legs | SADDLE_NUMBNESS
            bladder under control, numb between my legs | SADDLE_NUMBNESS
            numbness between my legs       | SADDLE_NUMBNESS
            numb saddle 2 days ago         | SADDLE_NUMBNESS
            cauda equina not ruled out     | SADDLE_NUMBNESS
            tingling up from my feet       | LEG_TINGLING
            weakness from both feet        | LEG_WEAKNESS
            drops the right foot           | FOOT_DROP
            drops the foot on walking      | FOOT_DROP
            hace dos años que me orino encima | URINE_LEAK
            me orino encima hace dos meses | URINE_LEAK
            no siento nada cuando voy al baño | URINE_REDUCED_FEELING
            no pee since yesterday         | URINE_CANNOT_START
            cola de caballo                | SADDLE_NUMBNESS
            hipoestesia perineal           | SADDLE_NUMBNESS
            he perdido sensibilidad en los genitales | SADDLE_NUMBNESS
            parestesia en silla de montar  | SADDLE_TINGLING
            me cago encima                 | BOWEL_LEAK
            no aguanto el pis              | URINE_LEAK
            llevo todo el día sin orinar   | URINE_CANNOT_START
            not passed water since last night | URINE_CANNOT_START
            no urine output                | URINE_CANNOT_START
            lumbociática bilateral         | LEG_PAIN
            boca torcida                   | FACE_DROOP
            calentura                      | FEVER
            3 day history of saddle numbness | SADDLE_NUMBNESS
            wet myself for the past week   | URINE_LEAK
            82 year old, urinary retention | URINE_CANNOT_START
            no longer able to pee          | URINE_CANNOT_START
            can no longer feel when I need to pee | URINE_REDUCED_FEELING
            cant feel myself going to the toilet | URINE_REDUCED_FEELING
            sin control de la orina        | URINE_LEAK
            no siento el culo              | SADDLE_NUMBNESS
            no strength in either leg      | LEG_WEAKNESS
            me fallan las piernas          | LEG_WEAKNESS
            not only numb but weak in the leg | LEG_WEAKNESS
            numbness in left leg no better | LEG_NUMBNESS
            no change in leg numbness      | LEG_NUMBNESS
            leg still not right, numb      | LEG_NUMBNESS
            my right foot dropped          | FOOT_DROP
            blacked out                    | FAINTING
            falta de aire                  | CHEST_PAIN
            cara torcida de repente        | FACE_DROOP
            tiritona                       | CHILLS
            ninguna postura me alivia      | NO_POSITION_EASES
            fall from 3 m                  | MAJOR_TRAUMA
            thrown off a horse             | MAJOR_TRAUMA
            husband noticed slurred speech | FACE_DROOP
            wife has to help me, legs weak | LEG_WEAKNESS
            son las dos piernas debiles    | LEG_WEAKNESS
            used to have foot drop, now again | FOOT_DROP
            worried, lost bladder control  | URINE_LEAK
            can't feel when I wipe my bottom | SADDLE_NUMBNESS
            cannot feel toilet paper when wiping | SADDLE_NUMBNESS
            numb down there                | SADDLE_NUMBNESS
            numb testicles                 | SADDLE_NUMBNESS
            adormecimiento en la entrepierna | SADDLE_NUMBNESS
            se me duermen los genitales    | SADDLE_NUMBNESS
            no controlo las heces          | BOWEL_LEAK
            no siento cuando voy al baño   | URINE_REDUCED_FEELING
            no power in my legs            | LEG_WEAKNESS
            hot swollen leg                | CALF_SWELLING_WARM
            electric shocks in leg         | ODD_LEG_FEELINGS
            pierna dormida                 | LEG_NUMBNESS
            arrastro el pie                | FOOT_DROP
            stumbling all the time         | UNSTEADY_WALKING
            me siento muy mal              | FEELING_VERY_UNWELL
            can't hold my wee              | URINE_LEAK
            can't hold my stool            | BOWEL_LEAK
            straining to pass urine        | URINE_CANNOT_START
            trouble starting to pee        | URINE_CANNOT_START
            not aware of passing urine     | URINE_REDUCED_FEELING
            toes won't lift                | FOOT_DROP
            legs like jelly                | LEG_WEAKNESS
            hit by a car                   | MAJOR_TRAUMA
            run over by a car              | MAJOR_TRAUMA
            cannot feel when I wipe        | SADDLE_NUMBNESS
            no sensation down there        | SADDLE_NUMBNESS
            pooped my pants                | BOWEL_LEAK
            pérdida de control de esfínteres | BOWEL_LEAK
            acorchamiento en el periné     | SADDLE_NUMBNESS
            pantorrilla hinchada y caliente | CALF_SWELLING_WARM
            pérdida de peso sin causa      | UNEXPLAINED_WEIGHT_LOSS
            pooped my pants without knowing | BOWEL_LEAK
            no urine since last night      | URINE_CANNOT_START
            I can't go to the toilet       | URINE_CANNOT_START
            no siento al limpiarme         | SADDLE_NUMBNESS
            no noto al limpiarme           | SADDLE_NUMBNESS
            se me escapa el pis            | URINE_LEAK
            se me escapa la orina          | URINE_LEAK
            me orino encima                | URINE_LEAK
            no siento cuando orino         | URINE_REDUCED_FEELING
            no he orinado desde ayer       | URINE_CANNOT_START
            no puedo orinar                | URINE_CANNOT_START
            se me escapan las heces        | BOWEL_LEAK
            me duele el pecho              | CHEST_PAIN
            dolor de pecho                 | CHEST_PAIN
            no puedo levantar el pie       | FOOT_DROP
            las piernas no me sostienen    | LEG_WEAKNESS
            sin fuerza en la pierna        | LEG_WEAKNESS
            atropellado                    | MAJOR_TRAUMA
            accidente de coche             | MAJOR_TRAUMA
            me caí de una escalera         | MAJOR_TRAUMA
            calf is hot and red            | CALF_SWELLING_WARM
            loss of sensation in the groin | SADDLE_NUMBNESS
            no feeling in the saddle area  | SADDLE_NUMBNESS
            suspected cauda equina         | SADDLE_NUMBNESS
            anestesia en silla de montar   | SADDLE_NUMBNESS
            pins and needles around anus   | SADDLE_TINGLING
            bladder accidents              | URINE_LEAK
            loss of bladder control        | URINE_LEAK
            no bladder control             | URINE_LEAK
            incontinencia urinaria         | URINE_LEAK
            cannot pee                     | URINE_CANNOT_START
            difficulty passing urine       | URINE_CANNOT_START
            retención urinaria             | URINE_CANNOT_START
            reduced sensation of bladder   | URINE_REDUCED_FEELING
            burning when peeing            | PAINFUL_URINATION
            soiling, stool                 | BOWEL_LEAK
            no bowel control               | BOWEL_LEAK
            no feeling when passing stool  | BOWEL_REDUCED_FEELING
            loss of erections              | SEXUAL_FUNCTION_CHANGE
            disfunción eréctil sexual      | SEXUAL_FUNCTION_CHANGE
            foot drags                     | FOOT_DROP
            pie caído                      | FOOT_DROP
            legs giving way                | LEG_WEAKNESS
            debilidad en las piernas       | LEG_WEAKNESS
            lower limb paresis             | LEG_WEAKNESS
            weakness of the hand           | ARM_WEAKNESS
            slurred speech                 | FACE_DROOP
            sudden loss of vision          | FACE_DROOP
            shortness of breath            | CHEST_PAIN
            passed out                     | FAINTING
            ripping pain in back           | ABDOMINAL_PAIN_TEARING
            staggering                     | UNSTEADY_WALKING
            poor balance                   | UNSTEADY_WALKING
            inability to walk              | UNABLE_TO_WALK
            car crash                      | MAJOR_TRAUMA
            fell from a ladder             | MAJOR_TRAUMA
            fell in the kitchen            | MINOR_TRAUMA
            worst headache ever            | SEVERE_HEADACHE
            fiebre                         | FEVER
            escalofríos                    | CHILLS
            sweats at night                | NIGHT_SWEATS
            perdida de peso                | UNEXPLAINED_WEIGHT_LOSS
            extremely unwell               | FEELING_VERY_UNWELL
            sole of foot is numb           | LEG_NUMBNESS
            hormigueo en la pierna         | LEG_TINGLING
            sciatica                       | LEG_PAIN
            pain at night                  | NIGHT_PAIN_CONSTANT
            lumbar ache                    | LOW_BACK_PAIN
            sore muscles                   | MUSCLE_SORENESS
            """)
    void wordsThatTellOfASign(String written, SymptomCode code) {
        Phrases.Sign sign = Phrases.sign(written, false);
        assertThat(sign).as(written).isNotNull();
        assertThat(sign.code()).as(written).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "afraid of fainting",
                "I am scared of fainting",
                "worried about incontinence",
                "scared of cauda equina",
                "worried about cauda equina syndrome",
                "concerned about a stroke",
                "fear fainting",
                "preocupado por la incontinencia",
                "colleague had stroke",
                "my boss had a stroke",
                "a friend of mine had a stroke",
                "mi compañero tuvo un ictus",
                "bajé de peso con dieta",
                "me caí de risa",
                "saddle numbness, denied",
                "saddle numbness, no",
                "no fever, chills or sweats",
                "urine leak, none",
                "incontinencia, no la tengo",
                "swam breast stroke",
                "bladder under control, no numbness",
                "full bladder control, no leaks",
                "cabin fever in this weather",
                "chilling on the sofa",
                "control de esfínteres conservado",
                "fiebre del heno",
                "mi perro no puede caminar",
                "lost weight on purpose with slimming world",
                "my baby has a fever",
                "can't wait to go for a walk",
                "can't walk the dog because it rains",
                "descarta cauda equina",
                "fiebre mundialista",
                "mi gato no puede orinar",
                "mi suegra tiene incontinencia",
                "fainted once at school",
                "fever? nope",
                "how would I know if I had numbness between the legs?",
                "lost weight thanks to diet",
                "nightmare about a car crash",
                "passed out leaflets all day",
                "pregnant friend has wet pants",
                "watched a film about a car crash",
                "fuerza conservada en ambas piernas",
                "fell behind with the plan",
                "fell for my new physio",
                "fell in love with pilates",
                "my cat fell off the bed",
                "nan had a fall",
                "tripped up on the instructions",
                "power 5/5 both legs",
                "no leg weakness, just tired",
                "no numbness but a good day",
                "water retention",
                "came off the sofa",
                "no numbness between the legs",
                "denies bladder leak",
                "saddle sensation normal",
                "without leg weakness",
                "family history of leg weakness",
                "previous foot drop",
                "fear of a fall",
                "fall 20 years ago",
                "no urine leak",
                "no urine problems",
                "dropped something on my foot",
                "my husband has chest pain",
                "niega incontinencia",
                "niega retención de orina",
                "ruled out cauda equina",
                "fear of cauda equina",
                "mother had cauda equina",
                "my wife is incontinent",
                "my son fainted",
                "mi madre no controla la orina",
                "mi padre tiene fiebre",
                "afraid of losing bladder control",
                "worried I might get foot drop",
                "miedo a no poder orinar",
                "what if I cannot pee one day",
                "in a dream I wet myself",
                "I used to have foot drop as a child",
                "used to wet the bed as a child",
                "tuve un desmayo en 2009",
                "cauda equina ruled out",
                "leaflet says numbness between legs, I don't have it",
                "dropped a weight on my foot",
                "drop of blood on my foot",
                "slipped disc",
                "foot fell asleep",
                "bladder infection",
                "overactive bladder",
                "hay fever",
                "afebrile",
                "intentional weight loss",
                "good bladder control",
                "neck pain",
                "knee stiffness",
                "tired",
                "dizziness",
                "low mood",
                "calf warm after a run",
                "bad start to the day",
                "period",
                "numbness",
                ""
            })
    void wordsThatDoNot(String written) {
        assertThat(Phrases.sign(written, false)).as(written).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            history of breast cancer       | CANCER_HISTORY
            cancer not cured               | CANCER_HISTORY
            hypertension and cancer not cured | CANCER_HISTORY
            Ca de mama                     | CANCER_HISTORY
            seminoma                       | CANCER_HISTORY
            thin bones                     | OSTEOPOROSIS
            osteoporosis sin tratamiento   | OSTEOPOROSIS
            osteoporosis, no treatment     | OSTEOPOROSIS
            osteoporosis like my mother    | OSTEOPOROSIS
            linfoma                        | CANCER_HISTORY
            had cancer, mother too         | CANCER_HISTORY
            primary lung cancer            | CANCER_HISTORY
            usuario de drogas inyectables  | IV_DRUG_USE
            adicto a drogas por vena       | IV_DRUG_USE
            cortisone tablets              | LONG_TERM_STEROIDS
            brittle bones                  | OSTEOPOROSIS
            previous hip fracture          | PRIOR_FRAGILITY_FRACTURE
            metastatic prostate carcinoma  | CANCER_HISTORY
            previous melanoma              | CANCER_HISTORY
            osteoporotic bones             | OSTEOPOROSIS
            vertebral compression fracture | PRIOR_FRAGILITY_FRACTURE
            long-term prednisolone         | LONG_TERM_STEROIDS
            methotrexate                   | IMMUNOSUPPRESSION
            kidney transplant              | IMMUNOSUPPRESSION
            topical chemo for skin cancer  | CANCER_HISTORY
            on prednisolone for 8 years    | LONG_TERM_STEROIDS
            steroids                       | LONG_TERM_STEROIDS
            course of steroids             | LONG_TERM_STEROIDS
            repeated courses of steroids   | LONG_TERM_STEROIDS
            steroids once a day            | LONG_TERM_STEROIDS
            steroid cream and prednisolone tablets | LONG_TERM_STEROIDS
            steroid injections, and prednisone daily | LONG_TERM_STEROIDS
            corticoides desde hace años    | LONG_TERM_STEROIDS
            injecting drug user            | IV_DRUG_USE
            epidural steroid injection     | RECENT_SPINAL_PROCEDURE
            microdiscectomy                | RECENT_SPINAL_PROCEDURE
            apixaban                       | ANTICOAGULANT
            30 weeks pregnant              | PREGNANCY
            type 2 diabetes                | DIABETES
            prolapsed disc                 | DISC_HERNIATION_KNOWN
            lumbar stenosis                | SPINAL_STENOSIS_KNOWN
            mieloma múltiple               | CANCER_HISTORY
            corticoides                    | LONG_TERM_STEROIDS
            UDVP                           | IV_DRUG_USE
            usuario de drogas intravenosas | IV_DRUG_USE
            inmunosupresión                | IMMUNOSUPPRESSION
            trasplante renal               | IMMUNOSUPPRESSION
            fractura previa por fragilidad | PRIOR_FRAGILITY_FRACTURE
            """)
    void wordsThatTellOfARisk(String written, RiskFactor risk) {
        assertThat(Phrases.risks(written)).as(written).contains(risk);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "family history of cancer",
                "FHx cancer",
                "madre con cáncer de mama",
                "antecedentes familiares de cáncer",
                "abuelo con cáncer",
                "tía murió de cáncer",
                "hermana: cáncer de mama",
                "cáncer familiar",
                "mother had osteoporosis",
                "no cancer",
                "fear of cancer",
                "not pregnant",
                "steroid inhaler",
                "steroid cream",
                "short course of steroids last year",
                "steroid injection in 2019",
                "prednisolone for 5 days",
                "one week course of prednisone",
                "crema con corticoides",
                "tanda corta de corticoides",
                "infiltración de corticoides en el hombro",
                "hearing aids",
                "aortic stenosis",
                "hair transplant",
                "hydrocortisone cream",
                "hypertension",
                "tall"
            })
    void wordsThatTellOfNone(String written) {
        assertThat(Phrases.risks(written)).as(written).isEmpty();
    }

    /// A sign of ours in other clothes is that sign or none: a slip must not make another of it.
    @ParameterizedTest
    @EnumSource(SymptomCode.class)
    void noWordOfOursIsASlipOfAnother(SymptomCode code) {
        assertThat(OtherWords.misspelt(code.word())).isEqualTo(code.word().length() < 8 ? null : code);
    }

    @Test
    void shortWordsAreTooNearToOneAnother() {
        assertThat(OtherWords.misspelt("chils")).isNull();
        assertThat(OtherWords.misspelt("neck pain")).isNull();
        assertThat(OtherWords.misspelt("hand weakness")).isNull();
        assertThat(OtherWords.misspelt("bowel_leek")).isEqualTo(SymptomCode.BOWEL_LEAK);
        assertThat(OtherWords.misspelt("sadle_numness")).isEqualTo(SymptomCode.SADDLE_NUMBNESS);
        assertThat(OtherWords.misspelt("sadle_numnes")).isNull();
    }
}
