package care.sacrum.triage.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of one language: reasons for the clinician in one line, and what the patient reads, at a reading age of 9
/// to 11. What is told, and in which order, is the same in every language and stands here; no rule holds a text. A
/// language that lacks the words for something does not compile, or fails the test that asks for each of them.
public abstract sealed class Language permits English, Spanish {
    /// So many sentences at most tell a patient what a finding rests on.
    private static final int TOLD_OF_A_FINDING = 3;

    /// A day and a month longer ago than this could be taken for those of this year.
    static final int DAYS_WITHOUT_A_YEAR = 180;

    /// Of so many days nobody sees at a glance how many told of pain.
    static final int SPAN_TO_COUNT_DAYS_OF = 365;

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.:?!]) ");

    /// To call an ambulance by; empty while nobody knows where the patient would call.
    private final String emergencyNumber;

    Language(String emergencyNumber) {
        this.emergencyNumber = emergencyNumber;
    }

    /// After an ambulance that is to be called; blank while the number is not known.
    final String number(String before, String after) {
        return emergencyNumber.isEmpty() ? "" : before + emergencyNumber + after;
    }

    /// By BCP 47: `en`.
    public abstract String tag();

    /// Whether a speaker has reviewed the texts. No clinician has reviewed any of them.
    public abstract boolean reviewedByASpeaker();

    // For the clinician

    /// What one report says.
    abstract String says(Said said);

    abstract String words(Family family);

    /// The values of what one report says, which change from day to day; blank where it has none.
    final String inBrackets(Said said) {
        String values = switch (said) {
            case Said.TooMuch much -> score(much.highest());
            case Said.WorseAfterCracking worse -> fromTo(score(worse.from()), score(worse.to()));
            case Said.Unsettled unsettled -> fromTo(score(unsettled.from()), score(unsettled.to()));
            case Said.PainRises rises -> rises.now() < rises.to() ? now(score(rises.now())) : "";
            default -> said.sign().map(this::values).orElse("");
        };
        return values.isEmpty() ? "" : " (" + values + ")";
    }

    private String values(Sighting sighting) {
        Symptom symptom = sighting.symptom;
        List<String> values = new ArrayList<>();
        if (symptom.severity() != null) {
            values.add(severity(score(symptom.severity())));
        }
        if (symptom.temperatureC() != null) {
            values.add(score(symptom.temperatureC()) + " °C");
        }
        if (symptom.extent() != null) {
            values.add(asFarAs(symptom.extent()));
        }
        return String.join(", ", values);
    }

    abstract String severity(String score);

    abstract String asFarAs(Extent extent);

    abstract String now(String score);

    abstract String fromTo(String from, String to);

    /// What is known of the patient.
    final String fact(Fact fact) {
        return switch (fact) {
            case Fact.Aged aged -> aged(aged.years());
            case Fact.Risk risk -> risk(risk.factor());
            case Fact.LivesWith lives -> condition(lives.condition());
        };
    }

    abstract String aged(int years);

    abstract String risk(RiskFactor factor);

    abstract String condition(Condition condition);

    /// In one line, the same from day to day while the trouble is the same: no values.
    ///
    /// @param reasons what each report says, the latest first
    final String headline(List<String> reasons, List<Fact> facts, Family family) {
        // A sign told first as new and later as there already is one sign: the latest telling speaks for it.
        Map<String, String> told = new LinkedHashMap<>();
        for (String reason : reasons) {
            if (told.size() < (toldAsOne(family) ? 1 : 2)) {
                told.putIfAbsent(reason.split(",", 2)[0], reason);
            }
        }
        Set<String> parts = new LinkedHashSet<>(told.values());
        facts.forEach(fact -> parts.add(fact(fact)));
        String line = parts.isEmpty() ? words(family) : String.join("; ", parts);
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

    /// The sentences that say not to exercise: only the advice of what holds the programme has any of them.
    abstract Set<String> sentencesThatStop();

    /// An advice without them.
    final String withoutStopping(String advice) {
        return BETWEEN_SENTENCES
                .splitAsStream(advice)
                .filter(sentence -> !sentencesThatStop().contains(sentence))
                .collect(Collectors.joining(" "));
    }

    /// What is left of the advice of a rule that names a day for a visit, beside one that is sooner: what to do and
    /// what for, and no day.
    abstract String adviceBesideAVisit(String rule, boolean onHold);

    /// What to add to the advice of who must be seen today, by the sign that it rests on; blank where there is nothing.
    abstract String adviceBesides(SymptomCode code);

    /// That nobody at the practice reads this now, and whom to call.
    public abstract String nobodyWatches(String emergencyNumber);

    /// Beside it, where the advice is for today.
    abstract String anotherDoctorToday();

    /// The same, with the number to call an ambulance by in each text that says to call one.
    public abstract Language calling(String emergencyNumber);

    /// What the patient told in one report, as a sentence of its own.
    ///
    /// @param today as an epoch day
    abstract String told(Said said, int today);

    /// A sign as it is told back, with nothing said of it but the side.
    public abstract String toldAlone(SymptomCode code, @Nullable Side side);

    /// That a sign was told of, and on which day.
    abstract String toldOnItsDay(Sighting sighting, int today);

    /// That a sign matters though it is gone, and to call today.
    abstract String callOverWhatIsGone();

    /// The same for who is seen today anyway.
    abstract String tellOfWhatIsGone();

    /// @param happens whether it happens and does not last, as a fall does
    abstract String ifItComesBack(Help help, boolean happens);

    /// That a correction leaves out a sign.
    abstract String leftOutOfACorrection();

    /// Whether it is still so, and what to do where it is.
    abstract String isItStillSo(Help help);

    /// The same for who is seen today anyway.
    abstract String isItStillSoBesideAVisit(Help help);

    abstract String youToldUs();

    /// Before what a sign told in other words was taken for.
    abstract String takenFor();

    /// What would make it more urgent.
    abstract String moreUrgent();

    abstract String moreUrgentOnTheWay();

    abstract String tellThemTheRest();

    /// That not all could be read of a sign, and to call today.
    abstract String notUnderstood();

    /// The same for who is seen today anyway.
    abstract String notUnderstoodBesideAVisit();

    /// That a fall or a strain counts from an age that nobody told.
    abstract String ageNotKnown();

    abstract String extentNotKnown();

    abstract String nobodyReadTheNote();

    /// That something is known of the patient's health that nobody here can read.
    abstract String healthNotUnderstood();

    /// The same for who calls today anyway.
    abstract String healthNotUnderstoodBesideACall();

    /// That a clinician has looked into what follows.
    abstract String lookedInto();

    abstract String keepToWhatTheySaid();

    /// Of a sign that comes in attacks, what to do when it comes again; blank of others.
    abstract String ifItHappensAgain(SymptomCode code);

    abstract String exercisesAreOnHold();

    /// That a clinician has said so, though what is told would stop them.
    abstract String exercisesMayGoOn();

    abstract String nothingFound();

    /// The same for whose pain has been there for long, and perhaps nobody has looked at it.
    abstract String nothingFoundOfPainThatStays();

    /// The same for whose pain a clinician knows.
    abstract String nothingFoundOfKnownPain();

    /// That the clinic should hear of the signs that follow, which ask for no visit by themselves.
    abstract String tellYourClinicOfThis();

    abstract String callIfItGetsWorse();

    /// The same for who told of a fever: nothing in it to go on exercising.
    abstract String nothingFoundButAFever();

    abstract String weKnowTooLittle();

    abstract String weAlsoAsk();

    abstract String question(String missing);

    /// Where nothing is left to ask but what this text does not ask.
    abstract String clinicAsksTheRest();

    abstract String notADiagnosis();

    /// The whole text: in an emergency nothing beside it that could be done first, and where somebody must be seen
    /// today nothing that could wait, since the two may contradict each other; of several tiers of lasting pain the
    /// highest, and none where something else must be seen sooner. The soonest visit alone names its day: two days
    /// for a visit are none. First what to do, then what it rests on, then what would make it more urgent.
    ///
    /// @param exercises what to say of them beside the findings: that they are on hold comes first
    /// @param settled what a clinician has looked into: said, and calling for nothing more
    /// @param grounds what the patient told, by rule
    /// @param unclear what nobody may be calmed over
    /// @param course what else to heed of it
    final String message(
            Urgency urgency,
            Exercises exercises,
            List<Finding> findings,
            List<Finding> settled,
            Map<String, List<Said>> grounds,
            Unclear unclear,
            Course course) {
        Set<String> parts = new LinkedHashSet<>();
        Set<Said> told = new LinkedHashSet<>();
        Set<String> sentences = new HashSet<>();
        boolean heldBefore = exercises == Exercises.STILL_ON_HOLD;
        if (heldBefore) {
            parts.add(exercisesAreOnHold());
        }
        boolean emergency = urgency == Urgency.EMERGENCY_NOW;
        boolean urgent = urgency == Urgency.URGENT_SAME_DAY;
        boolean callToday = course.callsForToday(unclear) && !emergency && !urgent;
        if (callToday) {
            parts.addAll(callsForToday(unclear, course));
        }
        Urgency visit = callToday ? Urgency.URGENT_SAME_DAY : soonestVisit(findings);
        boolean onHold = heldBefore || findings.stream().anyMatch(finding -> finding.programme() == Programme.HOLD);
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
                parts.add(unsaid(adviceBeside(visit, finding, onHold), sentences));
            }
            if (!(lasting && left) && (!emergency || !later)) {
                told.addAll(tellable(finding, grounds));
            }
            persistenceTold |= lasting;
        }
        if (exercises == Exercises.RELEASED && !emergency) {
            parts.add(exercisesMayGoOn());
        }
        if ((emergency || urgent) && tellMore(urgency, findings, grounds, course.today())) {
            parts.add(tellThemTheRest());
        }
        if (unclear.extentMissing() && !emergency && !urgent) {
            parts.add(extentNotKnown());
        }
        if (urgent) {
            parts.addAll(besideAVisitToday(unclear, course));
        }
        if (unclear.note() && !emergency) {
            parts.add(nobodyReadTheNote());
        }
        if (!settled.isEmpty() && !emergency) {
            parts.add(lookedInto(settled, grounds, course.today()));
        }
        boolean nothing = findings.isEmpty() && settled.isEmpty();
        boolean healthUnread = unclear.healthUnread() && !emergency;
        if (!unclear.missing().isEmpty()) {
            parts.add(ask(unclear.questions(), nothing));
        }
        if (healthUnread) {
            parts.add(nothing && !callToday ? healthNotUnderstood() : healthNotUnderstoodBesideACall());
        } else if (unclear.missing().isEmpty()
                && nothing
                && !callToday
                && !unclear.extentMissing()
                && !unclear.note()
                && !heldBefore) {
            parts.add(calming(course));
        }
        if (told.stream().anyMatch(Said.PainRises.class::isInstance)) {
            // From what to what says more than what it was on each day.
            told.removeIf(Said.PainOf.class::isInstance);
        }
        parts.add(toldBack(youToldUs(), told, course.today()));
        if (!emergency) {
            parts.add(moreUrgent());
        } else if (!ambulance) {
            parts.add(moreUrgentOnTheWay());
        }
        parts.add(notADiagnosis());
        parts.remove("");
        return String.join("\n\n", parts);
    }

    /// What nobody may be calmed over until somebody was called about it.
    private List<String> callsForToday(Unclear unclear, Course course) {
        List<String> calls = new ArrayList<>();
        if (unclear.signUnread()) {
            calls.add(notUnderstood());
        }
        if (!course.denied().isEmpty()) {
            calls.add(callOverWhatIsGone() + " " + told(course.denied(), course.today()) + " "
                    + ifItComesBack(course.denied()));
        }
        if (!course.leftOut().isEmpty()) {
            calls.add(leftOutOfACorrection() + " " + told(course.leftOut(), course.today()) + " "
                    + isItStillSo(gravest(course.leftOut())));
        }
        if (unclear.ageMissing()) {
            calls.add(ageNotKnown());
        }
        return calls;
    }

    /// What of it to tell there.
    private List<String> besideAVisitToday(Unclear unclear, Course course) {
        List<String> more = new ArrayList<>();
        if (unclear.signUnread()) {
            more.add(notUnderstoodBesideAVisit());
        }
        if (!course.denied().isEmpty()) {
            more.add(tellOfWhatIsGone() + " " + told(course.denied(), course.today()) + " "
                    + ifItComesBack(course.denied()));
        }
        if (!course.leftOut().isEmpty()) {
            more.add(leftOutOfACorrection() + " " + told(course.leftOut(), course.today()) + " "
                    + isItStillSoBesideAVisit(gravest(course.leftOut())));
        }
        return more;
    }

    private String ifItComesBack(List<TakenAway> denied) {
        return ifItComesBack(
                gravest(denied),
                denied.stream().allMatch(one -> one.sighting().code.isAnEvent()));
    }

    private String told(List<TakenAway> all, int today) {
        return all.stream()
                .limit(TOLD_OF_A_FINDING)
                .map(one -> one.isLeftOut()
                        ? toldOnItsDay(one.sighting(), today)
                        : told(new Said.TakenBack(one.sighting()), today))
                .collect(Collectors.joining(" "));
    }

    private static Help gravest(List<TakenAway> all) {
        return all.stream().map(TakenAway::help).min(Comparator.naturalOrder()).orElseThrow();
    }

    private String calming(Course course) {
        List<String> said = new ArrayList<>();
        if (course.fever()) {
            said.add(nothingFoundButAFever());
        }
        if (!course.toTell().isEmpty()) {
            said.add(tellYourClinicOfThis());
            said.add(toldBack("", signs(course.toTell()), course.today()));
            said.add(callIfItGetsWorse());
        }
        return said.isEmpty() ? calmed(course.lasting()) : String.join(" ", said);
    }

    private static Set<Said> signs(List<Sighting> sightings) {
        return sightings.stream().map(Said.Sign::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String calmed(Course.Lasting lasting) {
        return switch (lasting) {
            case NO -> nothingFound();
            case KNOWN -> nothingFoundOfKnownPain();
            case PERHAPS_NEVER_SEEN -> nothingFoundOfPainThatStays();
        };
    }

    /// Whether a day and a month alone could be taken for another day.
    static boolean needsItsYear(int epochDay, int today) {
        return today - epochDay >= DAYS_WITHOUT_A_YEAR
                || LocalDate.ofEpochDay(epochDay).getYear()
                        != LocalDate.ofEpochDay(today).getYear();
    }

    /// The soonest level of which an advice says to be seen; that of self-care where none does.
    private static Urgency soonestVisit(List<Finding> findings) {
        return findings.stream()
                .filter(Language::asksForAVisit)
                .map(Finding::urgency)
                .min(Comparator.naturalOrder())
                .orElse(Urgency.SELF_CARE);
    }

    /// Whether its advice names a day for a visit: all of one level name the same.
    private static boolean asksForAVisit(Finding finding) {
        return switch (finding.urgency()) {
            case EMERGENCY_NOW, URGENT_SAME_DAY, SOON, ROUTINE -> true;
            case SELF_CARE -> false;
        };
    }

    private String adviceBeside(Urgency visit, Finding finding, boolean onHold) {
        boolean namesADay = asksForAVisit(finding) || finding.family() == Family.RECURRENCE;
        if (!namesADay || finding.urgency().compareTo(visit) <= 0) {
            return finding.advice();
        }
        String beside = adviceBesideAVisit(finding.rule(), onHold);
        return finding.programme() == Programme.HOLD ? beside : withoutStopping(beside);
    }

    /// Whether what is less urgent rests on something that what must be done now does not rest on.
    private boolean tellMore(Urgency urgency, List<Finding> findings, Map<String, List<Said>> grounds, int today) {
        Set<String> now = new LinkedHashSet<>();
        for (Finding finding : findings) {
            List<String> told = tellable(finding, grounds).stream()
                    .map(said -> told(said, today))
                    .toList();
            if (finding.urgency() == urgency) {
                now.addAll(told);
            } else if (told.isEmpty() || !now.containsAll(told)) {
                return true;
            }
        }
        return false;
    }

    /// What of an advice no other has said before it: to go now is said once.
    private static String unsaid(String advice, Set<String> said) {
        List<String> left = new ArrayList<>();
        for (String sentence : BETWEEN_SENTENCES.split(advice)) {
            if (said.add(sentence)) {
                left.add(sentence);
            }
        }
        return String.join(" ", left);
    }

    private static boolean callsAnAmbulance(Finding finding) {
        return Help.of(finding.rule(), finding.urgency()) == Help.AMBULANCE;
    }

    private String lookedInto(List<Finding> settled, Map<String, List<Said>> grounds, int today) {
        Set<Said> told = new LinkedHashSet<>();
        for (Finding finding : settled) {
            told.addAll(tellable(finding, grounds));
        }
        Set<String> said = new LinkedHashSet<>(List.of(lookedInto(), toldBack("", told, today), keepToWhatTheySaid()));
        told.stream()
                .flatMap(one -> one.sign().stream())
                .map(sign -> ifItHappensAgain(sign.code))
                .forEach(said::add);
        said.remove("");
        return String.join(" ", said);
    }

    /// What was told, and apart from it what a sign told in other words was taken for.
    private String toldBack(String before, Set<Said> all, int today) {
        Set<String> told = new LinkedHashSet<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Said said : all) {
            (said.isReadFromOtherWords() ? taken : told).add(told(said, today));
        }
        List<String> sentences = new ArrayList<>();
        if (!told.isEmpty()) {
            sentences.add(before);
            sentences.addAll(told);
        }
        if (!taken.isEmpty()) {
            sentences.add(takenFor());
            sentences.addAll(taken);
        }
        sentences.remove("");
        return String.join(" ", sentences);
    }

    /// Of one sign on one side the latest telling, which comes first.
    private static Set<Said> tellable(Finding finding, Map<String, List<Said>> grounds) {
        Set<Said> tellable = new LinkedHashSet<>();
        Set<String> signs = new HashSet<>();
        int most = toldAsOne(finding.family()) ? 1 : TOLD_OF_A_FINDING;
        for (Said said : grounds.getOrDefault(finding.rule(), List.of())) {
            boolean before = !(said instanceof Said.TakenBack)
                    && said.sign()
                            .filter(sighting -> !signs.add(sighting.code + " " + sighting.sidesLeft()))
                            .isPresent();
            if (!before && tellable.size() < most) {
                tellable.add(said);
            }
        }
        return tellable;
    }

    private String ask(List<String> questions, boolean nothingElse) {
        if (questions.isEmpty()) {
            return nothingElse ? clinicAsksTheRest() : "";
        }
        List<String> asked = questions.stream().map(this::question).toList();
        return (nothingElse ? weKnowTooLittle() : weAlsoAsk()) + " " + String.join(" ", asked);
    }
}
