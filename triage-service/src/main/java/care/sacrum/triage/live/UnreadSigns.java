package care.sacrum.triage.live;

import care.sacrum.triage.cases.CaseReader;
import care.sacrum.triage.finding.Life;
import care.sacrum.triage.rules.Because;
import care.sacrum.triage.rules.Certainty;
import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Languages;
import care.sacrum.triage.rules.Programme;
import care.sacrum.triage.rules.Referral;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A sign that was told in words which no rule reads is a finding of its own: the patient is asked to tell the clinic
/// today, so somebody there must know of whom. No rule fires on it, and it says nothing of what the sign is.
final class UnreadSigns {

    static final String RULE = Life.UNREAD_SIGN;

    private static final String SAYS = "a sign in words that no rule reads";

    private static final int REPORTS_NAMED = 20;

    private UnreadSigns() {}

    /// One for all of the last days; once a clinician has answered it, only another word raises it again, or another
    /// report where there is none to tell it by, or where the answer covers nothing that is told later.
    static List<Finding> of(List<Report> history, Instant at) {
        Set<String> keys = new TreeSet<>();
        var because = new ArrayList<Because>();
        Instant last = Instant.EPOCH;
        for (var report : unreadLatestFirst(history, at)) {
            boolean told =
                    !report.unknownCodes().isEmpty() && !report.unknownCodes().contains(CaseReader.UNREADABLE_SIGN);
            keys.addAll(told ? report.unknownCodes() : List.of(report.reportId()));
            because.add(new Because(report.reportId(), LocalDate.ofInstant(report.observedAt(), report.zone()), SAYS));
            last = report.receivedAt().isAfter(last) ? report.receivedAt() : last;
        }
        return keys.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        RULE,
                        1,
                        Family.OTHER_MEDICAL,
                        Urgency.SOON,
                        List.of(Referral.PHYSICAL_THERAPIST),
                        because.stream().limit(REPORTS_NAMED).toList(),
                        "A sign was told in words that no rule reads: ask what it is",
                        Languages.ENGLISH.advice(RULE, Urgency.SOON),
                        List.of("judgement"),
                        Certainty.LOW,
                        Programme.CONTINUE,
                        keys,
                        last,
                        RULE));
    }

    private static List<Report> unreadLatestFirst(List<Report> history, Instant at) {
        return history.stream()
                .filter(report -> report.tellsOfAnUnreadSign(at))
                .sorted(Comparator.comparing(Report::observedAt).reversed().thenComparing(Report::reportId))
                .toList();
    }
}
