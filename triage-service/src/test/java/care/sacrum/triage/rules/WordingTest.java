package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Languages.ENGLISH;
import static care.sacrum.triage.rules.Languages.SPANISH;
import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.old;
import static care.sacrum.triage.rules.Story.story;
import static care.sacrum.triage.rules.SymptomCode.CALF_SWELLING_WARM;
import static care.sacrum.triage.rules.SymptomCode.LEG_TINGLING;
import static care.sacrum.triage.rules.SymptomCode.LEG_WEAKNESS;
import static care.sacrum.triage.rules.SymptomCode.URINE_LEAK;
import static care.sacrum.triage.rules.Urgency.EMERGENCY_NOW;
import static care.sacrum.triage.rules.Urgency.ROUTINE;
import static care.sacrum.triage.rules.Urgency.SELF_CARE;
import static care.sacrum.triage.rules.Urgency.SOON;
import static care.sacrum.triage.rules.Urgency.URGENT_SAME_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The words that a person acts on: by when to be seen, which leg, since when, and how bad.
class WordingTest {
    private static final String DAY = "2026-02-05";
    private static final String NOON = DAY + "T12:00";
    private static final int EPOCH_DAY = (int) LocalDate.parse(DAY).toEpochDay();

    // By when

    @Test
    void theDateInTheAdviceIsThatOfTheUrgency() {
        for (String rule : List.of("ces-retracted", "ces-existing")) {
            assertThat(ENGLISH.advice(rule, URGENT_SAME_DAY)).contains("today").doesNotContain("next few days");
            assertThat(ENGLISH.advice(rule, SOON))
                    .contains("in the next few days")
                    .doesNotContain("today");
            assertThat(SPANISH.advice(rule, URGENT_SAME_DAY)).contains("hoy").doesNotContain("en los próximos días");
            assertThat(SPANISH.advice(rule, SOON))
                    .contains("en los próximos días")
                    .doesNotContain("hoy");
        }
        assertThat(ENGLISH.advice("cancer-pain", URGENT_SAME_DAY)).startsWith("Call your doctor today.");
        assertThat(ENGLISH.advice("cancer-pain", SOON)).startsWith("Call your doctor in the next few days.");
        assertThat(SPANISH.advice("cancer-pain", URGENT_SAME_DAY)).startsWith("Llama a tu médico hoy.");
        assertThat(SPANISH.advice("cancer-pain", SOON)).startsWith("Llama a tu médico en los próximos días.");
        assertThat(ENGLISH.advice("radicular-pain", SOON)).contains("book a visit in the next few days.");
        assertThat(ENGLISH.advice("radicular-pain", ROUTINE)).contains("book a visit in the next week or two.");
        assertThat(SPANISH.advice("radicular-pain", SOON)).contains("pide cita para los próximos días.");
        assertThat(SPANISH.advice("radicular-pain", ROUTINE)).contains("pide cita para esta semana o la que viene.");
    }

    @Test
    void onlyAnEmergencySendsThePatientOff() {
        for (String rule : List.of("ces-sexual", "bilateral-leg")) {
            assertThat(ENGLISH.advice(rule, EMERGENCY_NOW)).startsWith("Go to the emergency department now.");
            assertThat(ENGLISH.advice(rule, URGENT_SAME_DAY))
                    .contains("a doctor today")
                    .doesNotContain("emergency");
            assertThat(SPANISH.advice(rule, EMERGENCY_NOW)).startsWith("Ve a urgencias ya.");
            assertThat(SPANISH.advice(rule, URGENT_SAME_DAY)).contains("hoy").doesNotContain("urgencias");
        }
        assertThat(ENGLISH.advice("nonspinal", EMERGENCY_NOW)).startsWith("Call an ambulance now.");
        assertThat(ENGLISH.advice("nonspinal", URGENT_SAME_DAY))
                .startsWith("Be seen by a doctor today. This may have nothing");
        assertThat(SPANISH.advice("nonspinal", EMERGENCY_NOW)).startsWith("Llama ya a una ambulancia.");
        assertThat(SPANISH.advice("nonspinal", URGENT_SAME_DAY))
                .startsWith("Ve hoy a un médico. Puede no tener que ver");
    }

    @Test
    void whoWaitsForAnAmbulanceKeepsStillAndIsSentNowhere() {
        for (SymptomCode beside : SymptomCode.values()) {
            Story story = story().checkIn(
                            NOON, fresh(SymptomCode.MAJOR_TRAUMA), fresh(beside).on(Side.BOTH));
            assertThat(story.on(DAY, ENGLISH).message())
                    .as("%s", beside)
                    .containsOnlyOnce("Call an ambulance now.")
                    .contains("Keep still until help comes.")
                    .doesNotContainIgnoringCase("emergency department", "on the way", "go ");
            assertThat(story.on(DAY, SPANISH).message())
                    .as("%s", beside)
                    .containsOnlyOnce("Llama ya a una ambulancia.")
                    .contains("No te muevas hasta que llegue la ayuda.")
                    .doesNotContainIgnoringCase("urgencias", "por el camino");
        }
    }

    @Test
    void anInfectionIsSaidToBeNearTheSpine() {
        for (String rule : List.of("infection-neuro", "infection-risk")) {
            Urgency urgency = rule.equals("infection-risk") ? URGENT_SAME_DAY : EMERGENCY_NOW;
            assertThat(ENGLISH.advice(rule, urgency)).endsWith("an infection near your spine.");
            assertThat(SPANISH.advice(rule, urgency)).endsWith("una infección cerca de la columna.");
        }
    }

    @Test
    void lastingPainThatEasesUnderCareNeedsNoOtherVisitAndElseEachTierHasItsOwn() {
        for (String tier : List.of("persist-t1", "persist-t2", "persist-t3")) {
            assertThat(ENGLISH.advice(tier, SELF_CARE)).contains("Carry on with your plan");
            assertThat(SPANISH.advice(tier, SELF_CARE)).contains("Sigue con tu plan");
        }
        assertThat(ENGLISH.advice("persist-t1", ROUTINE)).contains("in the next week or two");
        assertThat(ENGLISH.advice("persist-t2", SOON)).contains("two weeks", "in the next few days");
        assertThat(ENGLISH.advice("persist-t3", SOON)).contains("six weeks or more", "in the next few days");
        assertThat(SPANISH.advice("persist-t1", ROUTINE)).contains("para esta semana o la que viene");
        assertThat(SPANISH.advice("persist-t2", SOON)).contains("dos semanas", "en los próximos días");
        assertThat(SPANISH.advice("persist-t3", SOON)).contains("seis semanas o más", "en los próximos días");
    }

    @Test
    void whereNobodyIsSeenSoonerEachTextSaysByWhen() {
        for (String rule : List.of("manip-repeat", "load-not-settling", "pregnancy")) {
            assertThat(ENGLISH.advice(rule, ROUTINE)).as(rule).containsIgnoringCase("in the next week or two");
            assertThat(SPANISH.advice(rule, ROUTINE)).as(rule).containsIgnoringCase("esta semana o la que viene");
        }
        assertThat(ENGLISH.healthNotUnderstood()).contains("in the next few days");
        assertThat(SPANISH.healthNotUnderstood()).contains("en los próximos días");
        assertThat(ENGLISH.clinicAsksTheRest()).contains("in the next few days");
        assertThat(SPANISH.clinicAsksTheRest()).contains("en los próximos días");
    }

    @Test
    void whoIsToLookAtAPlanIsSaid() {
        assertThat(ENGLISH.advice("persist-t2", SOON)).contains("Ask your therapist or a doctor to look at your plan");
        assertThat(ENGLISH.adviceBesideAVisit("persist-t2", false)).contains("Ask your therapist or a doctor");
        assertThat(SPANISH.advice("persist-t2", SOON)).contains("Pide a tu fisio o a un médico que mire tu plan");
        assertThat(SPANISH.adviceBesideAVisit("persist-t2", false)).contains("Pide a tu fisio o a un médico");
    }

    @Test
    void besideAHoldEachVisitKeepsItsDay() {
        assertThat(ENGLISH.adviceOnHold("radicular-pain", SOON)).contains("in the next few days");
        assertThat(ENGLISH.adviceOnHold("radicular-pain", ROUTINE)).contains("in the next week or two");
        assertThat(SPANISH.adviceOnHold("radicular-pain", SOON)).contains("los próximos días");
        assertThat(SPANISH.adviceOnHold("radicular-pain", ROUTINE)).contains("esta semana o la que viene");
        for (String tier : List.of("persist-t1", "persist-t2", "persist-t3")) {
            assertThat(ENGLISH.adviceOnHold(tier, SELF_CARE)).contains("Tell them how long it has lasted");
            assertThat(SPANISH.adviceOnHold(tier, SELF_CARE)).contains("Dile cuánto ha durado");
            assertThat(ENGLISH.adviceOnHold(tier, SOON)).isEqualTo(ENGLISH.advice(tier, SOON));
            assertThat(SPANISH.adviceOnHold(tier, SOON)).isEqualTo(SPANISH.advice(tier, SOON));
        }
    }

    @Test
    void whereTheNumberIsKnownEachTextThatCallsAnAmbulanceNamesIt() {
        Language british = ENGLISH.calling("999");
        Language spanish = SPANISH.calling("112");
        assertThat(british.advice("trauma-major", EMERGENCY_NOW)).startsWith("Call an ambulance on 999 now.");
        assertThat(spanish.advice("nonspinal", EMERGENCY_NOW)).startsWith("Llama ya a una ambulancia (112).");
        for (SymptomCode code : SymptomCode.values()) {
            Story story = story().checkIn(NOON, fresh(code).on(Side.BOTH));
            assertThat(story.on(DAY, british).message().replace("an ambulance on 999", ""))
                    .as("%s", code)
                    .doesNotContain("ambulance");
            assertThat(story.on(DAY, spanish).message().replace("a una ambulancia (112)", ""))
                    .as("%s", code)
                    .doesNotContain("ambulancia");
        }
    }

    @Test
    void whenNobodyWatchesTheNumberToCallIsSaid() {
        assertThat(ENGLISH.nobodyWatches("999")).contains("closed now").contains("Call 999 in an emergency.");
        assertThat(SPANISH.nobodyWatches("112")).contains("cerrada").contains("llama al 112.");
    }

    // Which leg, which side

    @Test
    void aSignOfTheLegIsToldWithItsLegAndAnotherWithItsSide() {
        assertTold(fresh(LEG_WEAKNESS), "weakness in the leg", "You feel weak in your leg", "debilidad en la pierna");
        assertTold(
                fresh(LEG_WEAKNESS).on(Side.LEFT),
                "weakness in the left leg",
                "You feel weak in your left leg",
                "debilidad en la pierna izquierda");
        assertTold(
                fresh(LEG_WEAKNESS).on(Side.RIGHT),
                "weakness in the right leg",
                "You feel weak in your right leg",
                "debilidad en la pierna derecha");
        assertTold(
                fresh(LEG_WEAKNESS).on(Side.BOTH),
                "weakness in both legs",
                "You feel weak in both legs",
                "debilidad en las dos piernas");
        assertTold(
                fresh(CALF_SWELLING_WARM),
                "warm swollen calf",
                "Your calf is warm and swollen",
                "pantorrilla hinchada y caliente");
        assertTold(
                fresh(CALF_SWELLING_WARM).on(Side.LEFT),
                "warm swollen calf on the left",
                "Your calf is warm and swollen on the left",
                "pantorrilla hinchada y caliente en el lado izquierdo");
        assertTold(
                fresh(CALF_SWELLING_WARM).on(Side.RIGHT),
                "warm swollen calf on the right",
                "Your calf is warm and swollen on the right",
                "pantorrilla hinchada y caliente en el lado derecho");
        assertTold(
                fresh(CALF_SWELLING_WARM).on(Side.BOTH),
                "warm swollen calf on both sides",
                "Your calf is warm and swollen on both sides",
                "pantorrilla hinchada y caliente en los dos lados");
    }

    @Test
    void whatCountsAsNewForWantOfAnOnsetIsNotSaidToBeNew() {
        Symptom undated = Symptom.present(URINE_LEAK);
        assertThat(said(ENGLISH, undated)).isEqualTo("leaks urine, taken as new, first told on 2026-02-05");
        assertThat(told(ENGLISH, undated)).contains(" You leak pee.");
        assertThat(said(SPANISH, undated))
                .isEqualTo("pérdidas de orina, se toma por nuevo, comunicado por primera vez el 2026-02-05");
        assertThat(told(SPANISH, undated)).contains(" Se te escapa el pis.");
    }

    @Test
    void fromHalfAYearOnAndOfAnotherYearADayIsToldWithItsYear() {
        Symptom lately = old(URINE_LEAK).since(LocalDate.parse("2026-01-01"));
        Symptom lastYear = old(URINE_LEAK).since(LocalDate.parse("2025-12-31"));
        assertThat(told(ENGLISH, lately)).contains("since 1 January.");
        assertThat(told(ENGLISH, lastYear)).contains("since 31 December 2025.");
        assertThat(told(SPANISH, lately)).contains("desde el 1 de enero.");
        assertThat(told(SPANISH, lastYear)).contains("desde el 31 de diciembre de 2025.");

        Symptom spring = old(URINE_LEAK).since(LocalDate.parse("2026-03-01"));
        Story summer = story().checkIn("2026-08-27T12:00", spring);
        assertThat(summer.on("2026-08-27", ENGLISH).message()).contains("since 1 March.");
        assertThat(summer.on("2026-08-28", ENGLISH).message()).contains("since 1 March 2026.");
    }

    /// Of a year that a clock had wrong, too: the day is seen from today, and not from the report's own day.
    @Test
    void whatWasToldAYearAgoIsNotTakenForNews() {
        Story slip = story().checkIn("2025-03-20T12:00", fresh(URINE_LEAK));
        Evaluation evaluation = slip.on("2026-03-20", ENGLISH);
        assertThat(evaluation.message()).contains("You leak pee, since 20 March 2025.");
        assertThat(evaluation.findings()).first().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("ces-existing");
            assertThat(finding.headline()).isEqualTo("Leaks urine, since 2025-03-20");
        });
        assertThat(slip.on("2026-03-20", SPANISH).message())
                .contains("Se te escapa el pis, desde el 20 de marzo de 2025.");
        assertThat(slip.on("2026-03-20", SPANISH).findings().getFirst().headline())
                .isEqualTo("Pérdidas de orina, desde 2025-03-20");
    }

    @Test
    void lastingPainIsToldInTheUnitOfAPersonAndOfAnotherYearWithItsYear() {
        int today = EPOCH_DAY + 1;
        assertThat(ENGLISH.told(lasting(today, 60), today))
                .isEqualTo("Your pain has lasted for 60 days, since 8 December 2025.");
        assertThat(ENGLISH.told(lasting(today, 61), today)).startsWith("Your pain has lasted for about 9 weeks, since");
        assertThat(ENGLISH.told(lasting(today, 84), today))
                .startsWith("Your pain has lasted for about 3 months, since");
        assertThat(ENGLISH.told(lasting(today, 179), today)).endsWith("about 6 months, since 11 August 2025.");
        assertThat(ENGLISH.told(lasting(today, 180), today)).endsWith("about 6 months, since 10 August 2025.");
        assertThat(ENGLISH.told(lasting(today, 699), today)).contains("about 23 months");
        assertThat(ENGLISH.told(lasting(today, 2603), today))
                .isEqualTo("Your pain has lasted for about 7 years, since 22 December 2018.");
        assertThat(SPANISH.told(lasting(today, 60), today))
                .isEqualTo("El dolor dura 60 días, desde el 8 de diciembre de 2025.");
        assertThat(SPANISH.told(lasting(today, 61), today)).startsWith("El dolor dura unas 9 semanas, desde");
        assertThat(SPANISH.told(lasting(today, 84), today)).startsWith("El dolor dura unos 3 meses, desde");
        assertThat(SPANISH.told(lasting(today, 2603), today))
                .isEqualTo("El dolor dura unos 7 años, desde el 22 de diciembre de 2018.");
    }

    @Test
    void ofAYearAndMoreTheClinicianReadsNoCountOfDays() {
        assertThat(ENGLISH.says(lasting(EPOCH_DAY, 364)))
                .isEqualTo("pain on 10 days of 364 since 2025-02-06, 4 on the latest: longer than a few days");
        assertThat(ENGLISH.says(lasting(EPOCH_DAY, 7747)))
                .isEqualTo(
                        "pain told on 10 days, since 2004-11-20 (about 21 years), 4 on the latest: longer than a few days");
        assertThat(SPANISH.says(lasting(EPOCH_DAY, 7747)))
                .isEqualTo("dolor comunicado en 10 días, desde 2004-11-20 (unos 21 años), 4 en el último: más de unos "
                        + "pocos días");
    }

    private static Said.PainLasts lasting(int until, int days) {
        return new Said.PainLasts(10, days, until - days, 4);
    }

    @Test
    void aSignToldInOtherWordsIsSaidToBeTakenForWhatItIsTakenFor() {
        Symptom breath = fresh(SymptomCode.CHEST_PAIN).toldInOwnWords();
        assertThat(said(ENGLISH, breath)).isEqualTo("chest pain (as read from other words), new since 2026-02-05");
        assertThat(said(SPANISH, breath))
                .isEqualTo("dolor en el pecho (leído de otras palabras), nuevo desde 2026-02-05");
        assertThat(told(ENGLISH, breath))
                .contains("You told us of something in your own words, and this program takes it for this: Your chest"
                        + " hurts, new since 5 February.")
                .doesNotContain("Here is what you told us.");
        assertThat(told(SPANISH, breath))
                .contains("Nos dijiste algo con tus palabras, y este programa lo toma por esto: Te duele el pecho")
                .doesNotContain("Esto es lo que nos dijiste.");

        String both = story().checkIn(
                        NOON,
                        fresh(URINE_LEAK),
                        breath,
                        fresh(SymptomCode.FAINTING).toldInOwnWords())
                .on(DAY, ENGLISH)
                .message();
        assertThat(both)
                .containsOnlyOnce("in your own words")
                .containsSubsequence(
                        "Here is what you told us. You leak pee, new",
                        "takes it for this:",
                        "Your chest hurts",
                        "You passed out");
    }

    @Test
    void whatHappenedOnADayIsToldWithItsDay() {
        Symptom fall = fresh(SymptomCode.MAJOR_TRAUMA);
        assertThat(told(ENGLISH, fall)).contains("You had a bad fall or a crash.");
        assertThat(told(ENGLISH, fall.since(LocalDate.parse("2026-02-04"))))
                .contains("You had a bad fall or a crash, on 4 February.");
        assertThat(told(SPANISH, fall.since(LocalDate.parse("2026-02-04")))).contains(", el 4 de febrero.");
    }

    @Test
    void aSideThatWasDeniedSinceIsNotToldToThePatient() {
        String message = story().checkIn("2026-02-04T12:00", fresh(LEG_WEAKNESS).on(Side.BOTH))
                .checkIn(NOON, Symptom.denied(LEG_WEAKNESS).on(Side.RIGHT))
                .on(DAY, ENGLISH)
                .message();
        assertThat(message).contains("You feel weak in your left leg").doesNotContain("weak in both legs,");
    }

    @Test
    void ofOneSignTheLatestTellingIsEnough() {
        String message = story().checkIn("2026-02-04T12:00", fresh(LEG_TINGLING).on(Side.LEFT))
                .checkIn(NOON, old(LEG_TINGLING).on(Side.LEFT))
                .on(DAY, ENGLISH)
                .message();
        assertThat(message.split("It tingles in your left leg", -1)).hasSize(2);
    }

    private static void assertTold(Symptom symptom, String clinician, String patient, String spanish) {
        assertThat(said(ENGLISH, symptom)).isEqualTo(clinician + ", new since 2026-02-05");
        assertThat(told(ENGLISH, symptom)).contains(" " + patient + ", new since 5 February.");
        assertThat(said(SPANISH, symptom)).isEqualTo(spanish + ", nuevo desde 2026-02-05");
    }

    // Since when, and whether worse

    @Test
    void aSignIsToldAsNewAsOldAsDatedOrAsWorse() {
        Symptom dated = old(URINE_LEAK).since(LocalDate.parse("2025-12-24"));
        assertThat(said(ENGLISH, old(URINE_LEAK))).isEqualTo("leaks urine, not new");
        assertThat(said(ENGLISH, dated)).isEqualTo("leaks urine, since 2025-12-24");
        assertThat(said(ENGLISH, dated.withChange(Change.WORSE))).isEqualTo("leaks urine, worse than before");
        assertThat(told(ENGLISH, old(URINE_LEAK))).contains("You leak pee, and it is not new.");
        assertThat(told(ENGLISH, dated)).contains("You leak pee, since 24 December 2025.");
        assertThat(told(ENGLISH, dated.withChange(Change.WORSE)))
                .contains("You leak pee, and it is worse than before.");
        assertThat(said(SPANISH, old(URINE_LEAK))).isEqualTo("pérdidas de orina, no es nuevo");
        assertThat(said(SPANISH, dated)).isEqualTo("pérdidas de orina, desde 2025-12-24");
        assertThat(said(SPANISH, dated.withChange(Change.WORSE))).isEqualTo("pérdidas de orina, peor que antes");
        assertThat(told(SPANISH, old(URINE_LEAK))).contains(", y no es nuevo.");
        assertThat(told(SPANISH, dated)).contains(", desde el 24 de diciembre de 2025.");
        assertThat(told(SPANISH, dated.withChange(Change.WORSE))).contains(", y va a peor.");
    }

    @Test
    void aSignTakenBackIsToldWithTheDayOfItsTelling() {
        Story story = story().checkIn("2026-02-04T12:00", fresh(URINE_LEAK)).checkIn(NOON, Symptom.denied(URINE_LEAK));
        assertThat(story.on(DAY, ENGLISH).findings().getFirst().because())
                .extracting(Because::says)
                .containsExactly("leaks urine, told as new on 2026-02-04 and denied since");
        assertThat(story.on(DAY, ENGLISH).message())
                .contains("On 4 February you told us: you leak pee. Later you said that it is not there.");
        assertThat(story.on(DAY, SPANISH).findings().getFirst().because())
                .extracting(Because::says)
                .containsExactly("pérdidas de orina, comunicado como nuevo el 2026-02-04 y negado después");
        assertThat(story.on(DAY, SPANISH).message())
                .contains("El 4 de febrero: se te escapa el pis. Luego dijiste que ya no.");
    }

    private static String said(Language language, Symptom symptom) {
        return story().checkIn(NOON, symptom)
                .on(DAY, language)
                .findings()
                .getFirst()
                .because()
                .getFirst()
                .says();
    }

    private static String told(Language language, Symptom symptom) {
        return story().checkIn(NOON, symptom).on(DAY, language).message();
    }

    // How bad

    @Test
    void eachCourseOfThePainIsToldWithItsFigures() {
        assertSays(
                new Said.PainLasts(5, 6, EPOCH_DAY, 4.5),
                "pain on 5 days of 6 since 2026-02-05, 4.5 on the latest: longer than a few days",
                "dolor en 5 días de 6 desde 2026-02-05, 4.5 en el último: más de unos pocos días",
                "Your pain has lasted for 6 days, since 5 February.",
                "El dolor dura 6 días, desde el 5 de febrero.");
        assertSays(
                new Said.PainOf(4),
                "pain of 4",
                "dolor de 4",
                "Your pain was 4 out of 10.",
                "El dolor era de 4 sobre 10.");
        assertSays(
                new Said.PainIsBack(4),
                "pain of 4 is back",
                "vuelve el dolor de 4",
                "Your pain came back, at 4 out of 10.",
                "El dolor ha vuelto, de 4 sobre 10.");
        assertSays(
                new Said.PainRises(3, 5.5, 5.5),
                "pain risen from 3 to 5.5",
                "el dolor subió de 3 a 5.5",
                "Your pain went up from 3 to 5.5 out of 10.",
                "El dolor ha subido de 3 a 5.5 sobre 10.");
        assertSays(
                new Said.PainRisesByTheWeek(4),
                "pain of 4, rising week by week",
                "dolor de 4, más alto cada semana",
                "Your pain went up each week. It is now 4 out of 10.",
                "El dolor sube cada semana. Ahora es de 4 sobre 10.");
        assertSays(
                new Said.PelvicPain(4),
                "pelvic or sacral pain of 4",
                "dolor de 4 en la pelvis o el sacro",
                "The pain low in your back or in your pelvis was 4 out of 10.",
                "El dolor abajo en la espalda o en la pelvis era de 4 sobre 10.");
        assertSays(
                new Said.CrackedOn(3),
                "self-manipulation by force on 3 of 7 days",
                "automanipulación a la fuerza en 3 de 7 días",
                "You cracked your back by force on 3 of 7 days.",
                "Te crujiste la espalda a la fuerza en 3 de 7 días.");
    }

    @Test
    void twoPointsAreSaidToBeTheLeast() {
        assertThat(ENGLISH.says(new Said.WorseAfterCracking(2, 4.5)))
                .isEqualTo("pain up by 2 points or more within 48 hours");
        assertThat(SPANISH.says(new Said.WorseAfterCracking(2, 4.5)))
                .isEqualTo("el dolor subió 2 puntos o más en 48 horas");
        assertThat(ENGLISH.says(new Said.Unsettled(1, 3))).startsWith("pain up by 2 points or more");
        assertThat(SPANISH.says(new Said.Unsettled(1, 3))).startsWith("el dolor subió 2 puntos o más");
    }

    @Test
    void theValuesOfAReportStandInBrackets() {
        assertThat(ENGLISH.inBrackets(new Said.TooMuch(7))).isEqualTo(" (7)");
        assertThat(SPANISH.inBrackets(new Said.TooMuch(7))).isEqualTo(" (7)");
        assertThat(ENGLISH.inBrackets(new Said.WorseAfterCracking(2, 4.5))).isEqualTo(" (from 2 to 4.5)");
        assertThat(SPANISH.inBrackets(new Said.WorseAfterCracking(2, 4.5))).isEqualTo(" (de 2 a 4.5)");
        assertThat(ENGLISH.inBrackets(new Said.Unsettled(1, 3))).isEqualTo(" (from 1 to 3)");
        assertThat(SPANISH.inBrackets(new Said.Unsettled(1, 3))).isEqualTo(" (de 1 a 3)");
        assertThat(ENGLISH.inBrackets(new Said.PainOf(3))).isEmpty();
        assertThat(SPANISH.inBrackets(new Said.PainOf(3))).isEmpty();
    }

    private static void assertSays(Said said, String clinician, String spanish, String patient, String spanishPatient) {
        assertThat(ENGLISH.says(said)).isEqualTo(clinician);
        assertThat(SPANISH.says(said)).isEqualTo(spanish);
        assertThat(ENGLISH.told(said, EPOCH_DAY + 6)).isEqualTo(patient);
        assertThat(SPANISH.told(said, EPOCH_DAY + 6)).isEqualTo(spanishPatient);
    }

    // The headline

    @Test
    void nightPainIsNamedInTheWordsOfAClinician() {
        Story night = story().with(RiskFactor.CANCER_HISTORY).checkIn(NOON, fresh(SymptomCode.NIGHT_PAIN_CONSTANT));
        assertThat(Story.finding(night.on(DAY), "cancer-pain").headline())
                .isEqualTo("Constant night pain, new since 2026-02-05; history of cancer");
    }

    @Test
    void aFindingThatRestsOnNoReportIsHeadedByItsFamily() {
        assertThat(ENGLISH.headline(List.of(), List.of(), Family.CAUDA_EQUINA)).isEqualTo("Cauda equina");
        for (Family family : Family.values()) {
            assertThat(SPANISH.headline(List.of(), List.of(), family))
                    .isNotBlank()
                    .isNotEqualToIgnoringCase(family.word())
                    .matches(line ->
                            line.substring(0, 1).equals(line.substring(0, 1).toUpperCase(Locale.ROOT)));
        }
    }

    @Test
    void aHeadlineNamesWhatIsKnownOfThePatientBesideTheReports() {
        assertThat(ENGLISH.headline(
                        List.of("constant night pain, new since 2026-02-05"),
                        List.of(
                                new Fact.Risk(RiskFactor.CANCER_HISTORY),
                                new Fact.Risk(RiskFactor.CANCER_HISTORY),
                                new Fact.Aged(71)),
                        Family.MALIGNANCY_CORD))
                .isEqualTo("Constant night pain, new since 2026-02-05; history of cancer; aged 71");
    }

    @Test
    void aHeadlineHoldsTwoReasonsAndOneOfLastingPain() {
        List<String> three = List.of(
                "numb, new since 2026-02-05", "numb, new since 2026-02-04", "tingling, not new", "weak, not new");
        assertThat(ENGLISH.headline(three, List.of(), Family.NERVE_ROOT))
                .isEqualTo("Numb, new since 2026-02-05; tingling, not new");
        assertThat(ENGLISH.headline(three, List.of(), Family.PERSISTENCE)).isEqualTo("Numb, new since 2026-02-05");
        assertThat(ENGLISH.headline(three, List.of(), Family.SELF_MANIPULATION))
                .isEqualTo("Numb, new since 2026-02-05");
    }
}
