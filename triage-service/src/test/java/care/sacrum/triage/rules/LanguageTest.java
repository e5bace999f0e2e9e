package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every text in every language: it is there, it is its own, and it can be read at the age of 11.
class LanguageTest {
    static final List<Language> ALL = Languages.ALL;
    private static final int DAY = (int) LocalDate.parse("2026-02-05").toEpochDay();

    @ParameterizedTest
    @FieldSource("ALL")
    void everyTextForAPatientCanBeReadAtElevenOrYounger(Language language) {
        Readability readability = Readability.of(language);
        List<String> tooHard = new ArrayList<>();
        patientTexts(language).forEach((name, text) -> {
            if (!readability.easyEnough(text)) {
                tooHard.add("%s: %.1f: %s".formatted(name, readability.score(text), text));
            }
        });
        assertThat(tooHard).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aWholeMessageCanBeReadAtElevenOrYounger(Language language) {
        Readability readability = Readability.of(language);
        for (SymptomCode code : SymptomCode.values()) {
            String message = message(language, code);
            assertThat(readability.easyEnough(message))
                    .as("%.1f: %s", readability.score(message), message)
                    .isTrue();
        }
    }

    @Test
    void aTextForSpecialistsIsTooHard() {
        assertThat(Readability.ENGLISH.easyEnough("Progressive neurological deterioration necessitates immediate"
                        + " multidisciplinary evaluation at the nearest hospital."))
                .isFalse();
        assertThat(Readability.SPANISH.easyEnough("El deterioro neurológico progresivo requiere una evaluación"
                        + " multidisciplinar inmediata en el hospital más cercano."))
                .isFalse();
        assertThat(Readability.ENGLISH.easyEnough("Multidisciplinary evaluation"))
                .isFalse();
    }

    @Test
    void everyTextDiffersFromLanguageToLanguage() {
        Map<String, String> english = patientTexts(Languages.ENGLISH);
        Map<String, String> spanish = patientTexts(Languages.SPANISH);

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        english.forEach((name, text) -> assertThat(spanish.get(name)).as(name).isNotEqualTo(text));
        for (SymptomCode code : SymptomCode.values()) {
            assertThat(Languages.SPANISH.says(sign(code, Side.LEFT)))
                    .as("%s", code)
                    .isNotEqualTo(Languages.ENGLISH.says(sign(code, Side.LEFT)));
        }
        for (Condition condition : Condition.values()) {
            assertThat(Languages.SPANISH.fact(new Fact.LivesWith(condition)))
                    .as("%s", condition)
                    .isNotEqualTo(Languages.ENGLISH.fact(new Fact.LivesWith(condition)));
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyFactOfThePatientIsSaidInItsOwnWords(Language language) {
        Set<String> said = new HashSet<>();
        for (RiskFactor factor : RiskFactor.values()) {
            assertThat(said.add(language.fact(new Fact.Risk(factor))))
                    .as("%s", factor)
                    .isTrue();
        }
        for (Condition condition : Condition.values()) {
            assertThat(said.add(language.fact(new Fact.LivesWith(condition))))
                    .as("%s", condition)
                    .isTrue();
        }
        assertThat(said).allSatisfy(fact -> assertThat(fact).isNotBlank().doesNotContain("_"));
        assertThat(language.fact(new Fact.Aged(71))).contains("71");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everySignIsToldInItsOwnWords(Language language) {
        Set<String> said = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (SymptomCode code : SymptomCode.values()) {
            assertThat(said.add(language.says(sign(code, null))))
                    .as("%s for a clinician", code)
                    .isTrue();
            assertThat(told.add(language.told(sign(code, null), DAY)))
                    .as("%s for the patient", code)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aSideIsToldWhereItWasTold(Language language) {
        for (SymptomCode code : SymptomCode.values()) {
            Set<String> told = new HashSet<>();
            for (Side side : Side.values()) {
                told.add(language.told(sign(code, side), DAY));
            }
            assertThat(told).as("%s", code).hasSize(3);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatHoldsTheProgrammeSaysSoInASentenceThatCanBeLeftOutAndNothingElseDoes(Language language) {
        for (RuleCard rule : Triage.rules(language)) {
            for (RuleCard.Level level : rule.levels()) {
                String advice = level.advice().strip();
                boolean stops = !language.withoutStopping(advice).equals(advice);
                assertThat(stops).as(rule.id() + " " + level.urgency()).isEqualTo(level.programme() == Programme.HOLD);
                assertThat(stops && language.withoutStopping(advice).matches(".*(xercise|ercicio).*"))
                        .as(advice)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatEasesTheProgrammeSaysSo(Language language) {
        for (RuleCard rule : Triage.rules(language)) {
            for (RuleCard.Level level : rule.levels()) {
                if (level.programme() == Programme.EASE) {
                    assertThat(level.advice())
                            .as(rule.id())
                            .containsAnyOf("easier", "Do less", "Do fewer", "más fáciles", "Haz menos", "haz menos");
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatCanHappenAgainHasItsWordsForTheNextTime(Language language) {
        for (SymptomCode code : SymptomCode.values()) {
            assertThat(language.ifItHappensAgain(code).isEmpty()).as("%s", code).isEqualTo(!code.canHappenAgain());
        }
    }

    @Test
    void besideAVisitToo() {
        for (String rule : VisitsTest.NAMING_A_DAY) {
            assertThat(Languages.ENGLISH.adviceBesideAVisit(rule, true))
                    .as(rule)
                    .doesNotContain("exercises easier", "Keep moving", "helped you last time");
        }
    }

    @Test
    void whoIsOnHoldIsNotToldToGoOnExercising() {
        for (RuleCard rule : Triage.rules(Languages.ENGLISH)) {
            for (Urgency urgency : Urgency.values()) {
                assertThat(Languages.ENGLISH.adviceOnHold(rule.id(), urgency))
                        .as(rule.id())
                        .doesNotContain("easier. ", "exercises easier", "Carry on", "Keep moving", "Do less", "fewer");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aNameThatNoRuleOrQuestionHasIsRefused(Language language) {
        assertThatThrownBy(() -> language.advice("no-such-rule", Urgency.SOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> language.question("no_such_code")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatToDoComesFirstThenWhatWasToldThenWhatIsMoreUrgentThenThatItIsNoDiagnosis() {
        assertThat(message(Languages.ENGLISH, SymptomCode.LEG_TINGLING))
                .containsSubsequence(
                        "Stop your exercises for now. See a doctor or a physical therapist in the next few days.",
                        "Here is what you told us. It tingles in your leg, new since 5 February.",
                        "Go to the emergency department at once if one of these signs is new or gets worse: it is hard to",
                        "not a diagnosis");
        assertThat(message(Languages.SPANISH, SymptomCode.LEG_TINGLING))
                .containsSubsequence(
                        "Deja los ejercicios por ahora. Ve a un médico o a un fisio en los próximos días.",
                        "Esto es lo que nos dijiste. Notas hormigueo en la pierna, y es nuevo desde el 5 de febrero.",
                        "Ve a urgencias ya si una de estas señales es nueva o va a peor: te cuesta hacer pis",
                        "No es un diagnóstico");
    }

    @Test
    void inAnEmergencyTheFirstWordsAreWhereToGo() {
        assertThat(message(Languages.ENGLISH, SymptomCode.URINE_LEAK))
                .startsWith("Go to the emergency department now. Do not wait for a booked visit. Do not exercise.")
                .containsSubsequence("You leak pee, new since 5 February.", "call an ambulance", "not a diagnosis");
        assertThat(message(Languages.SPANISH, SymptomCode.URINE_LEAK))
                .startsWith("Ve a urgencias ya. No esperes a la cita. No hagas los ejercicios.")
                .containsSubsequence("Se te escapa el pis", "llama a una ambulancia", "No es un diagnóstico");
    }

    @Test
    void nothingButTheWordsDependsOnTheLanguage() {
        for (SymptomCode code : SymptomCode.values()) {
            Evaluation english = evaluated(Languages.ENGLISH, code);
            Evaluation spanish = evaluated(Languages.SPANISH, code);

            assertThat(spanish)
                    .usingRecursiveComparison()
                    .ignoringFields("message", "findings.advice", "findings.headline", "findings.because.says")
                    .isEqualTo(english);
        }
    }

    @Test
    void spanishSaysThatNoSpeakerHasReviewedIt() {
        assertThat(Languages.ENGLISH.reviewedByASpeaker()).isTrue();
        assertThat(Languages.SPANISH.reviewedByASpeaker()).isFalse();
        assertThat(message(Languages.SPANISH, SymptomCode.FEVER)).endsWith("ha revisado aún este texto.");
    }

    @Test
    void theFirstLanguageThatThereIsIsTaken() {
        Locale french = Locale.FRENCH;
        Locale mexican = Locale.forLanguageTag("es-MX");
        assertThat(Languages.first(List.of())).isSameAs(Languages.ENGLISH);
        assertThat(Languages.first(List.of(french))).isSameAs(Languages.ENGLISH);
        assertThat(Languages.first(List.of(french, mexican, Locale.ENGLISH))).isSameAs(Languages.SPANISH);
        assertThat(Languages.first(List.of(Locale.UK, mexican))).isSameAs(Languages.ENGLISH);
    }

    /// Each text that a patient may read, under a name for it.
    private static Map<String, String> patientTexts(Language language) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Rule rule : Catalogue.RULES) {
            for (Urgency urgency : Urgency.values()) {
                texts.put(rule.id() + " " + urgency, language.advice(rule.id(), urgency));
                texts.put(rule.id() + " " + urgency + " on hold", language.adviceOnHold(rule.id(), urgency));
            }
        }
        for (String rule : VisitsTest.NAMING_A_DAY) {
            texts.put(rule + " beside a visit", language.adviceBesideAVisit(rule, false));
            texts.put(rule + " beside a visit on hold", language.adviceBesideAVisit(rule, true));
        }
        texts.put("unreadable report", language.advice("unreadable-report", Urgency.URGENT_SAME_DAY));
        for (SymptomCode code : SymptomCode.values()) {
            if (!language.adviceBesides(code).isEmpty()) {
                texts.put("besides " + code, language.adviceBesides(code));
            }
            texts.put(code.word(), language.told(sign(code, null), DAY));
            texts.put(code.word() + " taken back", language.told(new Said.TakenBack(sighting(code, null)), DAY));
            texts.put(code.word() + " long there", language.told(new Said.LongThere(sighting(code, null)), DAY + 90));
            texts.put(code.word() + " on its day", language.toldOnItsDay(sighting(code, null), DAY));
            if (code.canHappenAgain()) {
                texts.put(code.word() + " again", language.ifItHappensAgain(code));
            }
        }
        for (Said said : List.of(
                new Said.PainLasts(5, 2603, DAY, 4),
                new Said.PainOf(4),
                new Said.PainIsBack(4),
                new Said.PainRises(3, 5.5, 5.5),
                new Said.PainRisesByTheWeek(4),
                new Said.PelvicPain(4),
                new Said.Cracked(),
                new Said.CrackedOn(3),
                new Said.WorseAfterCracking(2, 4),
                new Said.TooMuch(6),
                new Said.Unsettled(2, 4))) {
            texts.put(said.getClass().getSimpleName(), language.told(said, DAY));
        }
        for (SymptomCode code : SymptomCode.MUST_BE_ASKED) {
            texts.put("ask " + code, language.question(code.word()));
        }
        texts.put("ask pain", language.question("pain"));
        texts.put("nobody watches", language.nobodyWatches("112"));
        texts.put("another doctor", language.anotherDoctorToday());
        texts.put("you told us", language.youToldUs());
        texts.put("more urgent", language.moreUrgent());
        texts.put("more urgent on the way", language.moreUrgentOnTheWay());
        texts.put("tell them the rest", language.tellThemTheRest());
        texts.put("taken for", language.takenFor());
        texts.put("not understood", language.notUnderstood());
        texts.put("not understood beside a visit", language.notUnderstoodBesideAVisit());
        texts.put("clinic asks the rest", language.clinicAsksTheRest());
        texts.put("age not known", language.ageNotKnown());
        texts.put("gone", language.callOverWhatIsGone());
        texts.put("gone beside a visit", language.tellOfWhatIsGone());
        texts.put("left out", language.leftOutOfACorrection());
        for (Help help : Help.values()) {
            texts.put("back " + help, language.ifItComesBack(help, false));
            texts.put("again " + help, language.ifItComesBack(help, true));
            texts.put("still so " + help, language.isItStillSo(help));
            texts.put("still so beside a visit " + help, language.isItStillSoBesideAVisit(help));
        }
        texts.put("extent not known", language.extentNotKnown());
        texts.put("not understood of health beside a call", language.healthNotUnderstoodBesideACall());
        texts.put("nothing found of pain that stays", language.nothingFoundOfPainThatStays());
        texts.put("nothing found of known pain", language.nothingFoundOfKnownPain());
        texts.put("tell your clinic", language.tellYourClinicOfThis());
        texts.put("call if it gets worse", language.callIfItGetsWorse());
        texts.put("nothing found but a fever", language.nothingFoundButAFever());
        texts.put("on hold", language.exercisesAreOnHold());
        texts.put("may go on", language.exercisesMayGoOn());
        texts.put("health not understood", language.healthNotUnderstood());
        texts.put("note", language.nobodyReadTheNote());
        texts.put("looked into", language.lookedInto());
        texts.put("keep to it", language.keepToWhatTheySaid());
        texts.put("nothing found", language.nothingFound());
        texts.put("too little", language.weKnowTooLittle());
        texts.put("also", language.weAlsoAsk());
        texts.put("not a diagnosis", language.notADiagnosis());
        texts.forEach(
                (name, text) -> assertThat(text).as(name).isNotBlank().doesNotContainIgnoringCase("chiropractor"));
        return texts;
    }

    private static String message(Language language, SymptomCode code) {
        return evaluated(language, code).message();
    }

    private static Evaluation evaluated(Language language, SymptomCode code) {
        return story().pains("2026-02-01", 4, 4, 4, 4, 4)
                .checkIn("2026-02-05T12:00", fresh(code))
                .on("2026-02-05", language);
    }

    private static Said sign(SymptomCode code, Side side) {
        return new Said.Sign(sighting(code, side));
    }

    private static Sighting sighting(SymptomCode code, Side side) {
        Sighting sighting = new Sighting(
                fresh(code).on(side),
                "r1",
                Instant.parse("2026-02-05T12:00:00Z"),
                DAY,
                Sighting.NOT_SAID,
                Sides.present(side),
                true,
                false,
                false);
        Sighting.tellSpells(List.of(sighting), 14);
        return sighting;
    }
}
