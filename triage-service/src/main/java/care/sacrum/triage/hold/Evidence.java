package care.sacrum.triage.hold;

import care.sacrum.triage.live.ProgrammeMustHold;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Urgency;
import care.sacrum.triage.rules.Word;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a hold rests on: complaints within a family, each with how urgent it was at most. The same complaint told again
/// is nothing new; the same complaint grown more urgent is.
record Evidence(Map<String, Urgency> mostUrgent) {

    static final Evidence NONE = new Evidence(Map.of());

    static Evidence of(Collection<ProgrammeMustHold.Ground> grounds) {
        var all = new LinkedHashMap<String, Urgency>();
        for (var ground : grounds) {
            var finding = ground.finding();
            keys(finding).forEach(key -> all.merge(key, finding.urgency(), Evidence::moreUrgent));
        }
        return new Evidence(all);
    }

    /// A finding that names no complaint rests on its spell of trouble.
    private static Stream<String> keys(Finding finding) {
        var named = finding.evidenceKeys().isEmpty() ? List.of(finding.episode()) : finding.evidenceKeys();
        return named.stream().map(key -> finding.family().word() + " " + key);
    }

    /// Whether nothing of the other is new to this.
    boolean covers(Evidence other) {
        return other.mostUrgent.entrySet().stream().allMatch(each -> {
            var known = mostUrgent.get(each.getKey());
            return known != null && known.compareTo(each.getValue()) <= 0;
        });
    }

    Evidence and(Evidence other) {
        var both = new LinkedHashMap<>(mostUrgent);
        other.mostUrgent.forEach((key, urgency) -> both.merge(key, urgency, Evidence::moreUrgent));
        return new Evidence(both);
    }

    private static Urgency moreUrgent(Urgency one, Urgency other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// As the database keeps it: the urgency, and then the complaint.
    String[] words() {
        return mostUrgent.entrySet().stream()
                .map(each -> each.getValue().word() + " " + each.getKey())
                .toArray(String[]::new);
    }

    static Evidence read(String[] words) {
        var all = new LinkedHashMap<String, Urgency>();
        for (var word : words) {
            int space = word.indexOf(' ');
            var urgency = Word.find(Urgency.class, word.substring(0, space)).orElseThrow();
            all.merge(word.substring(space + 1), urgency, Evidence::moreUrgent);
        }
        return new Evidence(all);
    }
}
