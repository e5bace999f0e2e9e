package care.sacrum.triage.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of one language: reasons for the clinician in one line, and what the patient reads, at a reading age of 9
/// to 11. What is told, and in which order, is the same in every language and stands here; no rule holds a text. A
/// language that lacks the words for something does not compile, or fails the test that asks for each of them.
public abstract sealed class Language permits English, Spanish {
    /// So many sentences at most tell a patient what a finding rests on.
    private static final int TOLD_OF_A_FINDING = 3;

    /// A day and a month longer ago than this could be taken for those of this year.
    static final int DAYS_WITHOUT_A_YEAR = 180;

    /// By BCP 47: `en`.
    public abstract String tag();

    /// Whether a speaker has reviewed the texts. No clinician has reviewed any of them.
    public abstract boolean reviewedByASpeaker();

    // For the clinician

    /// What one report says.
    abstract String says(Said said);

    abstract String words(Family family);

    final String headline(List<Because> because, Family family) {
        // A sign told first as new and later as there already is one sign: the latest telling speaks for it.
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Because one : because) {
            if (reasons.size() < (toldAsOne(family) ? 1 : 2)) {
                reasons.putIfAbsent(one.says().split(",", 2)[0], one.says());
            }
        }
        String line = reasons.isEmpty() ? words(family) : String.join("; ", reasons.values());
        return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    /// Families of which the first reason speaks for the others.
    private static boolean toldAsOne(Family family) {
        return family == Family.PERSISTENCE || family == Family.SELF_MANIPULATION || family == Family.WORSENING_TREND;
    }

    static String score(double score) {
        return score == Math.rint(score) ? Integer.toString((int) score) : Double.toString(score);
    }

    // For the patient

    /// What to do and by when, and why.
    public abstract String advice(String rule, Urgency urgency);

    /// The same for whoever is on hold: nothing in it to go on exercising.
    abstract String adviceOnHold(String rule, Urgency urgency);

    /// What to add to the advice of who must be seen today, by the sign that it rests on; blank where there is nothing.
    abstract String adviceBesides(SymptomCode code);

    /// That nobody at the practice reads this now, and whom to call.
    public abstract String nobodyWatches(String emergencyNumber);

    /// Beside it, where the advice is for today.
    abstract String anotherDoctorToday();

    /// What the patient told in one report, as a sentence of its own.
    abstract String told(Said said);

    abstract String youToldUs();

    /// What would make it more urgent.
    abstract String moreUrgent();

    abstract String moreUrgentOnTheWay();

    abstract String tellThemTheRest();

    abstract String notUnderstood();

    /// That a fall or a strain counts from an age that nobody told.
    abstract String ageNotKnown();

    abstract String extentNotKnown();

    abstract String nobodyReadTheNote();

    /// That something is known of the patient's health that nobody here can read.
    abstract String healthNotUnderstood();

    /// That a clinician has looked into what follows.
    abstract String lookedInto();

    abstract String keepToWhatTheySaid();

    abstract String exercisesAreOnHold();

    abstract String nothingFound();

    abstract String weKnowTooLittle();

    abstract String weAlsoAsk();

    abstract String question(String missing);

    abstract String notADiagnosis();

    /// Whether what is less urgent rests on something that what must be done now does not rest on.
    private boolean tellMore(Urgency urgency, List<Finding> findings, Map<String, List<Said>> grounds) {
        Set<String> now = new LinkedHashSet<>();
        for (Finding finding : findings) {
            Set<String> told = told(finding.family(), grounds.getOrDefault(finding.rule(), List.of()));
            if (finding.urgency() == urgency) {
                now.addAll(told);
            } else if (told.isEmpty() || !now.containsAll(told)) {
                return true;
            }
        }
        return false;
    }

    /// The whole text: in an emergency nothing beside it that could be done first, and where somebody must be seen
    /// today nothing that could wait, since the two may contradict each other; of several tiers of lasting pain the
    /// highest, and none where something else must be seen sooner: two dates for a visit are none. First
    /// what to do, then what it rests on, then what would make it more urgent.
    ///
    /// @param heldBefore whether the programme is on hold by what is not told now: it comes first
    /// @param settled what a clinician has looked into: said, and calling for nothing more
    /// @param grounds what the patient told, by rule
    /// @param ageMissing whether the age alone would tell if a fall or a strain calls for a visit
    /// @param extentMissing whether a leg hurts, and nobody said how far down
    /// @param signUnread whether a sign was told lately in words that nobody here can read: that never reassures
    /// @param healthUnread whether a risk or a condition could not be read: that never reassures
    /// @param note whether a note came lately, which no rule reads: that never reassures either
    final String message(
            Urgency urgency,
            boolean heldBefore,
            List<Finding> findings,
            List<Finding> settled,
            Map<String, List<Said>> grounds,
            List<String> missing,
            boolean ageMissing,
            boolean extentMissing,
            boolean signUnread,
            boolean healthUnread,
            boolean note) {
        Set<String> parts = new LinkedHashSet<>();
        Set<String> told = new LinkedHashSet<>();
        Set<String> sentences = new HashSet<>();
        if (heldBefore) {
            parts.add(exercisesAreOnHold());
        }
        boolean emergency = urgency == Urgency.EMERGENCY_NOW;
        boolean urgent = urgency == Urgency.URGENT_SAME_DAY;
        // Whoever must keep still until an ambulance is there is not told to go anywhere.
        boolean ambulance = findings.stream().anyMatch(Language::callsAnAmbulance);
        boolean persistenceTold = false;
        for (Finding finding : findings) {
            boolean lasting = finding.family() == Family.PERSISTENCE;
            boolean sooner = urgency.compareTo(Urgency.SOON) <= 0 && finding.urgency() != urgency;
            boolean later = finding.urgency() != urgency;
            boolean left = lasting && (persistenceTold || sooner)
                    || urgent && later && finding.family() != Family.SELF_MANIPULATION;
            if (!left && (!emergency || !later) && (!ambulance || callsAnAmbulance(finding))) {
                parts.add(unsaid(finding.advice(), sentences));
            }
            if (!(lasting && left) && (!emergency || !later)) {
                told.addAll(told(finding.family(), grounds.getOrDefault(finding.rule(), List.of())));
            }
            persistenceTold |= lasting;
        }
        if ((emergency || urgent) && tellMore(urgency, findings, grounds)) {
            parts.add(tellThemTheRest());
        }
        if (ageMissing && !emergency && !urgent) {
            parts.add(ageNotKnown());
        }
        if (extentMissing && !emergency && !urgent) {
            parts.add(extentNotKnown());
        }
        if (signUnread && !emergency) {
            parts.add(notUnderstood());
        }
        if (note && !emergency) {
            parts.add(nobodyReadTheNote());
        }
        if (!settled.isEmpty() && !emergency) {
            parts.add(lookedInto(settled, grounds));
        }
        boolean nothing = findings.isEmpty() && settled.isEmpty();
        if (!missing.isEmpty()) {
            parts.add(ask(missing, nothing));
        } else if (nothing && healthUnread) {
            parts.add(healthNotUnderstood());
        } else if (nothing && !ageMissing && !extentMissing && !signUnread && !note && !heldBefore) {
            parts.add(nothingFound());
        }
        if (!told.isEmpty()) {
            parts.add(youToldUs() + " " + String.join(" ", told));
        }
        if (!emergency) {
            parts.add(moreUrgent());
        } else if (!ambulance) {
            parts.add(moreUrgentOnTheWay());
        }
        parts.add(notADiagnosis());
        parts.remove("");
        return String.join("\n\n", parts);
    }

    /// What of an advice no other has said before it: to go now is said once.
    private static String unsaid(String advice, Set<String> said) {
        List<String> left = new ArrayList<>();
        for (String sentence : advice.split("(?<=[.:?!]) ")) {
            if (said.add(sentence)) {
                left.add(sentence);
            }
        }
        return String.join(" ", left);
    }

    private static boolean callsAnAmbulance(Finding finding) {
        return finding.urgency() == Urgency.EMERGENCY_NOW
                && (finding.rule().equals("nonspinal") || finding.rule().equals("trauma-major"));
    }

    private String lookedInto(List<Finding> settled, Map<String, List<Said>> grounds) {
        Set<String> told = new LinkedHashSet<>();
        for (Finding finding : settled) {
            told.addAll(told(finding.family(), grounds.getOrDefault(finding.rule(), List.of())));
        }
        return lookedInto() + " " + String.join(" ", told) + " " + keepToWhatTheySaid();
    }

    /// Of one sign on one side the latest telling, which comes first.
    private Set<String> told(Family family, List<Said> grounds) {
        Set<String> told = new LinkedHashSet<>();
        Set<String> signs = new HashSet<>();
        for (Said said : grounds) {
            boolean before = said instanceof Said.Sign(Sighting sighting)
                    && !signs.add(sighting.code + " " + sighting.sidesLeft());
            if (!before && told.size() < (toldAsOne(family) ? 1 : TOLD_OF_A_FINDING)) {
                told.add(told(said));
            }
        }
        return told;
    }

    private String ask(List<String> missing, boolean nothingElse) {
        List<String> questions = new ArrayList<>();
        for (String one : missing) {
            questions.add(question(one));
        }
        return (nothingElse ? weKnowTooLittle() : weAlsoAsk()) + " " + String.join(" ", questions);
    }
}
