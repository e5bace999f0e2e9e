package care.sacrum.triage.webhook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The types of the events that are published and can be pushed: a webhook for any other would wait for ever.
final class EventTypes {

    private static final List<String> OF_TRIAGE = List.of(
            "care.sacrum.triage.advice-given.v1",
            "care.sacrum.triage.finding-acknowledged.v1",
            "care.sacrum.triage.finding-closed.v1",
            "care.sacrum.triage.finding-delivered.v1",
            "care.sacrum.triage.finding-escalated.v1",
            "care.sacrum.triage.finding-raised.v1",
            "care.sacrum.triage.finding-reopened.v1",
            "care.sacrum.triage.finding-withdrawn.v1",
            "care.sacrum.triage.parameters-changed.v1",
            "care.sacrum.triage.programme-held.v1",
            "care.sacrum.triage.programme-released.v1");

    private static final List<String> OF_SESSIONS = List.of(
            "care.sacrum.session.adherence-lapse-over.v1",
            "care.sacrum.session.adherence-lapsed.v1",
            "care.sacrum.session.completed.v1",
            "care.sacrum.session.excuse-recorded.v1",
            "care.sacrum.session.note-read.v1",
            "care.sacrum.session.patient-back.v1",
            "care.sacrum.session.patient-erased.v1",
            "care.sacrum.session.patient-recorded.v1",
            "care.sacrum.session.patient-silence-over.v1",
            "care.sacrum.session.patient-silent.v1",
            "care.sacrum.session.practice-recorded.v1",
            "care.sacrum.session.prescription-recorded.v1",
            "care.sacrum.session.report-corrected.v1",
            "care.sacrum.session.symptoms-reported.v1");

    private static final List<String> ALL_OF_A_SERVICE = List.of("care.sacrum.triage.*", "care.sacrum.session.*");

    private static final Set<String> WISHED = Stream.of(OF_TRIAGE, OF_SESSIONS, ALL_OF_A_SERVICE)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private EventTypes() {}

    static boolean mayBeWished(String type) {
        return WISHED.contains(type);
    }
}
