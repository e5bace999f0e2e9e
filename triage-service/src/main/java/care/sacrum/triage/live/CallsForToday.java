package care.sacrum.triage.live;

import care.sacrum.triage.rules.Because;
import care.sacrum.triage.rules.Certainty;
import care.sacrum.triage.rules.Evaluation;
import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Programme;
import care.sacrum.triage.rules.Referral;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// Whoever is told to call the clinic today, and over whom no rule fires, is a finding of its own: a sign was told
/// and taken back, perhaps in one upload, so that nobody there ever saw it. Somebody must know of whom, and today;
/// it puts no programme on hold by itself. It says nothing of what the sign was; what a sign that nobody can read
/// calls for is [UnreadSigns]'.
final class CallsForToday {

    static final String RULE = "call-today";

    private static final Duration LOOKED_BACK = Duration.ofDays(42);
    private static final int REPORTS_NAMED = 20;

    private CallsForToday() {}

    /// What the rules say of these reports at an instant.
    @FunctionalInterface
    interface Rules {
        Evaluation of(List<Report> reports, Instant at);
    }

    /// What would have sent the patient on.
    ///
    /// @param takenBack when that came
    private record Gone(Finding finding, Instant takenBack) {}

    /// Once a clinician has answered it, only what else is taken back raises it again.
    ///
    /// @param inHand what stands on the worklist although it was taken back, or a clinician has taken on or closed
    static List<Finding> of(
            List<Report> history,
            Evaluation evaluation,
            Rules rules,
            Supplier<BiPredicate<Finding, Instant>> inHand,
            Instant at) {
        if (!isCalled(history, evaluation, rules, at)) {
            return List.of();
        }
        var all = wasForToday(history, rules, at);
        var known = inHand.get();
        var nobodys = all.stream()
                .filter(gone -> !known.test(gone.finding(), gone.takenBack()))
                .map(Gone::finding)
                .toList();
        if (nobodys.isEmpty() && !all.isEmpty()) {
            return List.of();
        }
        return List.of(over(nobodys));
    }

    /// The one finding over all that was taken back.
    ///
    /// @param gone what would have sent the patient on; none where something else has the text say to call
    static Finding over(List<Finding> gone) {
        Set<String> keys = new TreeSet<>();
        Set<Because> because = new LinkedHashSet<>();
        Instant last = Instant.EPOCH;
        for (var one : gone) {
            one.evidenceKeys().forEach(key -> keys.add(one.family().word() + " " + key));
            because.addAll(one.because());
            last = one.toldLast().isAfter(last) ? one.toldLast() : last;
        }
        return new Finding(
                RULE,
                1,
                Family.OTHER_MEDICAL,
                Urgency.URGENT_SAME_DAY,
                List.of(Referral.PHYSICAL_THERAPIST),
                because.stream().limit(REPORTS_NAMED).toList(),
                keys.isEmpty()
                        ? "Was told to call today: ask what happened"
                        : "Told a sign and took it back; was told to call today",
                "Call your clinic today and tell them what you told us.",
                List.of("judgement"),
                Certainty.LOW,
                Programme.CONTINUE,
                keys.isEmpty() ? Set.of(RULE) : keys,
                last,
                RULE);
    }

    private static boolean isCalled(List<Report> history, Evaluation evaluation, Rules rules, Instant at) {
        boolean called = evaluation.callToday() && !evaluation.urgency().isForToday();
        return called
                && (!evaluation.signUnread()
                        || rules.of(withoutUnreadSigns(history), at).callToday());
    }

    private static List<Report> withoutUnreadSigns(List<Report> history) {
        return history.stream()
                .map(report -> report.signUnread() ? report.with(draft -> draft.signUnread(false)) : report)
                .toList();
    }

    /// What would have sent the patient on at once or today, each time before something was taken back.
    private static List<Gone> wasForToday(List<Report> history, Rules rules, Instant at) {
        var asTold = history.stream()
                .map(report -> report.with(draft -> draft.sentAt(null).receivedAt(report.observedAt())))
                .toList();
        var came = new TreeMap<Instant, Instant>();
        history.stream()
                .filter(CallsForToday::takesBack)
                .filter(report -> report.observedAt().isAfter(at.minus(LOOKED_BACK)))
                .forEach(report -> came.merge(
                        report.observedAt(), report.receivedAt(), (one, other) -> one.isAfter(other) ? one : other));
        return came.entrySet().stream()
                .flatMap(moment -> rules.of(before(moment.getKey(), asTold), moment.getKey()).findings().stream()
                        .filter(finding -> finding.urgency().isForToday())
                        .map(finding -> new Gone(finding, moment.getValue())))
                .toList();
    }

    private static List<Report> before(Instant moment, List<Report> reports) {
        return reports.stream()
                .filter(report -> report.observedAt().isBefore(moment))
                .toList();
    }

    private static boolean takesBack(Report report) {
        return report.kind() == Kind.CORRECTION
                || report.symptoms().stream().anyMatch(symptom -> symptom.status() == Status.DENIED);
    }
}
