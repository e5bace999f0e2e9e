package care.sacrum.triage.rules;

import static care.sacrum.triage.rules.Languages.ENGLISH;
import static care.sacrum.triage.rules.Languages.SPANISH;
import static care.sacrum.triage.rules.Story.allDenied;
import static care.sacrum.triage.rules.Story.fresh;
import static care.sacrum.triage.rules.Story.old;
import static care.sacrum.triage.rules.Story.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Two days for one visit are none: a message names the soonest.
class VisitsTest {
    static final List<Language> ALL = Languages.ALL;

    /// Rules whose advice names a day for a visit that may stand beside a sooner one.
    static final List<String> NAMING_A_DAY = List.of(
            "ces-retracted",
            "ces-existing",
            "cancer-pain",
            "nerve-root",
            "radicular-pain",
            "stenosis-claudication",
            "constitutional",
            "worsening-trend",
            "persist-t1",
            "persist-t2",
            "persist-t3",
            "flare",
            "inflammatory",
            "manip-repeat",
            "load-not-settling",
            "pregnancy",
            "manip-flare",
            "other-medical");

    private static final Map<Language, List<String>> DAYS = Map.of(
            ENGLISH,
            List.of(
                    "today",
                    "within a day",
                    "in the next few days",
                    "this week",
                    "in the next week or two",
                    "Book a visit if"),
            SPANISH,
            List.of("hoy", "mañana", "los próximos días", "estos días", "unos días", "esta semana"));

    @ParameterizedTest
    @FieldSource("ALL")
    void besideASoonerVisitNoAdviceNamesADay(Language language) {
        for (String rule : NAMING_A_DAY) {
            for (boolean onHold : new boolean[] {true, false}) {
                assertThat(days(language, language.adviceBesideAVisit(rule, onHold)))
                        .as(rule)
                        .isEmpty();
            }
        }
    }

    /// Whether or not the programme is on hold, and beside a sign that can not be read or without.
    @ParameterizedTest
    @FieldSource("ALL")
    void ofAnyTwoFindingsOneDayIsNamed(Language language) {
        List<Finding> all = each(language);
        for (Finding one : all) {
            for (Finding other : all) {
                if (one.rule().equals(other.rule()) || one.urgency().compareTo(other.urgency()) > 0) {
                    continue;
                }
                for (boolean unread : new boolean[] {true, false}) {
                    String message = message(language, unread, one, other);
                    assertThat(days(language, message))
                            .as("%s %s, %s %s: %s", one.rule(), one.urgency(), other.rule(), other.urgency(), message)
                            .hasSizeLessThanOrEqualTo(1);
                    if (!unread && one.urgency() != Urgency.EMERGENCY_NOW) {
                        assertThat(message).startsWith(one.advice());
                    }
                }
            }
        }
    }

    /// What is said of a finding alone is not lost beside another: something of it stays, where it is told at all.
    @ParameterizedTest
    @FieldSource("ALL")
    void besideASoonerVisitSomethingOfTheLaterAdviceIsLeft(Language language) {
        List<Finding> all = each(language);
        for (Finding one : all) {
            for (Finding other : all) {
                boolean both = one.urgency() == Urgency.SOON
                        && other.urgency() == Urgency.ROUTINE
                        && other.family() != Family.PERSISTENCE;
                if (both) {
                    assertThat(message(language, false, one, other).split("\n\n"))
                            .as("%s, %s", one.rule(), other.rule())
                            .hasSize(4);
                }
            }
        }
    }

    @Test
    void aVisitInAFewDaysLeavesNoOtherDate() {
        Symptom walking = old(SymptomCode.LEG_PAIN)
                .on(Side.BOTH)
                .downTo(Extent.BELOW_KNEE)
                .comingOnlyOnWalking();
        assertThat(story().checkIn("2026-02-05T12:00", walking).on("2026-02-05").message())
                .startsWith("See a doctor in the next few days.")
                .contains(
                        "Keep moving gently with easier exercises. Pain that runs down the leg should be looked at, too.")
                .doesNotContain("week");
    }

    @Test
    void whoIsToCallTodayReadsOfNoLaterDay() {
        String message = story().checkIn(
                        "2026-02-05T12:00",
                        draft -> draft.symptoms(List.of(fresh(SymptomCode.LEG_TINGLING)))
                                .signUnread(true))
                .on("2026-02-05")
                .message();
        assertThat(message)
                .startsWith("You told us of a sign, and this program can not read all that you told. Call your clinic"
                        + " today")
                .contains("Stop your exercises for now.", "A doctor or a physical therapist should look at it.")
                .doesNotContain("next few days");
    }

    @Test
    void whoIsSeenTodayTellsThereOfTheSignThatCouldNotBeRead() {
        String message = story().checkIn(
                        "2026-02-05T12:00",
                        draft -> draft.symptoms(List.of(fresh(SymptomCode.CALF_SWELLING_WARM)))
                                .signUnread(true))
                .on("2026-02-05")
                .message();
        assertThat(message)
                .startsWith("Be seen by a doctor today.")
                .contains("can not read all that you told. Tell the doctor what you feel.")
                .doesNotContain("Call your clinic");
    }

    @Test
    void whatNamesNoVisitLeavesThatOfAnotherAsItIs() {
        Finding tooMuch = finding(ENGLISH, "load-ease", Urgency.SELF_CARE);
        Finding flare = finding(ENGLISH, "flare", Urgency.SELF_CARE);
        assertThat(message(ENGLISH, false, flare, tooMuch)).contains("Book a visit if it lasts more than a few days.");
        assertThat(message(ENGLISH, false, finding(ENGLISH, "inflammatory", Urgency.ROUTINE), flare))
                .contains("Your pain is back. Do what helped you last time, gently.")
                .doesNotContain("Book a visit if");
        assertThat(story().checkIn("2026-02-05T12:00", allDenied())
                        .on("2026-02-05")
                        .message())
                .doesNotContain("Book a visit");
    }

    private static List<String> days(Language language, String text) {
        return DAYS.get(language).stream().filter(text::contains).toList();
    }

    private static String message(Language language, boolean unread, Finding... findings) {
        Course course = new Course(0, false, Course.Lasting.NO, List.of(), List.of());
        Unclear unclear = new Unclear(Story.patient(41), List.of(), false, false, unread, false);
        return language.message(
                findings[0].urgency(), Exercises.AS_ADVISED, List.of(findings), List.of(), Map.of(), unclear, course);
    }

    /// Each rule at each of its levels, the most urgent first.
    private static List<Finding> each(Language language) {
        List<Finding> all = new ArrayList<>();
        for (RuleCard rule : Triage.rules(language)) {
            rule.levels().stream()
                    .map(RuleCard.Level::urgency)
                    .distinct()
                    .forEach(urgency -> all.add(finding(language, rule.id(), urgency)));
        }
        all.sort(Comparator.comparing(Finding::urgency));
        return all;
    }

    private static Finding finding(Language language, String rule, Urgency urgency) {
        RuleCard card = Triage.rules(language).stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .orElseThrow();
        Programme programme = card.levels().stream()
                .filter(level -> level.urgency() == urgency)
                .findFirst()
                .orElseThrow()
                .programme();
        return new Finding(
                rule,
                1,
                card.family(),
                urgency,
                List.of(),
                List.of(),
                rule,
                language.advice(rule, urgency).strip(),
                List.of(),
                Certainty.LOW,
                programme,
                Set.of(),
                Instant.MAX,
                rule);
    }
}
