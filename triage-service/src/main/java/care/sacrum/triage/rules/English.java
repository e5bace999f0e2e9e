package care.sacrum.triage.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Every word that a patient or a clinician reads, in English: reasons for the clinician in one line, advice for the
/// patient at a reading age of 9 to 11. Another language stands beside this one; no rule holds a text.
final class English {

    private English() {}

    // For the clinician

    static final String CRACKED = "cracked the lower back by force";
    static final String WORSE_AFTER_IT = "2 points more pain within 48 hours";
    static final String TOO_MUCH = "pain above 5 during or after the session";
    static final String UNSETTLED = "2 points more pain on the morning after this session";

    static String says(Sighting sighting) {
        String what = what(sighting);
        LocalDate began = LocalDate.ofEpochDay(sighting.began());
        if (sighting.worse()) {
            return what + ", worse than before";
        }
        if (sighting.isNew) {
            return what + ", new since " + began;
        }
        return sighting.onsetDay == Sighting.NOT_SAID ? what + ", not new" : what + ", since " + began;
    }

    static String retracted(Sighting sighting) {
        return what(sighting) + ", told as new on " + LocalDate.ofEpochDay(sighting.day) + " and denied since";
    }

    static String painLasts(int symptomaticDays, int spanDays, int firstDay, double latest) {
        return "pain on %d days of %d since %s, %s on the latest: longer than a few days"
                .formatted(symptomaticDays, spanDays, LocalDate.ofEpochDay(firstDay), score(latest));
    }

    static String painOf(double score) {
        return "pain of " + score(score);
    }

    static String painIsBack(double score) {
        return painOf(score) + " is back";
    }

    static String painRisesByTheWeek(double score) {
        return painOf(score) + ", rising week by week";
    }

    static String pelvicPain(double score) {
        return "pelvic or sacral pain of " + score(score);
    }

    static String painRises(double from, double to) {
        return "pain risen from " + score(from) + " to " + score(to);
    }

    static String cracked(int days) {
        return CRACKED + " on " + days + " of 7 days";
    }

    static String score(double score) {
        return score == Math.rint(score) ? Integer.toString((int) score) : Double.toString(score);
    }

    static String headline(List<Because> because, Family family) {
        // A sign told first as new and later as there already is one sign: the latest telling speaks for it.
        Map<String, String> reasons = new LinkedHashMap<>();
        boolean each = family != Family.PERSISTENCE && family != Family.SELF_MANIPULATION;
        for (Because one : because) {
            if (reasons.size() < (each ? 2 : 1)) {
                reasons.putIfAbsent(one.says().split(",", 2)[0], one.says());
            }
        }
        String line = reasons.isEmpty() ? words(family) : String.join("; ", reasons.values());
        return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    private static String words(Family family) {
        return family.word().replace('_', ' ');
    }

    private static String what(Sighting sighting) {
        String phrase = phrase(sighting.code);
        if ((sighting.sides & Sides.LEGS) == Sides.LEGS) {
            return phrase + (ofTheLeg(sighting.code) ? " in both legs" : " on both sides");
        }
        if ((sighting.sides & Sides.LEGS) != Sides.NONE) {
            String side = Sides.word(sighting.sides & Sides.LEGS);
            return phrase + (ofTheLeg(sighting.code) ? " in the " + side + " leg" : " on the " + side);
        }
        return ofTheLeg(sighting.code) ? phrase + " in the leg" : phrase;
    }

    private static boolean ofTheLeg(SymptomCode code) {
        return switch (code) {
            case LEG_NUMBNESS, LEG_TINGLING, ODD_LEG_FEELINGS, LEG_WEAKNESS, LEG_HEAVINESS, LEG_PAIN -> true;
            default -> false;
        };
    }

    private static String phrase(SymptomCode code) {
        return switch (code) {
            case URINE_CANNOT_START -> "cannot start passing urine";
            case URINE_LEAK -> "leaks urine";
            case URINE_REDUCED_FEELING -> "feels less when passing urine";
            case BOWEL_LEAK -> "leaks stool";
            case BOWEL_REDUCED_FEELING -> "feels less when passing stool";
            case SADDLE_NUMBNESS -> "numb between the legs";
            case SADDLE_TINGLING -> "tingling between the legs";
            case SEXUAL_FUNCTION_CHANGE -> "change in sexual function";
            case LEG_NUMBNESS -> "numbness";
            case LEG_TINGLING -> "tingling";
            case ODD_LEG_FEELINGS -> "odd feelings";
            case LEG_WEAKNESS -> "weakness";
            case LEG_HEAVINESS -> "heaviness";
            case LEG_PAIN -> "pain";
            default -> code.word().replace('_', ' ');
        };
    }

    // For the patient

    private static final String GO_NOW = "Go to the emergency department now. Do not wait for a booked visit. ";
    private static final String DO_NOT_EXERCISE = "Do not exercise. ";

    static String advice(String rule, Urgency urgency) {
        boolean emergency = urgency == Urgency.EMERGENCY_NOW;
        return switch (rule) {
            case "ces-bladder" ->
                GO_NOW + DO_NOT_EXERCISE
                        + "New trouble with your bladder can mean that nerves low in your back are being squeezed.";
            case "ces-bowel" ->
                GO_NOW + DO_NOT_EXERCISE
                        + "New trouble with your bowels can mean that nerves low in your back are being squeezed.";
            case "ces-saddle" ->
                GO_NOW + DO_NOT_EXERCISE
                        + "New numbness or tingling between your legs can mean that nerves low in your back are being "
                        + "squeezed.";
            case "ces-sexual" ->
                emergency
                        ? GO_NOW + DO_NOT_EXERCISE
                                + "These new changes together can mean that nerves low in your back are being squeezed."
                        : "Speak to a doctor today about the change in your sex life or in feeling there. "
                                + DO_NOT_EXERCISE;
            case "ces-retracted" ->
                "Call a doctor %s. You told us of a warning sign and later said that it is not there. "
                                .formatted(urgency == Urgency.SOON ? "in the next few days" : "today")
                        + "Someone should talk it through with you, even if it has gone.";
            case "ces-existing" ->
                "Have your bladder, bowel or numbness problem checked %s. "
                                .formatted(urgency == Urgency.SOON ? "in the next few days" : "today")
                        + "It may be old, but we do not know that a doctor has looked at it.";
            case "motor-major" ->
                GO_NOW + DO_NOT_EXERCISE + "New weakness like this can mean that a nerve is badly squeezed.";
            case "motor-progressive" ->
                "Be seen by a doctor today. " + DO_NOT_EXERCISE + "Weak or heavy legs need to be tested by hand.";
            case "bilateral-leg" ->
                emergency
                        ? GO_NOW + DO_NOT_EXERCISE + "Trouble in both legs can come from the nerves low in your back."
                        : "Be seen by a doctor today. " + DO_NOT_EXERCISE
                                + "Trouble in both legs can come from the nerves low in your back.";
            case "cancer-neuro" ->
                GO_NOW + DO_NOT_EXERCISE
                        + "Because you have had cancer, new trouble in your legs must be looked at now.";
            case "cancer-pain" ->
                "Call your doctor %s. ".formatted(urgency == Urgency.SOON ? "in the next few days" : "within a day")
                        + "Tell them that you have had cancer and that your back hurts.";
            case "infection-neuro" ->
                GO_NOW + DO_NOT_EXERCISE + "A fever or chills together with these signs can mean an infection.";
            case "infection-risk" ->
                "Be seen by a doctor today. " + DO_NOT_EXERCISE + "Back pain like this can come from an infection.";
            case "trauma-major" ->
                "Call an ambulance or go to the emergency department now. Keep still until you are helped. "
                        + DO_NOT_EXERCISE;
            case "fracture-risk" ->
                "Be seen by a doctor today. Stop your exercises. A bone may be cracked, and only a doctor can tell.";
            case "nonspinal" ->
                emergency
                        ? "Call an ambulance now. This can be serious and may have nothing to do with your back. "
                                + DO_NOT_EXERCISE
                        : "Be seen by a doctor today. Do not rub or massage the sore place. " + DO_NOT_EXERCISE;
            case "severe-unremitting" ->
                "Be seen by a doctor today. Pain this strong that does not let up needs help. " + DO_NOT_EXERCISE;
            case "nerve-root" ->
                "Stop your exercises for now and see a doctor or a physical therapist this week. A nerve in your back "
                        + "may be bothered. Do not let anyone crack your back.";
            case "radicular-pain" ->
                "Keep moving gently, and book a visit %s. Pain that runs down the leg should be looked at."
                        .formatted(urgency == Urgency.SOON ? "in the next few days" : "in the next week or two");
            case "stenosis-claudication" ->
                "See a doctor in the next few days. Sit down when your legs hurt, and take short walks.";
            case "constitutional" ->
                "See a doctor in the next few days. Losing weight without trying should be looked at.";
            case "worsening-trend" ->
                "Your pain is going up. Make your exercises easier and talk to your therapist in the next few days.";
            case "persist-t1", "persist-t2", "persist-t3" -> persists(rule, urgency);
            case "flare" ->
                "Your pain is back. Do what helped you last time, gently. Book a visit if it lasts more than a few "
                        + "days.";
            case "inflammatory" ->
                "Book a visit with your doctor in the next week or two. Ask whether you should be sent to a joint "
                        + "specialist.";
            case "manip-repeat" ->
                "Please stop cracking your back. Forcing it can stretch the bands that hold your joints, and then the "
                        + "muscles pull tighter. See a physical therapist for gentler ways to ease it.";
            case "manip-flare" ->
                "Stop cracking your back. It has hurt more since you did. See a doctor or a physical therapist in the "
                        + "next few days.";
            case "load-ease" -> "Your last session hurt too much. Do fewer repeats or smaller moves next time.";
            case "load-not-settling" ->
                "Your back does not settle after exercise. Do less, and tell your physical therapist.";
            case "other-medical" ->
                "See a doctor in the next few days. This may come from something else than your back.";
            case "pregnancy" ->
                "Pain in the pelvis is common when you are pregnant, and it can be helped. Ask your midwife or doctor "
                        + "for a therapist who knows about it.";
            default -> throw new IllegalArgumentException("no advice is written for " + rule);
        };
    }

    private static String persists(String rule, Urgency urgency) {
        if (urgency == Urgency.SELF_CARE) {
            return "Your pain has lasted, but it is coming down and someone is looking after you. Carry on with your "
                    + "plan, and tell them how long it has lasted.";
        }
        return switch (rule) {
            case "persist-t1" ->
                "Your pain has lasted more than a few days. Book a visit with a physical therapist or a doctor in the "
                        + "next week or two.";
            case "persist-t2" ->
                "Your pain has stayed high for two weeks. Have your plan looked at in the next few days.";
            default -> "Your pain has lasted six weeks or more. See a doctor in the next few days to find out why.";
        };
    }

    private static final String EMERGENCY_LIST =
            "Go to the emergency department at once if you cannot pass urine or you leak urine or stool, if you go numb "
                    + "between the legs, if a leg or foot gets weak, or if you have a fever and feel very ill.";
    private static final String NOT_A_DIAGNOSIS =
            "This is advice from a computer program, not a diagnosis. No doctor has checked it.";

    private static final String NOT_UNDERSTOOD =
            "You told us about a sign that we do not know. Tell your clinic about it today, in your own words.";

    /// The whole text: in an emergency nothing beside it that could be done first; of several tiers of lasting pain
    /// the highest, and none where something else must be seen sooner: two dates for a visit are none.
    ///
    /// @param unknownSign whether a sign was told lately that no rule knows: that never reassures
    static String message(Urgency urgency, List<Finding> findings, List<String> missing, boolean unknownSign) {
        Set<String> parts = new LinkedHashSet<>();
        boolean emergency = urgency == Urgency.EMERGENCY_NOW;
        boolean persistenceTold = false;
        for (Finding finding : findings) {
            boolean lasting = finding.family() == Family.PERSISTENCE;
            boolean sooner = urgency.compareTo(Urgency.SOON) <= 0 && finding.urgency() != urgency;
            boolean told = lasting && (persistenceTold || sooner);
            if (!told && (!emergency || finding.urgency() == urgency)) {
                parts.add(finding.advice());
            }
            persistenceTold |= lasting;
        }
        if (emergency && findings.getLast().urgency() != urgency) {
            parts.add("Tell them there about everything else that you told us. It can wait until you are there.");
        }
        if (unknownSign && !emergency) {
            parts.add(NOT_UNDERSTOOD);
        }
        if (!missing.isEmpty()) {
            parts.add(ask(missing, findings.isEmpty()));
        } else if (findings.isEmpty() && !unknownSign) {
            parts.add(
                    "Nothing in your reports asks for a visit now. Keep to gentle exercise. Book a visit if your pain "
                            + "lasts more than a few days.");
        }
        if (!emergency) {
            parts.add(EMERGENCY_LIST);
        }
        parts.add(NOT_A_DIAGNOSIS);
        return String.join("\n\n", parts);
    }

    private static String ask(List<String> missing, boolean nothingElse) {
        List<String> questions = new ArrayList<>();
        for (String one : missing) {
            questions.add(question(one));
        }
        String opening = nothingElse
                ? "We do not know enough to advise you. Please answer: "
                : "We also need to know more. Please answer: ";
        return opening + String.join(" ", questions);
    }

    private static String question(String missing) {
        return switch (missing) {
            case "urine_cannot_start" -> "Is it hard to start passing urine?";
            case "urine_leak" -> "Do you leak urine?";
            case "urine_reduced_feeling" -> "Do you feel less when you pass urine?";
            case "bowel_leak" -> "Do you leak stool?";
            case "bowel_reduced_feeling" -> "Do you feel less when you pass stool?";
            case "saddle_numbness" -> "Are you numb between the legs?";
            case "saddle_tingling" -> "Does it tingle between the legs?";
            case "sexual_function_change" -> "Has your sex life or the feeling there changed?";
            case "leg_weakness" -> "Is a leg weak?";
            case "fever" -> "Do you have a fever?";
            case "pain" -> "How strong is your pain, from 0 to 10?";
            default -> throw new IllegalArgumentException("no question is written for " + missing);
        };
    }
}
