package care.sacrum.session.report;

import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.session.replay.Chapter;
import care.sacrum.session.replay.Span;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Every report, in the order in which they were taken; of those that came together in a batch, the earlier observed
/// first, so that a correction stands behind what it corrects.
@Singleton
class ReportChapter implements Chapter {

    private final Reports reports;

    ReportChapter(Reports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public Turn turn() {
        return Turn.REPORTS;
    }

    @Override
    public Page of(UUID practice, UUID patient, Span span, Optional<String> place, int limit) {
        var found = reports.taken(practice, patient, span, place.map(ReportChapter::read), limit);
        return new Page(
                found.stream()
                        .map(report -> event(new ReportEvent(practice, patient, report)))
                        .toList(),
                found.size() < limit ? Optional.empty() : Optional.of(write(found.getLast())));
    }

    private static OutgoingEvent event(ReportEvent event) {
        return new OutgoingEvent(
                event.id(), Topics.SESSION, event.key(), event.type(), event.subject(), event.time(), event.data());
    }

    private static String write(Report last) {
        return last.receivedAt() + "|" + last.observed() + "|" + last.id();
    }

    private static Reports.Taken read(String place) {
        var parts = place.split("\\|");
        return new Reports.Taken(Instant.parse(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
    }
}
