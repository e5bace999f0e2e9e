package care.sacrum.triage.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In English, the language in which all texts are complete first.
final class English extends Language {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_A_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    English(String emergencyNumber) {
        super(emergencyNumber);
    }

    @Override
    public English calling(String emergencyNumber) {
        return new English(emergencyNumber);
    }

    private String anAmbulance() {
        return "an ambulance" + number(" on ", "");
    }

    @Override
    public String tag() {
        return "en";
    }

    @Override
    public boolean reviewedByASpeaker() {
        return true;
    }

    // For the clinician

    @Override
    String says(Said said) {
        return switch (said) {
            case Said.Sign sign -> sign(sign.sighting());
            case Said.LongThere there -> longThere(there.sighting());
            case Said.TakenBack back ->
                what(back.sighting()) + ", told as new on " + LocalDate.ofEpochDay(back.sighting().day)
                        + " and denied since";
            case Said.PainLasts lasts -> lasts(lasts);
            case Said.PainOf pain -> painOf(pain.score());
            case Said.PainIsBack pain -> painOf(pain.score()) + " is back";
            case Said.PainRises pain -> "pain risen from " + score(pain.from()) + " to " + score(pain.to());
            case Said.PainRisesByTheWeek pain -> painOf(pain.score()) + ", rising week by week";
            case Said.PelvicPain pain -> "pelvic or sacral " + painOf(pain.score());
            case Said.Cracked _ -> CRACKED;
            case Said.CrackedOn cracked -> CRACKED + " on " + cracked.days() + " of 7 days";
            case Said.WorseAfterCracking _ -> "pain up by 2 points or more within 48 hours";
            case Said.TooMuch _ -> "pain above 5 during or after the session";
            case Said.Unsettled _ -> "pain up by 2 points or more on the morning after this session";
        };
    }

    @Override
    String severity(String score) {
        return "severity " + score;
    }

    @Override
    String asFarAs(Extent extent) {
        return "as far as the "
                + switch (extent) {
                    case BUTTOCK -> "buttock";
                    case THIGH -> "thigh";
                    case BELOW_KNEE -> "lower leg";
                    case FOOT -> "foot";
                };
    }

    @Override
    String now(String score) {
        return score + " now";
    }

    @Override
    String fromTo(String from, String to) {
        return "from " + from + " to " + to;
    }

    @Override
    String aged(int years) {
        return "aged " + years;
    }

    @Override
    String condition(Condition condition) {
        return spaced(condition);
    }

    @Override
    String risk(RiskFactor factor) {
        return switch (factor) {
            case IV_DRUG_USE -> "IV drug use";
            case CANCER_HISTORY -> "history of cancer";
            case DISC_HERNIATION_KNOWN -> "known disc herniation";
            case SPINAL_STENOSIS_KNOWN -> "known spinal stenosis";
            case RECENT_LONG_HAUL_FLIGHT -> "recent long-haul flight";
            default -> spaced(factor);
        };
    }

    private static String spaced(Word word) {
        return word.word().replace('_', ' ');
    }

    private static final String CRACKED = "self-manipulation by force";

    private static String lasts(Said.PainLasts lasts) {
        String since = "since " + LocalDate.ofEpochDay(lasts.firstDay());
        String when = lasts.spanDays() < SPAN_TO_COUNT_DAYS_OF
                ? "pain on %d days of %d %s".formatted(lasts.symptomaticDays(), lasts.spanDays(), since)
                : "pain told on %d days, %s (%s)".formatted(lasts.symptomaticDays(), since, howLong(lasts.spanDays()));
        return when + ", " + score(lasts.latest()) + " on the latest: longer than a few days";
    }

    private static String howLong(int days) {
        Span span = Span.of(days);
        return switch (span.unit()) {
            case YEARS -> "about " + span.count() + " years";
            case MONTHS -> "about " + span.count() + " months";
            case WEEKS -> "about " + span.count() + " weeks";
            default -> span.count() + " days";
        };
    }

    private static String painOf(double score) {
        return "pain of " + score(score);
    }

    private static String sign(Sighting sighting) {
        String what = what(sighting);
        LocalDate began = LocalDate.ofEpochDay(sighting.began());
        if (sighting.worse()) {
            return what + ", worse than before";
        }
        if (sighting.newForWantOfAnOnset()) {
            return what + ", taken as new, first told on " + began;
        }
        if (sighting.isNew) {
            return what + ", new since " + began;
        }
        return sighting.onsetDay == Sighting.NOT_SAID ? what + ", not new" : what + ", since " + began;
    }

    private static String longThere(Sighting sighting) {
        if (sighting.worse()) {
            return sign(sighting);
        }
        boolean dated = sighting.isNew || sighting.onsetDay != Sighting.NOT_SAID;
        return what(sighting) + (dated ? ", since " + LocalDate.ofEpochDay(sighting.began()) : ", not new");
    }

    @Override
    String words(Family family) {
        return spaced(family);
    }

    private static String what(Sighting sighting) {
        return where(sighting) + (sighting.symptom.inOwnWords() ? " (as read from other words)" : "");
    }

    private static String where(Sighting sighting) {
        String phrase = phrase(sighting.code);
        if ((sighting.sides & Sides.LEGS) == Sides.LEGS) {
            return phrase + (sighting.code.isOfALeg() ? " in both legs" : " on both sides");
        }
        if ((sighting.sides & Sides.LEGS) != Sides.NONE) {
            String side = Sides.word(sighting.sides & Sides.LEGS);
            return phrase + (sighting.code.isOfALeg() ? " in the " + side + " leg" : " on the " + side);
        }
        return sighting.code.isOfALeg() ? phrase + " in the leg" : phrase;
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
            case NIGHT_PAIN_CONSTANT -> "constant night pain";
            case CALF_SWELLING_WARM -> "warm swollen calf";
            default -> code.word().replace('_', ' ');
        };
    }

    // For the patient

    private static final String GO_NOW = "Go to the emergency department now. Do not wait for a booked visit. ";
    private static final String DO_NOT_EXERCISE = "Do not exercise. ";
    private static final String STOP = "Stop your exercises. ";
    private static final String STOP_FOR_NOW = "Stop your exercises for now. ";
    private static final String NOT_UNTIL_SEEN = "Do not exercise until then.";

    private static final Set<String> STOPPING =
            Set.of(DO_NOT_EXERCISE.strip(), STOP.strip(), STOP_FOR_NOW.strip(), NOT_UNTIL_SEEN);

    @Override
    Set<String> sentencesThatStop() {
        return STOPPING;
    }

    @Override
    public String advice(String rule, Urgency urgency) {
        boolean emergency = urgency == Urgency.EMERGENCY_NOW;
        return switch (rule) {
            case "ces-bladder" ->
                GO_NOW + DO_NOT_EXERCISE
                        + "New or worse trouble with your bladder can mean that nerves low in your back are being squeezed.";
            case "ces-bowel" ->
                GO_NOW + DO_NOT_EXERCISE
                        + "New or worse trouble with your bowels can mean that nerves low in your back are being squeezed.";
            case "ces-saddle" ->
                GO_NOW + DO_NOT_EXERCISE
                        + "Numbness or tingling between your legs, new or worse, can mean that nerves low in your back are "
                        + "being squeezed.";
            case "ces-sexual" ->
                emergency
                        ? GO_NOW + DO_NOT_EXERCISE
                                + "These changes together can mean that nerves low in your back are being squeezed."
                        : "Speak to a doctor today about the change in your sex life or in feeling there. "
                                + DO_NOT_EXERCISE;
            case "ces-retracted" ->
                "Call a doctor %s. You told us of a warning sign and later said that it is not there. "
                                .formatted(urgency == Urgency.SOON ? "in the next few days" : "today")
                        + "Someone should talk it through with you, even if it has gone. "
                        + notUntilSeen(urgency);
            case "ces-existing" ->
                "Have your bladder, bowel or numbness problem checked %s. "
                                .formatted(urgency == Urgency.SOON ? "in the next few days" : "today")
                        + "We do not know that a doctor has looked at it. "
                        + notUntilSeen(urgency);
            case "motor-major" ->
                GO_NOW + DO_NOT_EXERCISE + "Weakness like this can mean that a nerve is badly squeezed.";
            case "motor-progressive" ->
                "Be seen by a doctor today. " + DO_NOT_EXERCISE
                        + "Legs that are weak, heavy or not steady need to be tested by hand.";
            case "bilateral-leg" ->
                emergency
                        ? GO_NOW + DO_NOT_EXERCISE + "Trouble in both legs can come from the nerves low in your back."
                        : "Be seen by a doctor today. " + DO_NOT_EXERCISE
                                + "Trouble in both legs can come from the nerves low in your back.";
            case "cancer-neuro" ->
                GO_NOW + DO_NOT_EXERCISE + "Because you have had cancer, trouble like this must be looked at now.";
            case "cancer-pain" ->
                "Call your doctor %s. ".formatted(urgency == Urgency.SOON ? "in the next few days" : "today")
                        + "Tell them that you have had cancer and that your back hurts. "
                        + notUntilSeen(urgency);
            case "infection-neuro" ->
                GO_NOW + DO_NOT_EXERCISE
                        + "A fever or chills together with these signs can mean an infection near your " + "spine.";
            case "infection-risk" ->
                "Be seen by a doctor today. " + DO_NOT_EXERCISE
                        + "Back pain like this can come from an infection near your " + "spine.";
            case "trauma-major" -> "Call " + anAmbulance() + " now. Keep still until help comes. " + DO_NOT_EXERCISE;
            case "fracture-risk" ->
                "Be seen by a doctor today. " + STOP
                        + "A doctor must find out what is wrong, and if a bone is cracked.";
            case "nonspinal" ->
                emergency
                        ? "Call " + anAmbulance()
                                + " now. This can be serious and may have nothing to do with your back. "
                                + DO_NOT_EXERCISE
                        : "Be seen by a doctor today. This may have nothing to do with your back. " + DO_NOT_EXERCISE;
            case "severe-unremitting" ->
                "Be seen by a doctor today. Pain this strong that does not let up needs help. " + DO_NOT_EXERCISE;
            case "nerve-root" ->
                STOP_FOR_NOW + "See a doctor or a physical therapist in the next few days. A nerve in your back may be "
                        + "bothered. Do not let anyone crack your back.";
            case "radicular-pain" ->
                "Keep moving gently with easier exercises, and book a visit %s. Pain that runs down the leg should be looked at."
                        .formatted(urgency == Urgency.SOON ? "in the next few days" : "in the next week or two");
            case "stenosis-claudication" ->
                "See a doctor in the next few days. Sit down when your legs hurt, and take short walks.";
            case "constitutional" ->
                "See a doctor in the next few days. Losing weight without trying should be looked at.";
            case "worsening-trend" ->
                "Your pain is going up. Make your exercises easier and talk to your therapist or a doctor in the next "
                        + "few days.";
            case "persist-t1", "persist-t2", "persist-t3" -> persists(rule, urgency);
            case "flare" ->
                "Your pain is back. Do what helped you last time, gently. Book a visit if it lasts more than a few "
                        + "days.";
            case "inflammatory" ->
                "Book a visit with your doctor in the next week or two. Ask whether you should be sent to a joint "
                        + "specialist.";
            case "manip-repeat" ->
                "Please stop cracking your back. Forcing it can stretch the bands that hold your joints, and then the "
                        + "muscles pull tighter. See a physical therapist in the next week or two for gentler ways to "
                        + "ease it.";
            case "manip-flare" ->
                "Stop cracking your back. It has hurt more since you did. Make your exercises easier. See a doctor or "
                        + "a physical therapist in the next few days.";
            case "load-ease" -> "Your last session hurt too much. Do fewer repeats or smaller moves next time.";
            case "load-not-settling" ->
                "Your back does not settle after exercise. Do less, and tell your physical therapist in the "
                        + "next week or two.";
            case "other-medical" ->
                "See a doctor in the next few days. This may come from something else than your back.";
            case "pregnancy" ->
                "Pain in the pelvis is common when you are pregnant, and it can be helped. In the next week or "
                        + "two, ask your midwife or doctor for a therapist who knows about it.";
            case "unread-sign" -> notUnderstood();
            case "unreadable-report" ->
                "We could not read one of your reports. Please tell your clinic today how you are.";
            default -> throw new IllegalArgumentException("no advice is written for " + rule);
        };
    }

    @Override
    String adviceBesides(SymptomCode code) {
        return switch (code) {
            case CALF_SWELLING_WARM ->
                "Do not rub your calf. If your chest hurts, or if it gets hard to breathe, call " + anAmbulance()
                        + " now.";
            case SEVERE_HEADACHE -> "If your headache came on all at once, call " + anAmbulance() + " now.";
            default -> "";
        };
    }

    @Override
    String adviceOnHold(String rule, Urgency urgency) {
        return switch (rule) {
            case "radicular-pain" ->
                "Book a visit %s. Pain that runs down the leg should be looked at."
                        .formatted(urgency == Urgency.SOON ? "in the next few days" : "in the next week or two");
            case "worsening-trend" -> "Your pain is going up. Talk to your therapist or a doctor in the next few days.";
            case "flare" -> "Your pain is back. Book a visit if it lasts more than a few days.";
            case "load-ease" -> "Your last session hurt too much.";
            case "load-not-settling" ->
                "Your back does not settle after you exercise. Tell your therapist in the next week or two.";
            case "manip-flare" ->
                "Stop cracking your back. It has hurt more since you did. See a doctor or a physical therapist in the "
                        + "next few days.";
            case "persist-t1", "persist-t2", "persist-t3" ->
                urgency == Urgency.SELF_CARE
                        ? "Your pain has lasted, but it is coming down and someone is looking after you. Tell them how "
                                + "long it has lasted."
                        : persists(rule, urgency);
            default -> advice(rule, urgency);
        };
    }

    @Override
    String adviceBesideAVisit(String rule, boolean onHold) {
        return switch (rule) {
            case "ces-retracted" ->
                "You told us of a warning sign and later said that it is not there. Someone should talk it through with "
                        + "you, even if it has gone.";
            case "ces-existing" ->
                "Have your bladder, bowel or numbness problem checked, too. We do not know that a doctor has looked at "
                        + "it.";
            case "cancer-pain" -> "Tell a doctor that you have had cancer and that your back hurts.";
            case "nerve-root" ->
                STOP_FOR_NOW + "A nerve in your back may be bothered. A doctor or a physical therapist "
                        + "should look at it. Do not let anyone crack your back.";
            case "radicular-pain" ->
                (onHold ? "" : "Keep moving gently with easier exercises. ")
                        + "Pain that runs down the leg should be looked at, too.";
            case "stenosis-claudication" ->
                "A doctor should look at your legs, too. Sit down when they hurt, and take short walks.";
            case "constitutional" -> "Losing weight without trying should be looked at by a doctor, too.";
            case "worsening-trend" ->
                "Your pain is going up. " + (onHold ? "" : "Make your exercises easier. ")
                        + "Tell your therapist or a doctor, too.";
            case "persist-t1" ->
                "Your pain has lasted more than a few days. A physical therapist or a doctor should look at it, too.";
            case "persist-t2" ->
                "Your pain has stayed high for two weeks. Ask your therapist or a doctor to look at "
                        + "your plan, too.";
            case "persist-t3" -> "Your pain has lasted six weeks or more. Ask a doctor to find out why.";
            case "flare" -> "Your pain is back." + (onHold ? "" : " Do what helped you last time, gently.");
            case "inflammatory" -> "Ask your doctor, too, whether you should be sent to a joint specialist.";
            case "manip-flare" ->
                "Stop cracking your back. It has hurt more since you did. "
                        + (onHold ? "" : "Make your exercises easier. ")
                        + "Tell a doctor or a physical therapist, too.";
            case "manip-repeat" ->
                "Please stop cracking your back. Forcing it can stretch the bands that hold your joints, and then the "
                        + "muscles pull tighter. Ask a physical therapist, too, for gentler ways to ease it.";
            case "load-not-settling" ->
                "Your back does not settle after exercise. " + (onHold ? "" : "Do less. ")
                        + "Tell your therapist, too.";
            case "pregnancy" ->
                "Pain in the pelvis is common when you are pregnant, and it can be helped. Ask your midwife or doctor, "
                        + "too, for a therapist who knows about it.";
            case "other-medical" ->
                "Some of what you told us may come from something else than your back. A doctor should look at it, too.";
            default -> throw new IllegalArgumentException("no day for a visit is named by " + rule);
        };
    }

    /// While the programme is on hold for it, which a finding of the next days does not do.
    private static String notUntilSeen(Urgency urgency) {
        return urgency == Urgency.SOON ? "" : NOT_UNTIL_SEEN;
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
                "Your pain has stayed high for two weeks. Ask your therapist or a doctor to look at your plan in the "
                        + "next few days.";
            default -> "Your pain has lasted six weeks or more. See a doctor in the next few days to find out why.";
        };
    }

    @Override
    public String nobodyWatches(String emergencyNumber) {
        return "Your clinic is closed now. Nobody there reads this until it opens. If you need help before that, do not "
                + "wait for us. Call " + emergencyNumber + " in an emergency.";
    }

    @Override
    String anotherDoctorToday() {
        return "Where we say today, do not wait for your clinic. Call a doctor on duty. Or go to a clinic that is open.";
    }

    @Override
    String told(Said said, int today) {
        return switch (said) {
            case Said.Sign sign -> told(sign.sighting(), today);
            case Said.LongThere there -> toldLongThere(there.sighting(), today);
            case Said.TakenBack back ->
                toldOnItsDay(back.sighting(), today)
                        + (back.sighting().code.isAnEvent()
                                ? " Later you said that it did not happen."
                                : " Later you said that it is not there.");
            case Said.PainLasts lasts ->
                "Your pain has lasted for " + howLong(lasts.spanDays()) + ", since " + day(lasts.firstDay(), today)
                        + ".";
            case Said.PainOf pain -> "Your pain was " + outOfTen(pain.score()) + ".";
            case Said.PainIsBack pain -> "Your pain came back, at " + outOfTen(pain.score()) + ".";
            case Said.PainRises pain ->
                "Your pain went up from " + score(pain.from()) + " to " + outOfTen(pain.to()) + ".";
            case Said.PainRisesByTheWeek pain ->
                "Your pain went up each week. It is now " + outOfTen(pain.score()) + ".";
            case Said.PelvicPain pain ->
                "The pain low in your back or in your pelvis was " + outOfTen(pain.score()) + ".";
            case Said.Cracked _ -> "You cracked your back by force.";
            case Said.CrackedOn cracked -> "You cracked your back by force on " + cracked.days() + " of 7 days.";
            case Said.WorseAfterCracking _ -> "It hurt more in the two days after you cracked your back.";
            case Said.TooMuch _ -> "It hurt more than 5 out of 10 when you did your exercises.";
            case Said.Unsettled _ -> "It still hurt more on the next morning.";
        };
    }

    private static String told(Sighting sighting, int today) {
        String what = youHave(sighting);
        if (sighting.worse()) {
            return sighting.day == today
                    ? what + ", and it is worse than before."
                    : what + ", and on " + day(sighting.day, today) + " it was worse than before.";
        }
        if (sighting.newForWantOfAnOnset()) {
            return what + ".";
        }
        String since = day(sighting.began(), today);
        if (sighting.code.isAnEvent()) {
            return sighting.onsetDay == Sighting.NOT_SAID ? what + "." : what + ", on " + since + ".";
        }
        if (sighting.isNew) {
            return what + ", new since " + since + ".";
        }
        return sighting.onsetDay == Sighting.NOT_SAID ? what + ", and it is not new." : what + ", since " + since + ".";
    }

    private static String toldLongThere(Sighting sighting, int today) {
        return sighting.isNew && !sighting.worse()
                ? youHave(sighting) + ", since " + day(sighting.began(), today) + "."
                : told(sighting, today);
    }

    @Override
    public String toldAlone(SymptomCode code, @Nullable Side side) {
        return youHave(code, Sides.present(side) & Sides.LEGS);
    }

    @Override
    String toldOnItsDay(Sighting sighting, int today) {
        return "On " + day(sighting.day, today) + " you told us: "
                + lower(youHave(sighting.code, sighting.sidesGone() & Sides.LEGS)) + ".";
    }

    private static String outOfTen(double score) {
        return score(score) + " out of 10";
    }

    private static String day(int epochDay, int today) {
        return (needsItsYear(epochDay, today) ? DAY_OF_A_YEAR : DAY).format(LocalDate.ofEpochDay(epochDay));
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String youHave(Sighting sighting) {
        return youHave(sighting.code, sighting.sidesLeft() & Sides.LEGS);
    }

    private static String youHave(SymptomCode code, int legs) {
        String what = youHave(code);
        boolean both = legs == Sides.LEGS;
        String side = Sides.word(legs);
        if (code.isOfALeg()) {
            return what + (both ? " in both legs" : side.isEmpty() ? " in your leg" : " in your " + side + " leg");
        }
        return what + (both ? " on both sides" : side.isEmpty() ? "" : " on the " + side);
    }

    private static String youHave(SymptomCode code) {
        return switch (code) {
            case URINE_CANNOT_START -> "It is hard to start to pee";
            case URINE_LEAK -> "You leak pee";
            case URINE_REDUCED_FEELING -> "You feel less when you pee";
            case BOWEL_LEAK -> "You leak poo";
            case BOWEL_REDUCED_FEELING -> "You feel less when you poo";
            case SADDLE_NUMBNESS -> "You feel numb between your legs";
            case SADDLE_TINGLING -> "It tingles between your legs";
            case SEXUAL_FUNCTION_CHANGE -> "Your sex life or the feeling there has changed";
            case LEG_WEAKNESS -> "You feel weak";
            case FOOT_DROP -> "You can not lift the tip of your foot";
            case LEG_NUMBNESS -> "You feel numb";
            case LEG_TINGLING -> "It tingles";
            case ODD_LEG_FEELINGS -> "It feels odd";
            case LEG_HEAVINESS -> "It feels heavy";
            case UNSTEADY_WALKING -> "You are not steady when you walk";
            case TRANSIENT_PINS_NEEDLES -> "You had pins and needles that went away";
            case FEVER -> "You have a fever";
            case CHILLS -> "You shake with cold";
            case NIGHT_SWEATS -> "You sweat a lot at night";
            case FEELING_VERY_UNWELL -> "You feel very ill";
            case UNEXPLAINED_WEIGHT_LOSS -> "You lost weight and do not know why";
            case COLD_SYMPTOMS -> "You have a cold";
            case LEG_PAIN -> "You have pain";
            case LOW_BACK_PAIN -> "Your lower back hurts";
            case BUTTOCK_PAIN -> "Your bottom hurts";
            case NIGHT_PAIN_CONSTANT -> "The pain does not stop at night";
            case NIGHT_PAIN_ON_TURNING -> "It hurts when you turn in bed";
            case NO_POSITION_EASES -> "The pain does not ease however you sit or lie";
            case BAND_LIKE_TRUNK_PAIN -> "The pain is like a tight band round your body";
            case PAIN_WORSE_ON_STRAINING -> "It hurts more when you cough or push";
            case MORNING_STIFFNESS_OVER_30MIN -> "You are stiff for more than half an hour when you get up";
            case IMPROVES_WITH_EXERCISE -> "It gets better when you move";
            case IMPROVES_WITH_NSAID -> "Pain pills help";
            case WAKES_SECOND_HALF_NIGHT -> "The pain wakes you late at night";
            case MAJOR_TRAUMA -> "You had a bad fall or a crash";
            case MINOR_TRAUMA -> "You had a small fall or knock";
            case SUDDEN_ONSET_AFTER_MINOR_STRAIN -> "Your pain came on all at once after a small strain";
            case UNABLE_TO_WALK -> "You can not walk";
            case CHEST_PAIN -> "Your chest hurts";
            case FAINTING -> "You passed out";
            case ABDOMINAL_PAIN_TEARING -> "You have a tearing pain in your belly";
            case FACE_DROOP -> "One side of your face hangs down";
            case ARM_WEAKNESS -> "Your arm is weak";
            case CALF_SWELLING_WARM -> "Your calf is warm and swollen";
            case SEVERE_HEADACHE -> "You have a very bad headache";
            case PAINFUL_URINATION -> "It hurts when you pee";
            case MUSCLE_SORENESS -> "Your muscles are sore";
            case CONSTIPATION -> "It is hard to poo";
            case SLOW_STREAM_NOCTURIA -> "Your pee comes slowly or wakes you at night";
        };
    }

    @Override
    String youToldUs() {
        return "Here is what you told us.";
    }

    @Override
    String takenFor() {
        return "You told us of something in your own words, and this program takes it for this:";
    }

    @Override
    String moreUrgent() {
        return "Go to the emergency department at once if one of these signs is new or gets worse: it is hard to pee, you "
                + "leak pee or poo, you feel numb between your legs, both legs are weak, or you can not lift your foot. Go at once "
                + "if a weak leg gets weaker than it is now. Go at once if you have a fever and feel very ill. Call "
                + anAmbulance()
                + " at once if your chest hurts, you pass out, one side of your face hangs down, an arm gets weak, or a very "
                + "bad headache comes all at once.";
    }

    @Override
    String moreUrgentOnTheWay() {
        return "If you get worse on the way, or if you can not get there, call " + anAmbulance() + ".";
    }

    @Override
    String tellThemTheRest() {
        return "When they see you, tell them about everything else that you told us, too.";
    }

    private static final String READ_IN_PART =
            "You told us of a sign, and this program can not read all that you told. ";
    private static final String DO_NOT_WAIT = " If it is one of the signs below, do not wait.";

    @Override
    String notUnderstood() {
        return READ_IN_PART + "Call your clinic today and tell them what you feel." + DO_NOT_WAIT;
    }

    @Override
    String notUnderstoodBesideAVisit() {
        return READ_IN_PART + "Tell the doctor what you feel." + DO_NOT_WAIT;
    }

    @Override
    String ageNotKnown() {
        return "We do not know your age. If you are 65 or older, even a small fall or strain can crack a bone. Please "
                + "call your clinic today, and tell them how old you are and what happened.";
    }

    @Override
    String callOverWhatIsGone() {
        return "Call your clinic today and tell them of a sign that you had, even if it is gone now.";
    }

    @Override
    String tellOfWhatIsGone() {
        return "Tell the doctor also of a sign that you had, even if it is gone now.";
    }

    @Override
    String ifItComesBack(Help help, boolean happens) {
        return (happens ? "If it happens again" : "If it comes back") + ", or if you get worse, do not wait: "
                + getHelp(help) + " at once.";
    }

    private String getHelp(Help help) {
        return switch (help) {
            case AMBULANCE -> "call " + anAmbulance();
            case EMERGENCY_DEPARTMENT -> "go to the emergency department";
            case DOCTOR_TODAY -> "call a doctor";
        };
    }

    @Override
    String leftOutOfACorrection() {
        return "You changed what you had told us, and we do not know if a sign is still there.";
    }

    @Override
    String isItStillSo(Help help) {
        return isItStillSoBesideAVisit(help) + " If you are not sure, call your clinic today.";
    }

    @Override
    String isItStillSoBesideAVisit(Help help) {
        return "Is that still so? Please tell us now. If it is, " + getHelp(help) + " at once.";
    }

    @Override
    String extentNotKnown() {
        return "You told us of pain in your leg, and we do not know how far down it goes. If it goes below your knee, "
                + "call your clinic today.";
    }

    @Override
    String nobodyReadTheNote() {
        return "You also wrote a note. This advice does not know what it says: only a person can read it, and that can "
                + "take days. If your note tells of a new sign, or of one that got worse, call your clinic today.";
    }

    private static final String HEALTH_UNREAD =
            "This program could not read all that is written about your health, such as an illness, a medicine or your "
                    + "age. ";

    @Override
    String healthNotUnderstood() {
        return HEALTH_UNREAD
                + "So it can not judge how you are. Call your clinic in the next few days, and ask them to look at it.";
    }

    @Override
    String healthNotUnderstoodBesideACall() {
        return HEALTH_UNREAD + "Tell your clinic this, too.";
    }

    @Override
    String lookedInto() {
        return "Your clinic has looked into what you told us:";
    }

    @Override
    String keepToWhatTheySaid() {
        return "Keep to what they said to you. If it gets worse, or if something new comes, tell us, and do as follows.";
    }

    @Override
    String ifItHappensAgain(SymptomCode code) {
        return switch (code) {
            case CHEST_PAIN -> callAnAmbulanceIf("your chest hurts again");
            case FAINTING -> callAnAmbulanceIf("you pass out again");
            case ABDOMINAL_PAIN_TEARING -> callAnAmbulanceIf("you have a tearing pain in your belly again");
            case FACE_DROOP -> callAnAmbulanceIf("your face hangs down again on one side");
            case ARM_WEAKNESS -> callAnAmbulanceIf("your arm gets weak again");
            case SEVERE_HEADACHE -> callAnAmbulanceIf("a very bad headache comes again");
            case MAJOR_TRAUMA -> callAnAmbulanceIf("you have another bad fall or crash");
            case MINOR_TRAUMA -> "If you fall again, call your clinic the same day.";
            default -> "";
        };
    }

    private String callAnAmbulanceIf(String again) {
        return "If " + again + ", call " + anAmbulance() + " at once.";
    }

    @Override
    String exercisesAreOnHold() {
        return "Your exercises are still on hold. Your clinic will tell you when you can start again.";
    }

    @Override
    String exercisesMayGoOn() {
        return "Your clinic has said that you can do your exercises. Do them as they told you.";
    }

    @Override
    String nothingFound() {
        return "Nothing in your reports asks for a visit now. Keep to gentle exercise. Book a visit if your pain lasts "
                + "more than a few days.";
    }

    @Override
    String nothingFoundOfPainThatStays() {
        return "Nothing in your reports asks for a visit today. Keep to gentle exercise. You have had your pain for some "
                + "time. If no doctor or therapist has looked at it yet, book a visit in the next week or two. If one has, "
                + "book a visit if it is worse than usual, or if it feels different.";
    }

    @Override
    String tellYourClinicOfThis() {
        return "Tell your clinic of this in the next few days:";
    }

    @Override
    String callIfItGetsWorse() {
        return "Call them today if it gets worse, or if you feel ill.";
    }

    @Override
    String nothingFoundOfKnownPain() {
        return "Nothing in your reports asks for a visit now. Keep to gentle exercise. You have had your pain for some time. "
                + "Book a visit if it is worse than usual, or if it feels different.";
    }

    @Override
    String nothingFoundButAFever() {
        return "You told us of a fever, or that you shake with cold. Call your clinic today if you have 38 degrees or more "
                + "and your back hurts, too. If the fever does not go, see a doctor in the next few days.";
    }

    @Override
    String weKnowTooLittle() {
        return "We do not know enough to advise you. Please answer:";
    }

    @Override
    String weAlsoAsk() {
        return "We also need to know more. Please answer:";
    }

    @Override
    String question(String missing) {
        return switch (missing) {
            case "urine_cannot_start" -> "Is it hard to start to pee?";
            case "urine_leak" -> "Do you leak pee?";
            case "urine_reduced_feeling" -> "Do you feel less when you pee?";
            case "bowel_leak" -> "Do you leak poo?";
            case "bowel_reduced_feeling" -> "Do you feel less when you poo?";
            case "saddle_numbness" -> "Are you numb between the legs?";
            case "saddle_tingling" -> "Does it tingle between the legs?";
            case "sexual_function_change" -> "Has your sex life or the feeling there changed?";
            case "leg_weakness" -> "Is a leg weak?";
            case "fever" -> "Do you have a fever?";
            case "pain" -> "How strong is your pain, from 0 to 10?";
            default -> throw new IllegalArgumentException("no question is written for " + missing);
        };
    }

    @Override
    String clinicAsksTheRest() {
        return "We do not know enough to advise you. Ask your clinic to talk with you in the next few days about how "
                + "you are.";
    }

    @Override
    String notADiagnosis() {
        return "This is advice from a computer program, not a diagnosis. No doctor has checked it.";
    }
}
