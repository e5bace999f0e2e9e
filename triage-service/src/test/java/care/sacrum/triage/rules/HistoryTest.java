package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.rules;
import static care.sacrum.triage.rules.Story.story;
import static care.sacrum.triage.rules.Story.symptom;
import static care.sacrum.triage.rules.SymptomCode.LEG_TINGLING;
import static care.sacrum.triage.rules.SymptomCode.LOW_BACK_PAIN;
import static care.sacrum.triage.rules.SymptomCode.SADDLE_NUMBNESS;
import static care.sacrum.triage.rules.SymptomCode.URINE_CANNOT_START;
import static care.sacrum.triage.rules.SymptomCode.URINE_LEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Late, twice, corrected, with a wrong clock, and in any order.
class HistoryTest {
    private static final String DAY = "2026-02-05";
    private static final String NOON = DAY + "T12:00";

    @Test
    @Tag("exhaustive")
    void everyOrderOfArrivalGivesTheSameAnswer() {
        Story story = story().checkIn("2026-02-01T09:00", draft -> draft.pain(Pain.now(4)))
                .checkIn("2026-02-03T09:00", fresh(URINE_LEAK))
                .checkIn(
                        "2026-02-04T09:00",
                        Symptom.denied(URINE_LEAK),
                        fresh(LEG_TINGLING).on(Side.LEFT))
                .report(
                        "c1",
                        Kind.CORRECTION,
                        "2026-02-05T09:00",
                        draft -> draft.corrects("r2").symptoms(List.of(Symptom.denied(URINE_LEAK))))
                .report(
                        "c2",
                        Kind.CORRECTION,
                        "2026-02-05T10:00",
                        draft -> draft.corrects("c1").symptoms(List.of(symptom(LOW_BACK_PAIN))))
                .checkIn("2026-02-05T11:00", draft -> draft.pain(Pain.now(6)));
        Evaluation expected = story.on(DAY);
        permute(
                story.reports(),
                0,
                order -> assertThat(story.evaluate(order, story.instant(DAY + "T22:00")))
                        .isEqualTo(expected));
    }

    @Test
    @Tag("exhaustive")
    void anyOrderOfALongHistoryGivesTheSameAnswer() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Story story = story();
            for (int i = 0; i < 30; i++) {
                String at = LocalDate.parse("2026-01-10").plusDays(random.nextInt(30)) + "T"
                        + String.format("%02d:%02d", random.nextInt(24), random.nextInt(60));
                SymptomCode code = SymptomCode.values()[random.nextInt(SymptomCode.values().length)];
                Symptom said = random.nextInt(3) == 0 ? Symptom.denied(code) : symptom(code);
                double score = random.nextInt(11);
                Kind kind = Kind.values()[random.nextInt(4)];
                String corrected = "r" + random.nextInt(30);
                story.report(
                        "r" + i,
                        kind,
                        at,
                        draft -> draft.pain(Pain.now(score))
                                .corrects(kind == Kind.CORRECTION ? corrected : null)
                                .symptoms(List.of(said)));
            }
            List<Report> shuffled = new ArrayList<>(story.reports());
            shuffled.addAll(shuffled.subList(0, 10));
            Collections.shuffle(shuffled, random);
            assertThat(story.evaluate(shuffled, story.instant("2026-02-10T22:00")))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(story.on("2026-02-10"));
        }
    }

    @Test
    void aReportNotYetReceivedDoesNotCount() {
        Story story = story().checkIn(
                        NOON,
                        draft -> draft.symptoms(List.of(fresh(URINE_LEAK)))
                                .receivedAt(Instant.parse("2026-02-07T12:00:00Z")));
        assertThat(rules(story.at("2026-02-07T11:59"))).isEmpty();
        assertThat(rules(story.at("2026-02-07T12:00"))).containsExactly("ces-bladder");
    }

    @Test
    void theSameIdTwiceIsTheFirstContent() {
        Story story = story().checkIn(NOON, fresh(LEG_TINGLING));
        Report first = story.reports().getFirst();
        story.add(first);
        assertThat(story.on(DAY).setAside()).isEmpty();
        story.add(first.with(draft -> draft.symptoms(List.of()).receivedAt(story.instant(DAY + "T13:00"))));
        Evaluation evaluation = story.on(DAY);
        assertThat(rules(evaluation)).containsExactly("nerve-root");
        assertThat(evaluation.setAside()).extracting(SetAside::field).containsExactly("reportId");
    }

    @Test
    void whichOfTwoContentsCameFirstDoesNotDependOnTheirPlaceInTheList() {
        Report one = Report.of("r1", Kind.SYMPTOM_CHECK_IN, Instant.parse("2026-02-05T12:00:00Z"), Story.LONDON)
                .with(draft -> draft.symptoms(List.of(fresh(URINE_LEAK))));
        Report other = one.with(draft -> draft.symptoms(List.of(fresh(LEG_TINGLING))));
        Instant at = Instant.parse("2026-02-05T20:00:00Z");
        Evaluation evaluation = story().evaluate(List.of(one, other), at);
        assertThat(story().evaluate(List.of(other, one), at)).isEqualTo(evaluation);
        assertThat(evaluation.setAside()).extracting(SetAside::field).containsExactly("reportId");
        // Where neither was received before the other, the one that tells of the worse counts.
        assertThat(rules(evaluation)).containsExactly("ces-bladder");
    }

    @Test
    void theSameContentSentAgainIsNoContradictionHoweverLate() {
        Story story = story().checkIn(NOON, fresh(LEG_TINGLING));
        Report first = story.reports().getFirst();
        story.add(first.with(
                draft -> draft.receivedAt(story.instant(DAY + "T15:00")).sentAt(story.instant(DAY + "T15:00"))));
        assertThat(story.on(DAY).setAside()).isEmpty();
    }

    @Test
    void aContradictionIsNamedOnceAndNotBeforeItIsReceived() {
        Story story = story().checkIn(NOON, fresh(LEG_TINGLING));
        Report first = story.reports().getFirst();
        story.add(first.with(draft -> draft.symptoms(List.of()).receivedAt(story.instant(DAY + "T14:00"))));
        story.add(first.with(draft -> draft.pain(Pain.now(3)).receivedAt(story.instant(DAY + "T15:00"))));
        assertThat(story.at(DAY + "T13:59").setAside()).isEmpty();
        assertThat(story.at(DAY + "T14:00").setAside()).hasSize(1);
        assertThat(story.at(DAY + "T15:00").setAside()).hasSize(1);
    }

    @Test
    void ofTwoReportsOfOneMomentTheOneWithTheSmallerNameSpeaksFirst() {
        Report a = Report.of("a", Kind.SESSION, Instant.parse("2026-02-05T09:00:00Z"), Story.LONDON)
                .with(draft -> draft.pain(Pain.now(4)));
        Report b = Report.of("b", Kind.SESSION, Instant.parse("2026-02-05T09:00:00Z"), Story.LONDON)
                .with(draft -> draft.pain(Pain.now(4)));
        for (List<Report> order : List.of(List.of(a, b), List.of(b, a))) {
            Story story = story().pains("2026-02-01", 4, 4, 4, 4);
            order.forEach(story::add);
            assertThat(Story.finding(story.on(DAY), "persist-t1")
                            .because()
                            .getFirst()
                            .reportId())
                    .isEqualTo("a");
        }
    }

    // Corrections

    @Test
    void withinAnHourACorrectionReplacesTheOriginalWholly() {
        assertThat(rules(corrected("2026-02-05T13:00", Symptom.denied(URINE_LEAK))
                        .on(DAY)))
                .isEmpty();
        assertThat(rules(corrected("2026-02-05T13:00").on(DAY))).isEmpty();
    }

    @Test
    void laterADeniedRedFlagCountsAsDeniedAtTheMomentOfCorrecting() {
        assertThat(rules(corrected("2026-02-05T13:01", Symptom.denied(URINE_LEAK))
                        .on(DAY)))
                .containsExactly("ces-retracted");
    }

    @Test
    void laterACodeLeftOutIsNotWithdrawn() {
        assertThat(rules(corrected("2026-02-05T13:01").on(DAY))).containsExactly("ces-bladder");
    }

    @Test
    void aCorrectionNotMadeAfterItsOriginalWasMadeWhenItWasReceived() {
        Story story = story().checkIn(NOON, fresh(URINE_LEAK))
                .report(
                        "c",
                        Kind.CORRECTION,
                        "2026-02-05T11:00",
                        draft -> draft.corrects("r1")
                                .symptoms(List.of(Symptom.denied(URINE_LEAK)))
                                .receivedAt(Instant.parse("2026-02-05T14:00:00Z")));
        assertThat(rules(story.on(DAY))).containsExactly("ces-retracted");
    }

    @Test
    void aCorrectedContentStandsAtTheOriginalsTime() {
        Story story = story().pains("2026-02-01", 4, 0, 4, 4, 4)
                .report(
                        "c",
                        Kind.CORRECTION,
                        "2026-02-05T20:00",
                        draft -> draft.corrects("r2").pain(Pain.now(4)));
        assertThat(rules(story.on(DAY))).contains("persist-t1");
    }

    @Test
    void aRedFlagSaidAgainInALaterCorrectionIsNoLongerRetracted() {
        Story story = corrected("2026-02-05T14:00", Symptom.denied(URINE_LEAK))
                .report(
                        "c2",
                        Kind.CORRECTION,
                        "2026-02-05T15:00",
                        draft -> draft.corrects("r1").symptoms(List.of(symptom(URINE_LEAK))));
        assertThat(rules(story.on(DAY))).containsExactly("ces-bladder");
    }

    @Test
    void aCorrectionOfNothingKnownStillCounts() {
        Evaluation evaluation = story().report(
                        "c",
                        Kind.CORRECTION,
                        NOON,
                        draft -> draft.corrects("nobody").symptoms(List.of(fresh(URINE_LEAK))))
                .on(DAY);
        assertThat(rules(evaluation)).containsExactly("ces-bladder");
        assertThat(evaluation.setAside()).extracting(SetAside::field).containsExactly("corrects");
    }

    @Test
    void correctionsOfEachOtherStillCount() {
        Story story = story().report(
                        "a", Kind.CORRECTION, NOON, draft -> draft.corrects("b").symptoms(List.of(fresh(URINE_LEAK))))
                .report("b", Kind.CORRECTION, NOON, draft -> draft.corrects("a"));
        assertThat(rules(story.on(DAY))).containsExactly("ces-bladder");
    }

    private static Story corrected(String at, Symptom... says) {
        return story().checkIn(NOON, fresh(URINE_LEAK))
                .report("c", Kind.CORRECTION, at, draft -> draft.corrects("r1").symptoms(List.of(says)));
    }

    @Test
    void aSignThatALateCorrectionTellsInAnotherWayIsWhatItSaysNow() {
        Story story = story().checkIn(NOON, fresh(URINE_LEAK), fresh(SADDLE_NUMBNESS))
                .report(
                        "c",
                        Kind.CORRECTION,
                        "2026-02-05T15:00",
                        draft -> draft.corrects("r1")
                                .symptoms(List.of(Symptom.denied(URINE_LEAK), Story.old(SADDLE_NUMBNESS))));
        assertThat(rules(story.on(DAY))).containsExactly("ces-retracted", "ces-existing");
    }

    @Test
    void ofTwoCorrectionsTheLaterMomentHasTheLastWordWhateverTheirNames() {
        Story denied = corrections("c1", "2026-02-05T15:00", false, "c2", "2026-02-05T14:00", true);
        assertThat(rules(denied.on(DAY))).containsExactly("ces-retracted");
        Story told = corrections("c1", "2026-02-05T15:00", true, "c2", "2026-02-05T14:00", false);
        assertThat(rules(told.on(DAY))).containsExactly("ces-bladder");
    }

    private static Story corrections(
            String one, String at, boolean present, String other, String otherAt, boolean otherPresent) {
        return story().checkIn(NOON, fresh(URINE_LEAK))
                .report(
                        one,
                        Kind.CORRECTION,
                        at,
                        draft -> draft.corrects("r1")
                                .symptoms(List.of(present ? symptom(URINE_LEAK) : Symptom.denied(URINE_LEAK))))
                .report(
                        other,
                        Kind.CORRECTION,
                        otherAt,
                        draft -> draft.corrects("r1")
                                .symptoms(List.of(otherPresent ? symptom(URINE_LEAK) : Symptom.denied(URINE_LEAK))));
    }

    @Test
    void ofTwoCorrectionsOfOneMomentTheOneReceivedLaterHasTheLastWordAndElseTheOneWithTheLaterName() {
        assertThat(rules(ofOneMoment("c1", "16:00", false, "c2", "15:00", true).on(DAY)))
                .containsExactly("ces-retracted");
        assertThat(rules(ofOneMoment("c1", "16:00", true, "c2", "15:00", false).on(DAY)))
                .containsExactly("ces-bladder");
        for (String[] names : new String[][] {{"c1", "c2"}, {"c2", "c1"}}) {
            boolean firstIsLast = names[0].equals("c2");
            assertThat(rules(ofOneMoment(names[0], "15:00", firstIsLast, names[1], "15:00", !firstIsLast)
                            .on(DAY)))
                    .containsExactly("ces-bladder");
            assertThat(rules(ofOneMoment(names[0], "15:00", !firstIsLast, names[1], "15:00", firstIsLast)
                            .on(DAY)))
                    .containsExactly("ces-retracted");
        }
    }

    private static Story ofOneMoment(
            String one, String received, boolean present, String other, String otherReceived, boolean otherPresent) {
        Story story = corrections(one, "2026-02-05T14:00", present, other, "2026-02-05T14:00", otherPresent);
        Story received2 = story();
        for (Report report : story.reports()) {
            String at = report.reportId().equals(one) ? received : otherReceived;
            received2.add(
                    report.kind() == Kind.CORRECTION
                            ? report.with(draft -> draft.receivedAt(story.instant(DAY + "T" + at)))
                            : report);
        }
        return received2;
    }

    @Test
    void aNerveSignThatALateCorrectionDeniesWasNeverThere() {
        Story story = story().checkIn(NOON, fresh(LEG_TINGLING))
                .report(
                        "c",
                        Kind.CORRECTION,
                        "2026-02-05T15:00",
                        draft -> draft.corrects("r1").symptoms(List.of(Symptom.denied(LEG_TINGLING))));
        assertThat(story.on(DAY).findings()).isEmpty();
    }

    @Test
    void presentAndDeniedInALateCorrectionIsPresent() {
        assertThat(rules(corrected("2026-02-05T15:00", Symptom.denied(URINE_LEAK), fresh(URINE_LEAK))
                        .on(DAY)))
                .containsExactly("ces-bladder");
    }

    @Test
    void aLateDenialOfARedFlagThatWasNotToldTakesNothingBackAndAnswersAtTheTimeOfTheOriginal() {
        Story story = story().pains(DAY, 1)
                .checkIn(NOON, draft -> draft)
                .report(
                        "c",
                        Kind.CORRECTION,
                        "2026-02-10T12:00",
                        draft -> draft.corrects("r2").symptoms(List.of(Symptom.denied(URINE_LEAK))));
        assertThat(story.on("2026-02-12").findings()).isEmpty();
        assertThat(story.on("2026-02-12").missing()).doesNotContain("urine_leak");
        assertThat(story.on("2026-02-13").missing()).contains("urine_leak");
    }

    @Test
    void aCorrectionOfWhoKnowsWhenIsNamed() {
        Story story = story().checkIn(NOON, fresh(URINE_LEAK))
                .add(Report.of("c", Kind.CORRECTION, Instant.parse("2029-01-01T12:00:00Z"), Story.LONDON)
                        .with(draft -> draft.corrects("r1").receivedAt(Instant.parse("2026-02-05T14:00:00Z"))));
        assertThat(story.on(DAY).dateUncertain()).containsExactly("c");
    }

    @Test
    void contradictionsAreNamedInOneOrderWhateverCameFirst() {
        Report a = Report.of("a", Kind.SESSION, Instant.parse("2026-02-05T12:00:00Z"), Story.LONDON);
        Report b = Report.of("b", Kind.SESSION, Instant.parse("2026-02-05T13:00:00Z"), Story.LONDON);
        Report otherA = a.with(draft -> draft.pain(Pain.now(1)));
        Report otherB = b.with(draft -> draft.pain(Pain.now(1)));
        Instant at = Instant.parse("2026-02-05T20:00:00Z");
        for (List<Report> order : List.of(List.of(a, b, otherA, otherB), List.of(b, a, otherB, otherA))) {
            assertThat(story().evaluate(order, at).setAside())
                    .extracting(SetAside::reportId)
                    .containsExactly("a", "b");
        }
    }

    // Clocks

    @Test
    void aClockThatIsDaysWrongIsPutRight() {
        Instant truly = Instant.parse("2026-02-05T12:00:00Z");
        for (int daysOff : new int[] {-900, -3, 2, 700}) {
            Instant device = truly.plus(Duration.ofDays(daysOff));
            LocalDate deviceDay = LocalDate.parse(DAY).plusDays(daysOff);
            Story story = story().add(Report.of("r1", Kind.SESSION, device, Story.LONDON)
                    .with(draft -> draft.symptoms(
                                    List.of(fresh(URINE_CANNOT_START).since(deviceDay)))
                            .sentAt(device.plusSeconds(60))
                            .receivedAt(truly.plusSeconds(60))));
            Evaluation evaluation = story.on(DAY);
            assertThat(rules(evaluation)).as("%d days off", daysOff).containsExactly("ces-bladder");
            assertThat(evaluation.findings().getFirst().because().getFirst().localDay())
                    .isEqualTo(DAY);
            assertThat(evaluation.dateUncertain()).isEmpty();
        }
    }

    @Test
    void anOnsetByAWrongCalendarIsPutRightFromADayOnAndTheNearerReadingCounts() {
        // A day behind: the onset that the device dates to the day before is the day itself.
        assertThat(began(Duration.ofHours(24), "2026-02-04")).isEqualTo("2026-02-05");
        assertThat(began(Duration.ofMinutes(24 * 60 - 1), "2026-02-04")).isEqualTo("2026-02-04");
        // The patient may know the date better than the device: the reading that is nearer counts.
        assertThat(began(Duration.ofDays(700), "2026-02-05")).isEqualTo("2026-02-05");
        assertThat(began(Duration.ofDays(-700), "2026-02-01")).isEqualTo("2026-02-01");
        assertThat(began(Duration.ofDays(-700), "2028-01-06")).isEqualTo("2026-02-05");
        assertThat(began(Duration.ZERO, "2026-02-05")).isEqualTo("2026-02-05");
    }

    @Test
    void anOnsetByACalendarThatCannotBeIsReadFromTheReceipt() {
        // The device takes the day of the receipt for 6 January 2028, and says nothing of when it sent.
        Story story = story().add(Report.of("r1", Kind.SESSION, Instant.parse("2028-01-06T12:00:00Z"), Story.LONDON)
                .with(draft -> draft.symptoms(List.of(fresh(URINE_LEAK).since(LocalDate.parse("2028-01-05"))))
                        .receivedAt(Instant.parse("2026-02-05T12:00:00Z"))));
        assertThat(story.on(DAY).findings().getFirst().evidenceKeys()).containsExactly("urine_leak@2026-02-04");
    }

    /// When a leak began by a device that is so far behind.
    private static String began(Duration behind, String onset) {
        Instant truly = Instant.parse("2026-02-05T23:30:00Z");
        Evaluation evaluation = story().add(Report.of("r1", Kind.SESSION, truly.minus(behind), Story.LONDON)
                        .with(draft -> draft.symptoms(List.of(fresh(URINE_LEAK).since(LocalDate.parse(onset))))
                                .sentAt(truly.minus(behind))
                                .receivedAt(truly)))
                .at(DAY + "T23:45");
        return evaluation.findings().getFirst().evidenceKeys().iterator().next().split("@")[1];
    }

    @Test
    void ofTwoReportsAtOneInstantTheOneReceivedFirstSpeaksFirst() {
        Story story = story().pains("2026-02-01", 4, 4, 4, 4);
        Report late = Report.of("a", Kind.SESSION, Instant.parse("2026-02-05T09:00:00Z"), Story.LONDON)
                .with(draft -> draft.pain(Pain.now(4)).receivedAt(Instant.parse("2026-02-05T11:00:00Z")));
        Report early = Report.of("b", Kind.SESSION, Instant.parse("2026-02-05T09:00:00Z"), Story.LONDON)
                .with(draft -> draft.pain(Pain.now(4)).receivedAt(Instant.parse("2026-02-05T10:00:00Z")));
        story.add(late).add(early);
        assertThat(Story.finding(story.on(DAY), "persist-t1")
                        .because()
                        .getFirst()
                        .reportId())
                .isEqualTo("b");
    }

    @Test
    void twoMinutesOffIsNoWrongClock() {
        // Uploaded just after midnight by a clock two minutes slow: the day stays the day the device says.
        Instant observed = Instant.parse("2026-02-04T23:59:00Z");
        for (int seconds : new int[] {120, 121}) {
            Story story = story().add(Report.of("r1", Kind.SESSION, observed, Story.LONDON)
                    .with(draft -> draft.symptoms(List.of(fresh(LEG_TINGLING)))
                            .sentAt(observed)
                            .receivedAt(observed.plusSeconds(seconds))));
            assertThat(story.on(DAY).findings().getFirst().because().getFirst().localDay())
                    .isEqualTo(seconds == 120 ? "2026-02-04" : DAY);
        }
    }

    @Test
    void aTimeThatCannotBeKeepsItsRedFlagsAndLosesItsScores() {
        Instant received = Instant.parse("2026-02-05T12:00:00Z");
        record At(Duration observed, boolean uncertain) {}
        for (At at : List.of(
                new At(Duration.ofMinutes(10), false),
                new At(Duration.ofMinutes(10).plusSeconds(1), true),
                new At(Duration.ofDays(-400), false),
                new At(Duration.ofDays(-400).minusSeconds(1), true))) {
            Story story = story().add(Report.of("r1", Kind.SESSION, received.plus(at.observed()), Story.LONDON)
                    .with(draft -> draft.symptoms(List.of(fresh(SADDLE_NUMBNESS)))
                            .pain(Pain.now(4))
                            .receivedAt(received)));
            Evaluation evaluation = story.at("2026-02-05T13:00");
            assertThat(evaluation.dateUncertain()).as("%s", at).hasSize(at.uncertain() ? 1 : 0);
            if (at.uncertain()) {
                assertThat(rules(evaluation)).containsExactly("ces-saddle");
            }
        }
        Story scores = story();
        for (int day = 1; day <= 5; day++) {
            Instant far = Instant.parse("2028-02-0" + day + "T12:00:00Z");
            Instant received2 = Instant.parse("2026-02-0" + day + "T12:00:00Z");
            scores.add(Report.of("r" + day, Kind.SESSION, far, Story.LONDON)
                    .with(draft -> draft.pain(Pain.now(8)).receivedAt(received2)));
        }
        Evaluation evaluation = scores.on(DAY);
        assertThat(rules(evaluation)).isEmpty();
        assertThat(evaluation.missing()).contains("pain");
        assertThat(evaluation.dateUncertain()).hasSize(5);
    }

    @Test
    void aDenialOfWhoKnowsWhenTakesNothingBack() {
        Story story = story().checkIn(NOON, fresh(URINE_LEAK))
                .add(Report.of("old", Kind.SYMPTOM_CHECK_IN, Instant.parse("2020-01-01T12:00:00Z"), Story.LONDON)
                        .with(draft -> draft.symptoms(List.of(Story.allDenied()))
                                .receivedAt(Instant.parse("2026-02-05T13:00:00Z"))));
        assertThat(rules(story.on(DAY))).containsExactly("ces-bladder");
        Story alone = story().add(story.reports().getLast());
        assertThat(alone.on(DAY).missing()).hasSize(SymptomCode.MUST_BE_ASKED.size() + 1);
    }

    @Test
    void aReportFromAPhoneThatWasOfflineIsPutInItsPlace() {
        Story story = story().pains("2026-02-01", 4, 4);
        for (int day = 3; day <= 5; day++) {
            story.checkIn(
                    "2026-02-0" + day + "T09:00",
                    draft -> draft.pain(Pain.now(4)).receivedAt(Instant.parse("2026-02-06T09:00:00Z")));
        }
        assertThat(rules(story.on(DAY))).doesNotContain("persist-t1");
        assertThat(rules(story.on("2026-02-06"))).contains("persist-t1");
    }

    @Test
    void todayIsTheDayWhereThePatientLastWas() {
        // Two days after the last report in Auckland, which in London is one day less.
        Story story = story().in("Pacific/Auckland").pains("2026-02-01", 4, 4, 4, 4, 4);
        assertThat(rules(story.at("2026-02-07T23:59"))).contains("persist-t1");
        assertThat(rules(story.at("2026-02-08T00:00"))).doesNotContain("persist-t1");
    }

    private static void permute(List<Report> reports, int from, java.util.function.Consumer<List<Report>> each) {
        if (from == reports.size()) {
            each.accept(reports);
            return;
        }
        for (int i = from; i < reports.size(); i++) {
            List<Report> swapped = new ArrayList<>(reports);
            Collections.swap(swapped, from, i);
            permute(swapped, from + 1, each);
        }
    }
}
