package care.sacrum.triage.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In Spanish, complete, and not yet reviewed by a speaker.
final class Spanish extends Language {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d 'de' MMMM", Locale.forLanguageTag("es"));
    private static final DateTimeFormatter DAY_OF_A_YEAR =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", Locale.forLanguageTag("es"));

    Spanish(String emergencyNumber) {
        super(emergencyNumber);
    }

    @Override
    public Spanish calling(String emergencyNumber) {
        return new Spanish(emergencyNumber);
    }

    private String anAmbulance() {
        return "a una ambulancia" + number(" (", ")");
    }

    @Override
    public String tag() {
        return "es";
    }

    @Override
    public boolean reviewedByASpeaker() {
        return false;
    }

    // For the clinician

    @Override
    String severity(String score) {
        return "intensidad " + score;
    }

    @Override
    String asFarAs(Extent extent) {
        return "hasta "
                + switch (extent) {
                    case BUTTOCK -> "la nalga";
                    case THIGH -> "el muslo";
                    case BELOW_KNEE -> "debajo de la rodilla";
                    case FOOT -> "el pie";
                };
    }

    @Override
    String now(String score) {
        return "ahora " + score;
    }

    @Override
    String fromTo(String from, String to) {
        return "de " + from + " a " + to;
    }

    @Override
    String aged(int years) {
        return years + " años de edad";
    }

    @Override
    String condition(Condition condition) {
        return switch (condition) {
            case STRESS_URINARY_INCONTINENCE -> "incontinencia urinaria de esfuerzo";
            case BENIGN_PROSTATE_ENLARGEMENT -> "hiperplasia benigna de próstata";
            case CHRONIC_CONSTIPATION -> "estreñimiento crónico";
            case CHRONIC_DIARRHOEA -> "diarrea crónica";
            case DIABETIC_NEUROPATHY_FEET -> "neuropatía diabética en los pies";
            case LUMBAR_RADICULOPATHY_LEFT -> "radiculopatía lumbar izquierda";
            case LUMBAR_RADICULOPATHY_RIGHT -> "radiculopatía lumbar derecha";
            case RESIDUAL_CAUDA_EQUINA_SYNDROME_AFTER_SURGERY -> "síndrome de cauda equina residual tras cirugía";
            case CHRONIC_LOW_BACK_PAIN -> "dolor lumbar crónico";
        };
    }

    @Override
    String risk(RiskFactor factor) {
        return switch (factor) {
            case CANCER_HISTORY -> "antecedente de cáncer";
            case OSTEOPOROSIS -> "osteoporosis";
            case PRIOR_FRAGILITY_FRACTURE -> "fractura por fragilidad previa";
            case LONG_TERM_STEROIDS -> "corticoides de forma prolongada";
            case IMMUNOSUPPRESSION -> "inmunosupresión";
            case IV_DRUG_USE -> "uso de drogas intravenosas";
            case RECENT_INFECTION -> "infección reciente";
            case RECENT_SPINAL_PROCEDURE -> "intervención reciente en la columna";
            case ANTICOAGULANT -> "anticoagulante";
            case PREGNANCY -> "embarazo";
            case DIABETES -> "diabetes";
            case DISC_HERNIATION_KNOWN -> "hernia de disco conocida";
            case SPINAL_STENOSIS_KNOWN -> "estenosis espinal conocida";
            case PSORIASIS -> "psoriasis";
            case SMOKER -> "fuma";
            case RECENT_LONG_HAUL_FLIGHT -> "vuelo largo reciente";
        };
    }

    private static final String CRACKED = "automanipulación a la fuerza";

    @Override
    String says(Said said) {
        return switch (said) {
            case Said.Sign sign -> sign(sign.sighting());
            case Said.LongThere there -> longThere(there.sighting());
            case Said.TakenBack back ->
                what(back.sighting()) + ", comunicado como nuevo el " + LocalDate.ofEpochDay(back.sighting().day)
                        + " y negado después";
            case Said.PainLasts lasts -> lasts(lasts);
            case Said.PainOf pain -> painOf(pain.score());
            case Said.PainIsBack pain -> "vuelve el " + painOf(pain.score());
            case Said.PainRises pain -> "el dolor subió de " + score(pain.from()) + " a " + score(pain.to());
            case Said.PainRisesByTheWeek pain -> painOf(pain.score()) + ", más alto cada semana";
            case Said.PelvicPain pain -> painOf(pain.score()) + " en la pelvis o el sacro";
            case Said.Cracked _ -> CRACKED;
            case Said.CrackedOn cracked -> CRACKED + " en " + cracked.days() + " de 7 días";
            case Said.WorseAfterCracking _ -> "el dolor subió 2 puntos o más en 48 horas";
            case Said.TooMuch _ -> "dolor de más de 5 durante la sesión o después";
            case Said.Unsettled _ -> "el dolor subió 2 puntos o más la mañana siguiente a esta sesión";
        };
    }

    private static String lasts(Said.PainLasts lasts) {
        String since = "desde " + LocalDate.ofEpochDay(lasts.firstDay());
        String when = lasts.spanDays() < SPAN_TO_COUNT_DAYS_OF
                ? "dolor en %d días de %d %s".formatted(lasts.symptomaticDays(), lasts.spanDays(), since)
                : "dolor comunicado en %d días, %s (%s)"
                        .formatted(lasts.symptomaticDays(), since, howLong(lasts.spanDays()));
        return when + ", " + score(lasts.latest()) + " en el último: más de unos pocos días";
    }

    private static String howLong(int days) {
        Span span = Span.of(days);
        return switch (span.unit()) {
            case YEARS -> "unos " + span.count() + " años";
            case MONTHS -> "unos " + span.count() + " meses";
            case WEEKS -> "unas " + span.count() + " semanas";
            default -> span.count() + " días";
        };
    }

    private static String painOf(double score) {
        return "dolor de " + score(score);
    }

    private static String sign(Sighting sighting) {
        String what = what(sighting);
        LocalDate began = LocalDate.ofEpochDay(sighting.began());
        if (sighting.worse()) {
            return what + ", peor que antes";
        }
        if (sighting.newForWantOfAnOnset()) {
            return what + ", se toma por nuevo, comunicado por primera vez el " + began;
        }
        if (sighting.isNew) {
            return what + ", nuevo desde " + began;
        }
        return sighting.onsetDay == Sighting.NOT_SAID ? what + ", no es nuevo" : what + ", desde " + began;
    }

    private static String longThere(Sighting sighting) {
        if (sighting.worse()) {
            return sign(sighting);
        }
        boolean dated = sighting.isNew || sighting.onsetDay != Sighting.NOT_SAID;
        return what(sighting) + (dated ? ", desde " + LocalDate.ofEpochDay(sighting.began()) : ", no es nuevo");
    }

    @Override
    String words(Family family) {
        return switch (family) {
            case CAUDA_EQUINA -> "cauda equina";
            case MOTOR_DEFICIT -> "déficit motor";
            case BILATERAL_LEG -> "ambas piernas";
            case NERVE_ROOT -> "raíz nerviosa";
            case RADICULAR_PAIN -> "dolor radicular";
            case STENOSIS_CLAUDICATION -> "claudicación por estenosis";
            case MALIGNANCY_CORD -> "tumor o médula";
            case INFECTION -> "infección";
            case FRACTURE -> "fractura";
            case TRAUMA -> "traumatismo";
            case NONSPINAL_EMERGENCY -> "urgencia no espinal";
            case SEVERE_PAIN -> "dolor intenso";
            case CONSTITUTIONAL -> "síntomas generales";
            case WORSENING_TREND -> "tendencia a peor";
            case PERSISTENCE -> "dolor que persiste";
            case RECURRENCE -> "recaída";
            case INFLAMMATORY -> "patrón inflamatorio";
            case SELF_MANIPULATION -> "automanipulación";
            case LOAD_RESPONSE -> "respuesta a la carga";
            case OTHER_MEDICAL -> "otra causa médica";
            case PREGNANCY -> "embarazo";
        };
    }

    private static String what(Sighting sighting) {
        return phrase(sighting.code)
                + where(sighting.code, sighting.sides)
                + (sighting.symptom.inOwnWords() ? " (leído de otras palabras)" : "");
    }

    /// After the sign: in which leg, or on which side.
    private static String where(SymptomCode code, int sides) {
        boolean both = (sides & Sides.LEGS) == Sides.LEGS;
        boolean left = (sides & Sides.LEFT) != 0;
        boolean sided = (sides & Sides.LEGS) != Sides.NONE;
        if (code.isOfALeg()) {
            return both
                    ? " en las dos piernas"
                    : !sided ? " en la pierna" : left ? " en la pierna izquierda" : " en la pierna derecha";
        }
        return both ? " en los dos lados" : !sided ? "" : left ? " en el lado izquierdo" : " en el lado derecho";
    }

    private static String phrase(SymptomCode code) {
        return switch (code) {
            case URINE_CANNOT_START -> "no consigue empezar a orinar";
            case URINE_LEAK -> "pérdidas de orina";
            case URINE_REDUCED_FEELING -> "siente menos al orinar";
            case BOWEL_LEAK -> "pérdidas de heces";
            case BOWEL_REDUCED_FEELING -> "siente menos al defecar";
            case SADDLE_NUMBNESS -> "entumecimiento entre las piernas";
            case SADDLE_TINGLING -> "hormigueo entre las piernas";
            case SEXUAL_FUNCTION_CHANGE -> "cambio en la función sexual";
            case LEG_WEAKNESS -> "debilidad";
            case FOOT_DROP -> "pie caído";
            case LEG_NUMBNESS -> "entumecimiento";
            case LEG_TINGLING -> "hormigueo";
            case ODD_LEG_FEELINGS -> "sensaciones raras";
            case LEG_HEAVINESS -> "pesadez";
            case UNSTEADY_WALKING -> "marcha inestable";
            case TRANSIENT_PINS_NEEDLES -> "hormigueo pasajero";
            case FEVER -> "fiebre";
            case CHILLS -> "escalofríos";
            case NIGHT_SWEATS -> "sudores nocturnos";
            case FEELING_VERY_UNWELL -> "se encuentra muy mal";
            case UNEXPLAINED_WEIGHT_LOSS -> "pérdida de peso sin causa conocida";
            case COLD_SYMPTOMS -> "síntomas de resfriado";
            case LEG_PAIN -> "dolor";
            case LOW_BACK_PAIN -> "dolor lumbar";
            case BUTTOCK_PAIN -> "dolor en la nalga";
            case NIGHT_PAIN_CONSTANT -> "dolor nocturno constante";
            case NIGHT_PAIN_ON_TURNING -> "dolor al girarse de noche";
            case NO_POSITION_EASES -> "ninguna postura alivia";
            case BAND_LIKE_TRUNK_PAIN -> "dolor en cinturón en el tronco";
            case PAIN_WORSE_ON_STRAINING -> "el dolor aumenta al hacer fuerza";
            case MORNING_STIFFNESS_OVER_30MIN -> "rigidez matutina de más de 30 minutos";
            case IMPROVES_WITH_EXERCISE -> "mejora con el ejercicio";
            case IMPROVES_WITH_NSAID -> "mejora con antiinflamatorios";
            case WAKES_SECOND_HALF_NIGHT -> "se despierta en la segunda mitad de la noche";
            case MAJOR_TRAUMA -> "traumatismo grave";
            case MINOR_TRAUMA -> "traumatismo leve";
            case SUDDEN_ONSET_AFTER_MINOR_STRAIN -> "comienzo brusco tras un esfuerzo leve";
            case UNABLE_TO_WALK -> "no puede andar";
            case CHEST_PAIN -> "dolor en el pecho";
            case FAINTING -> "desmayo";
            case ABDOMINAL_PAIN_TEARING -> "dolor desgarrador en el abdomen";
            case FACE_DROOP -> "caída de un lado de la cara";
            case ARM_WEAKNESS -> "debilidad en un brazo";
            case CALF_SWELLING_WARM -> "pantorrilla hinchada y caliente";
            case SEVERE_HEADACHE -> "dolor de cabeza intenso";
            case PAINFUL_URINATION -> "dolor al orinar";
            case MUSCLE_SORENESS -> "agujetas";
            case CONSTIPATION -> "estreñimiento";
            case SLOW_STREAM_NOCTURIA -> "chorro lento o se levanta de noche a orinar";
        };
    }

    // For the patient

    private static final String GO_NOW = "Ve a urgencias ya. No esperes a la cita. ";
    private static final String DO_NOT_EXERCISE = "No hagas los ejercicios. ";
    private static final String STOP = "Deja los ejercicios. ";
    private static final String STOP_FOR_NOW = "Deja los ejercicios por ahora. ";
    private static final String NOT_UNTIL_SEEN = "No hagas ejercicio hasta entonces.";
    private static final String DOCTOR_TODAY = "Ve hoy a un médico. ";
    private static final String NERVES = "puede ser que algo apriete los nervios de la parte baja de la espalda.";

    private static final Set<String> STOPPING =
            Set.of(DO_NOT_EXERCISE.strip(), STOP.strip(), STOP_FOR_NOW.strip(), NOT_UNTIL_SEEN);

    @Override
    Set<String> sentencesThatStop() {
        return STOPPING;
    }

    @Override
    public String advice(String rule, Urgency urgency) {
        boolean emergency = urgency == Urgency.EMERGENCY_NOW;
        String soon = urgency == Urgency.SOON ? "en los próximos días" : "hoy";
        return switch (rule) {
            case "ces-bladder" -> GO_NOW + DO_NOT_EXERCISE + "Si te pasa algo nuevo o peor al hacer pis, " + NERVES;
            case "ces-bowel" -> GO_NOW + DO_NOT_EXERCISE + "Si te pasa algo nuevo o peor al hacer caca, " + NERVES;
            case "ces-saddle" ->
                GO_NOW + DO_NOT_EXERCISE + "Si no sientes bien entre las piernas y es nuevo o peor, " + NERVES;
            case "ces-sexual" ->
                emergency
                        ? GO_NOW + DO_NOT_EXERCISE + "Si estos cambios vienen a la vez, " + NERVES
                        : "Habla hoy con un médico de lo que ha cambiado en el sexo o en lo que sientes ahí. "
                                + DO_NOT_EXERCISE;
            case "ces-retracted" ->
                "Llama a un médico " + soon + ". Nos dijiste una señal de alarma y luego dijiste que ya no está. "
                        + "Alguien debe hablarlo contigo, aunque ya no esté. "
                        + notUntilSeen(urgency);
            case "ces-existing" ->
                "Haz que un médico te vea " + soon + ". Es por el pis, la caca o lo que no sientes. No "
                        + "sabemos si un médico lo ha visto. "
                        + notUntilSeen(urgency);
            case "motor-major" ->
                GO_NOW + DO_NOT_EXERCISE + "Si te falta así la fuerza, puede que algo apriete mucho un nervio.";
            case "motor-progressive" ->
                DOCTOR_TODAY + DO_NOT_EXERCISE
                        + "Si las piernas pesan, no tienen fuerza o no andan firmes, hay que verlas de cerca.";
            case "bilateral-leg" ->
                (emergency ? GO_NOW : DOCTOR_TODAY) + DO_NOT_EXERCISE
                        + "Si te pasa en las dos piernas, puede venir de los nervios de la espalda.";
            case "cancer-neuro" ->
                GO_NOW + DO_NOT_EXERCISE + "Has tenido cáncer. Por eso hay que ver ya lo que te pasa.";
            case "cancer-pain" ->
                "Llama a tu médico " + (urgency == Urgency.SOON ? "en los próximos días" : "hoy")
                        + ". Dile que has tenido cáncer y que te duele la espalda. "
                        + notUntilSeen(urgency);
            case "infection-neuro" ->
                GO_NOW + DO_NOT_EXERCISE + "La fiebre o el frío con temblor, junto a estas señales, pueden venir de "
                        + "una infección cerca de la columna.";
            case "infection-risk" ->
                DOCTOR_TODAY + DO_NOT_EXERCISE + "Este dolor de espalda puede venir de una infección cerca de "
                        + "la columna.";
            case "trauma-major" ->
                "Llama ya " + anAmbulance() + ". No te muevas hasta que llegue la ayuda. " + DO_NOT_EXERCISE;
            case "fracture-risk" ->
                DOCTOR_TODAY + STOP + "Un médico debe ver qué te pasa, y si un hueso tiene una grieta.";
            case "nonspinal" ->
                emergency
                        ? "Llama ya " + anAmbulance() + ". Esto puede ser grave y no venir de la espalda. "
                                + DO_NOT_EXERCISE
                        : DOCTOR_TODAY + "Puede no tener que ver con la espalda. " + DO_NOT_EXERCISE;
            case "severe-unremitting" ->
                DOCTOR_TODAY + "Un dolor tan fuerte que no baja pide ayuda. " + DO_NOT_EXERCISE;
            case "nerve-root" ->
                STOP_FOR_NOW + "Ve a un médico o a un fisio en los próximos días. Puede que un nervio "
                        + "de la espalda esté mal. No dejes que nadie te cruja la espalda.";
            case "radicular-pain" ->
                "Muévete con calma, haz los ejercicios más fáciles y pide cita para "
                        + (urgency == Urgency.SOON ? "los próximos días" : "esta semana o la que viene")
                        + ". Hay que ver el dolor que baja por la pierna.";
            case "stenosis-claudication" ->
                "Ve a un médico en los próximos días. Siéntate cuando te duelan las piernas y da paseos cortos.";
            case "constitutional" -> "Ve a un médico en los próximos días. Si pierdes peso sin querer, hay que verlo.";
            case "worsening-trend" ->
                "El dolor va a más. Haz los ejercicios más fáciles y habla con tu fisio o con un médico en los "
                        + "próximos días.";
            case "persist-t1", "persist-t2", "persist-t3" -> persists(rule, urgency);
            case "flare" ->
                "El dolor ha vuelto. Haz con calma lo que te ayudó la otra vez. Pide cita si dura más de unos días.";
            case "inflammatory" ->
                "Pide cita con tu médico para esta semana o la que viene. Pregunta si te debe ver un médico de las "
                        + "articulaciones.";
            case "manip-repeat" ->
                "Por favor, deja de crujirte la espalda. Si la fuerzas, puedes dar de sí lo que sujeta los huesos, y "
                        + "los músculos tiran más. Ve a un fisio esta semana o la que viene y te dirá cómo aliviarla con "
                        + "calma.";
            case "manip-flare" ->
                "Deja de crujirte la espalda. Te duele más desde que lo hiciste. Haz los ejercicios más fáciles. Ve a un "
                        + "médico o a un fisio en los próximos días.";
            case "load-ease" -> "La última sesión te dolió mucho. La próxima vez haz menos o mueve menos.";
            case "load-not-settling" ->
                "La espalda no se calma después de los ejercicios. Haz menos y díselo a tu fisio esta semana o la que "
                        + "viene.";
            case "other-medical" -> "Ve a un médico en los próximos días. Puede que esto no venga de la espalda.";
            case "pregnancy" ->
                "En el embarazo es frecuente que duela la pelvis, y se puede aliviar. Esta semana o la que viene, "
                        + "pide a tu matrona o a tu médico un fisio que sepa de esto.";
            case "unread-sign" -> notUnderstood();
            case "unreadable-report" ->
                "No pudimos leer algo que nos dijiste. Por favor, di hoy en tu clínica cómo estás.";
            default -> throw new IllegalArgumentException("no advice is written for " + rule);
        };
    }

    @Override
    String adviceBesides(SymptomCode code) {
        return switch (code) {
            case CALF_SWELLING_WARM ->
                "No te frotes la pantorrilla. Si te duele el pecho o te falta el aire, llama ya " + anAmbulance() + ".";
            case SEVERE_HEADACHE -> "Si el dolor de cabeza vino de golpe, llama ya " + anAmbulance() + ".";
            default -> "";
        };
    }

    @Override
    String adviceOnHold(String rule, Urgency urgency) {
        return switch (rule) {
            case "radicular-pain" ->
                "Pide cita para "
                        + (urgency == Urgency.SOON ? "los próximos días" : "esta semana o la que viene")
                        + ". Hay que ver el dolor que baja por la pierna.";
            case "worsening-trend" -> "El dolor va a más. Habla con tu fisio o con un médico en los próximos días.";
            case "flare" -> "El dolor ha vuelto. Pide cita si dura más de unos días.";
            case "load-ease" -> "La última sesión te dolió mucho.";
            case "load-not-settling" ->
                "La espalda no se calma después de los ejercicios. Díselo a tu fisio esta semana o la que viene.";
            case "manip-flare" ->
                "Deja de crujirte la espalda. Te duele más desde que lo hiciste. Ve a un médico o a un fisio en los "
                        + "próximos días.";
            case "persist-t1", "persist-t2", "persist-t3" ->
                urgency == Urgency.SELF_CARE
                        ? "El dolor dura, pero va a menos y alguien ya te cuida. Dile cuánto ha durado."
                        : persists(rule, urgency);
            default -> advice(rule, urgency);
        };
    }

    @Override
    String adviceBesideAVisit(String rule, boolean onHold) {
        return switch (rule) {
            case "ces-retracted" ->
                "Nos dijiste una señal de alarma y luego dijiste que ya no está. Alguien debe hablarlo contigo, aunque ya "
                        + "no esté.";
            case "ces-existing" ->
                "Haz que te miren también lo del pis, la caca o lo que no sientes. No sabemos si un médico lo ha visto.";
            case "cancer-pain" -> "Di a un médico que has tenido cáncer y que te duele la espalda.";
            case "nerve-root" ->
                STOP_FOR_NOW + "Puede que un nervio de la espalda esté mal. Debe verlo un médico o un "
                        + "fisio. No dejes que nadie te cruja la espalda.";
            case "radicular-pain" ->
                (onHold ? "" : "Muévete con calma y haz los ejercicios más fáciles. ")
                        + "Hay que ver también el dolor que baja por la pierna.";
            case "stenosis-claudication" ->
                "Un médico debe verte también las piernas. Siéntate cuando te duelan y da paseos cortos.";
            case "constitutional" -> "Si pierdes peso sin querer, también lo debe ver un médico.";
            case "worsening-trend" ->
                "El dolor va a más. " + (onHold ? "" : "Haz los ejercicios más fáciles. ")
                        + "Díselo también a tu fisio o a un médico.";
            case "persist-t1" -> "El dolor dura más de unos pocos días. También lo debe ver un fisio o un médico.";
            case "persist-t2" ->
                "El dolor sigue alto desde hace dos semanas. Pide a tu fisio o a un médico que mire también tu plan.";
            case "persist-t3" -> "El dolor dura seis semanas o más. Pide a un médico que vea por qué.";
            case "flare" -> "El dolor ha vuelto." + (onHold ? "" : " Haz con calma lo que te ayudó la otra vez.");
            case "inflammatory" -> "Pregunta también a tu médico si te debe ver un médico de las articulaciones.";
            case "manip-flare" ->
                "Deja de crujirte la espalda. Te duele más desde que lo hiciste. "
                        + (onHold ? "" : "Haz los ejercicios más fáciles. ")
                        + "Díselo también a un médico o a un fisio.";
            case "manip-repeat" ->
                "Por favor, deja de crujirte la espalda. Si la fuerzas, puedes dar de sí lo que sujeta los huesos, y "
                        + "los músculos tiran más. Pide también a un fisio que te diga cómo aliviarla con calma.";
            case "load-not-settling" ->
                "La espalda no se calma después de los ejercicios. " + (onHold ? "" : "Haz menos. ")
                        + "Díselo también a tu fisio.";
            case "pregnancy" ->
                "En el embarazo es frecuente que duela la pelvis, y se puede aliviar. Pide también a tu matrona o a tu "
                        + "médico un fisio que sepa de esto.";
            case "other-medical" ->
                "Puede que algo de lo que dices no venga de la espalda. También lo debe ver un médico.";
            default -> throw new IllegalArgumentException("no day for a visit is named by " + rule);
        };
    }

    /// While the programme is on hold for it, which a finding of the next days does not do.
    private static String notUntilSeen(Urgency urgency) {
        return urgency == Urgency.SOON ? "" : NOT_UNTIL_SEEN;
    }

    private static String persists(String rule, Urgency urgency) {
        if (urgency == Urgency.SELF_CARE) {
            return "El dolor dura, pero va a menos y alguien ya te cuida. Sigue con tu plan y dile cuánto ha durado.";
        }
        return switch (rule) {
            case "persist-t1" ->
                "El dolor dura más de unos pocos días. Pide cita con un fisio o un médico para esta semana o la que "
                        + "viene.";
            case "persist-t2" ->
                "El dolor sigue alto desde hace dos semanas. Pide a tu fisio o a un médico que mire tu plan en los "
                        + "próximos días.";
            default -> "El dolor dura seis semanas o más. Ve a un médico en los próximos días para saber por qué.";
        };
    }

    @Override
    public String nobodyWatches(String emergencyNumber) {
        return "Tu clínica está cerrada. Nadie lee esto hasta que abra. Si te hace falta ayuda antes, no nos esperes. "
                + "En una urgencia llama al " + emergencyNumber + ".";
    }

    @Override
    String anotherDoctorToday() {
        return "Si te decimos hoy, no esperes a tu clínica. Llama a un médico de guardia o ve a un centro que esté abierto.";
    }

    @Override
    String told(Said said, int today) {
        return switch (said) {
            case Said.Sign sign -> told(sign.sighting(), today);
            case Said.LongThere there -> toldLongThere(there.sighting(), today);
            case Said.TakenBack back ->
                toldOnItsDay(back.sighting(), today)
                        + (back.sighting().code.isAnEvent()
                                ? " Luego dijiste que no pasó."
                                : " Luego dijiste que ya no.");
            case Said.PainLasts lasts ->
                "El dolor dura " + howLong(lasts.spanDays()) + ", desde el " + day(lasts.firstDay(), today) + ".";
            case Said.PainOf pain -> "El dolor era de " + outOfTen(pain.score()) + ".";
            case Said.PainIsBack pain -> "El dolor ha vuelto, de " + outOfTen(pain.score()) + ".";
            case Said.PainRises pain ->
                "El dolor ha subido de " + score(pain.from()) + " a " + outOfTen(pain.to()) + ".";
            case Said.PainRisesByTheWeek pain ->
                "El dolor sube cada semana. Ahora es de " + outOfTen(pain.score()) + ".";
            case Said.PelvicPain pain ->
                "El dolor abajo en la espalda o en la pelvis era de " + outOfTen(pain.score()) + ".";
            case Said.Cracked _ -> "Te crujiste la espalda a la fuerza.";
            case Said.CrackedOn cracked -> "Te crujiste la espalda a la fuerza en " + cracked.days() + " de 7 días.";
            case Said.WorseAfterCracking _ -> "Te dolió más en los dos días después de hacerlo crujir.";
            case Said.TooMuch _ -> "Te dolió más de 5 sobre 10 con los ejercicios.";
            case Said.Unsettled _ -> "A la mañana te dolía aún más.";
        };
    }

    private static String told(Sighting sighting, int today) {
        String what = youHave(sighting);
        if (sighting.worse()) {
            return sighting.day == today
                    ? what + ", y va a peor."
                    : what + ", y el " + day(sighting.day, today) + " iba a peor.";
        }
        if (sighting.newForWantOfAnOnset()) {
            return what + ".";
        }
        String since = day(sighting.began(), today);
        if (sighting.code.isAnEvent()) {
            return sighting.onsetDay == Sighting.NOT_SAID ? what + "." : what + ", el " + since + ".";
        }
        if (sighting.isNew) {
            return what + ", y es nuevo desde el " + since + ".";
        }
        return sighting.onsetDay == Sighting.NOT_SAID ? what + ", y no es nuevo." : what + ", desde el " + since + ".";
    }

    private static String toldLongThere(Sighting sighting, int today) {
        return sighting.isNew && !sighting.worse()
                ? youHave(sighting) + ", desde el " + day(sighting.began(), today) + "."
                : told(sighting, today);
    }

    @Override
    public String toldAlone(SymptomCode code, @Nullable Side side) {
        return youHave(code) + where(code, Sides.present(side));
    }

    @Override
    String toldOnItsDay(Sighting sighting, int today) {
        return "El " + day(sighting.day, today) + ": "
                + lower(youHave(sighting.code) + where(sighting.code, sighting.sidesGone())) + ".";
    }

    private static String outOfTen(double score) {
        return score(score) + " sobre 10";
    }

    private static String day(int epochDay, int today) {
        return (needsItsYear(epochDay, today) ? DAY_OF_A_YEAR : DAY).format(LocalDate.ofEpochDay(epochDay));
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String youHave(Sighting sighting) {
        return youHave(sighting.code) + where(sighting.code, sighting.sidesLeft());
    }

    private static String youHave(SymptomCode code) {
        return switch (code) {
            case URINE_CANNOT_START -> "Te cuesta empezar a hacer pis";
            case URINE_LEAK -> "Se te escapa el pis";
            case URINE_REDUCED_FEELING -> "Sientes menos al hacer pis";
            case BOWEL_LEAK -> "Se te escapa la caca";
            case BOWEL_REDUCED_FEELING -> "Sientes menos al hacer caca";
            case SADDLE_NUMBNESS -> "Se te duerme o sientes menos entre las piernas";
            case SADDLE_TINGLING -> "Notas hormigueo entre las piernas";
            case SEXUAL_FUNCTION_CHANGE -> "Ha cambiado tu vida sexual o lo que sientes ahí";
            case LEG_WEAKNESS -> "Te falta fuerza";
            case FOOT_DROP -> "No puedes subir la punta del pie";
            case LEG_NUMBNESS -> "No sientes bien";
            case LEG_TINGLING -> "Notas hormigueo";
            case ODD_LEG_FEELINGS -> "Notas algo raro";
            case LEG_HEAVINESS -> "Notas peso";
            case UNSTEADY_WALKING -> "No andas firme";
            case TRANSIENT_PINS_NEEDLES -> "Notaste un hormigueo que se fue";
            case FEVER -> "Tienes fiebre";
            case CHILLS -> "Tienes frío y tiemblas";
            case NIGHT_SWEATS -> "Sudas mucho de noche";
            case FEELING_VERY_UNWELL -> "Te encuentras muy mal";
            case UNEXPLAINED_WEIGHT_LOSS -> "Has perdido peso y no sabes por qué";
            case COLD_SYMPTOMS -> "Tienes un catarro";
            case LEG_PAIN -> "Te duele";
            case LOW_BACK_PAIN -> "Te duele la parte baja de la espalda";
            case BUTTOCK_PAIN -> "Te duelen las nalgas";
            case NIGHT_PAIN_CONSTANT -> "El dolor no para de noche";
            case NIGHT_PAIN_ON_TURNING -> "Te duele al darte la vuelta en la cama";
            case NO_POSITION_EASES -> "El dolor no baja te pongas como te pongas";
            case BAND_LIKE_TRUNK_PAIN -> "El dolor te aprieta el cuerpo como una banda";
            case PAIN_WORSE_ON_STRAINING -> "Te duele más al toser o hacer fuerza";
            case MORNING_STIFFNESS_OVER_30MIN -> "Te levantas con la espalda rígida más de media hora";
            case IMPROVES_WITH_EXERCISE -> "Mejora si te mueves";
            case IMPROVES_WITH_NSAID -> "Las pastillas para el dolor ayudan";
            case WAKES_SECOND_HALF_NIGHT -> "El dolor te despierta de madrugada";
            case MAJOR_TRAUMA -> "Te has caído fuerte o has tenido un choque";
            case MINOR_TRAUMA -> "Te has caído o te has dado un golpe leve";
            case SUDDEN_ONSET_AFTER_MINOR_STRAIN -> "El dolor vino de golpe tras un esfuerzo leve";
            case UNABLE_TO_WALK -> "No puedes andar";
            case CHEST_PAIN -> "Te duele el pecho";
            case FAINTING -> "Te has desmayado";
            case ABDOMINAL_PAIN_TEARING -> "Notas un dolor en la tripa como si se rompiera";
            case FACE_DROOP -> "Se te cae un lado de la cara";
            case ARM_WEAKNESS -> "Un brazo no tiene fuerza";
            case CALF_SWELLING_WARM -> "La pantorrilla está hinchada y caliente";
            case SEVERE_HEADACHE -> "Te duele mucho la cabeza";
            case PAINFUL_URINATION -> "Te duele al hacer pis";
            case MUSCLE_SORENESS -> "Tienes agujetas";
            case CONSTIPATION -> "Te cuesta hacer caca";
            case SLOW_STREAM_NOCTURIA -> "El pis sale despacio o te despierta de noche";
        };
    }

    @Override
    String youToldUs() {
        return "Esto es lo que nos dijiste.";
    }

    @Override
    String takenFor() {
        return "Nos dijiste algo con tus palabras, y este programa lo toma por esto:";
    }

    @Override
    String moreUrgent() {
        return "Ve a urgencias ya si una de estas señales es nueva o va a peor: te cuesta hacer pis, se te escapa el pis o la "
                + "caca, se te duerme entre las piernas, no tienes fuerza en las dos piernas, o no puedes levantar el pie. Ve "
                + "también si una pierna floja va a peor que ahora. Ve también si tienes fiebre y te encuentras muy mal. Llama ya "
                + anAmbulance()
                + " si te duele el pecho, te desmayas, se te cae un lado de la cara, un brazo pierde fuerza, o te "
                + "duele mucho la cabeza de golpe.";
    }

    @Override
    String moreUrgentOnTheWay() {
        return "Si vas a peor por el camino, o si no puedes llegar, llama " + anAmbulance() + ".";
    }

    @Override
    String tellThemTheRest() {
        return "Cuando te vean, cuenta también todo lo demás que nos has dicho.";
    }

    private static final String READ_IN_PART =
            "Nos hablaste de una señal, y este programa no sabe leer todo lo que dijiste. ";
    private static final String DO_NOT_WAIT = " Si es una de las señales de abajo, no esperes.";

    @Override
    String notUnderstood() {
        return READ_IN_PART + "Llama hoy a tu clínica y di lo que notas." + DO_NOT_WAIT;
    }

    @Override
    String notUnderstoodBesideAVisit() {
        return READ_IN_PART + "Di al médico lo que notas." + DO_NOT_WAIT;
    }

    @Override
    String ageNotKnown() {
        return "No sabemos tu edad. Si tienes 65 años o más, un golpe o un esfuerzo leve puede romper un hueso. Por favor, "
                + "llama hoy a tu clínica y di cuántos años tienes y qué te ha pasado.";
    }

    @Override
    String callOverWhatIsGone() {
        return "Llama hoy a tu clínica y di que tuviste una señal, aunque ya no esté.";
    }

    @Override
    String tellOfWhatIsGone() {
        return "Di también al médico que tuviste una señal, aunque ya no esté.";
    }

    @Override
    String ifItComesBack(Help help, boolean happens) {
        return (happens ? "Si te vuelve a pasar" : "Si vuelve") + ", o si vas a peor, no esperes: " + getHelp(help)
                + ".";
    }

    private String getHelp(Help help) {
        return switch (help) {
            case AMBULANCE -> "llama ya " + anAmbulance();
            case EMERGENCY_DEPARTMENT -> "ve ya a urgencias";
            case DOCTOR_TODAY -> "llama ya a un médico";
        };
    }

    @Override
    String leftOutOfACorrection() {
        return "Has cambiado lo que nos dijiste, y no sabemos si una señal sigue ahí.";
    }

    @Override
    String isItStillSo(Help help) {
        return isItStillSoBesideAVisit(help) + " Si no lo sabes, llama hoy a tu clínica.";
    }

    @Override
    String isItStillSoBesideAVisit(Help help) {
        return "¿Sigue siendo así? Dínoslo ahora. Si es así, " + getHelp(help) + ".";
    }

    @Override
    String extentNotKnown() {
        return "Nos contaste que te duele la pierna, y no sabemos hasta dónde. Si te duele por debajo de la rodilla, llama "
                + "hoy a tu clínica.";
    }

    @Override
    String nobodyReadTheNote() {
        return "También escribiste una nota. Este consejo no sabe qué dice: solo una persona puede leerla, y eso puede "
                + "tardar días. Si tu nota cuenta una señal nueva, o una que va a peor, llama hoy a tu clínica.";
    }

    private static final String HEALTH_UNREAD =
            "Este programa no pudo leer todo lo que hay escrito sobre tu salud, como una enfermedad, una medicina o tu "
                    + "edad. ";

    @Override
    String healthNotUnderstood() {
        return HEALTH_UNREAD
                + "Por eso no puede decir cómo estás. Llama a tu clínica en los próximos días y pide que lo miren.";
    }

    @Override
    String healthNotUnderstoodBesideACall() {
        return HEALTH_UNREAD + "Dilo también en tu clínica.";
    }

    @Override
    String lookedInto() {
        return "Tu clínica ya ha mirado lo que nos contaste:";
    }

    @Override
    String keepToWhatTheySaid() {
        return "Haz lo que te dijeron. Si va a peor, o si aparece algo nuevo, cuéntanoslo y haz lo que sigue.";
    }

    @Override
    String ifItHappensAgain(SymptomCode code) {
        return switch (code) {
            case CHEST_PAIN -> callAnAmbulanceIf("te vuelve a doler el pecho");
            case FAINTING -> callAnAmbulanceIf("te vuelves a desmayar");
            case ABDOMINAL_PAIN_TEARING -> callAnAmbulanceIf("vuelve el dolor en la tripa como si se rompiera");
            case FACE_DROOP -> callAnAmbulanceIf("se te vuelve a caer un lado de la cara");
            case ARM_WEAKNESS -> callAnAmbulanceIf("un brazo vuelve a perder fuerza");
            case SEVERE_HEADACHE -> callAnAmbulanceIf("te vuelve a doler mucho la cabeza");
            case MAJOR_TRAUMA -> callAnAmbulanceIf("vuelves a caerte fuerte o a tener un choque");
            case MINOR_TRAUMA -> "Si te vuelves a caer, llama a tu clínica el mismo día.";
            default -> "";
        };
    }

    private String callAnAmbulanceIf(String again) {
        return "Si " + again + ", llama ya " + anAmbulance() + ".";
    }

    @Override
    String exercisesAreOnHold() {
        return "Tus ejercicios siguen en pausa. Tu clínica te dirá cuándo puedes volver a empezar.";
    }

    @Override
    String exercisesMayGoOn() {
        return "Tu clínica ha dicho que puedes hacer los ejercicios. Hazlos como te dijeron.";
    }

    @Override
    String nothingFound() {
        return "Nada de lo que nos dices pide ir al médico ahora. Sigue con ejercicio suave. Pide cita si el dolor dura "
                + "más de unos pocos días.";
    }

    @Override
    String nothingFoundOfPainThatStays() {
        return "Nada de lo que nos dices pide ir al médico hoy. Sigue con ejercicio suave. Ya hace tiempo que te duele. Si "
                + "aún no lo ha visto un médico o un fisio, pide cita para esta semana o la que viene. Si ya lo ha visto, "
                + "pide cita si te duele más que otras veces o de otra forma.";
    }

    @Override
    String tellYourClinicOfThis() {
        return "Di esto a tu clínica en los próximos días:";
    }

    @Override
    String callIfItGetsWorse() {
        return "Llama hoy a tu clínica si va a peor o si te encuentras mal.";
    }

    @Override
    String nothingFoundOfKnownPain() {
        return "Nada de lo que nos dices pide ir al médico ahora. Sigue con ejercicio suave. Ya hace tiempo que te duele. "
                + "Pide cita si te duele más que otras veces o de otra forma.";
    }

    @Override
    String nothingFoundButAFever() {
        return "Nos dijiste que tienes fiebre, o frío con temblor. Llama hoy a tu clínica si tienes 38 grados o más y también "
                + "te duele la espalda. Si la fiebre no se va, ve a un médico en los próximos días.";
    }

    @Override
    String weKnowTooLittle() {
        return "No sabemos lo bastante para decirte qué hacer. Contesta, por favor:";
    }

    @Override
    String weAlsoAsk() {
        return "También nos falta saber más. Contesta, por favor:";
    }

    @Override
    String question(String missing) {
        return switch (missing) {
            case "urine_cannot_start" -> "¿Te cuesta empezar a hacer pis?";
            case "urine_leak" -> "¿Se te escapa el pis?";
            case "urine_reduced_feeling" -> "¿Sientes menos al hacer pis?";
            case "bowel_leak" -> "¿Se te escapa la caca?";
            case "bowel_reduced_feeling" -> "¿Sientes menos al hacer caca?";
            case "saddle_numbness" -> "¿Se te duerme o sientes menos entre las piernas?";
            case "saddle_tingling" -> "¿Notas hormigueo entre las piernas?";
            case "sexual_function_change" -> "¿Ha cambiado tu vida sexual o lo que sientes ahí?";
            case "leg_weakness" -> "¿Te falta fuerza en una pierna?";
            case "fever" -> "¿Tienes fiebre?";
            case "pain" -> "¿Cuánto te duele, de 0 a 10?";
            default -> throw new IllegalArgumentException("no question is written for " + missing);
        };
    }

    @Override
    String clinicAsksTheRest() {
        return "No sabemos lo bastante para decirte qué hacer. Pide a tu clínica que hable contigo en los próximos "
                + "días de cómo estás.";
    }

    @Override
    String notADiagnosis() {
        return "Esto lo dice un programa. No es un diagnóstico y ningún médico lo ha visto. Nadie que hable "
                + "español de nacimiento ha revisado aún este texto.";
    }
}
