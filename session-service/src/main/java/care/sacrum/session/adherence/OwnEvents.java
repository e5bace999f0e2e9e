package care.sacrum.session.adherence;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.inbox.Inbox;
import care.sacrum.platform.inbox.Intake;
import care.sacrum.session.adherence.Touched.Mark;
import care.sacrum.session.asking.Id;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Learns from this service's own events what came in: a report is kept by one statement, and that does nothing for
/// adherence. Only key and subject are read; what they name is in the database.
@ApplicationScoped
class OwnEvents implements Intake {

    private static final String REPORT = "report/";

    private final Inbox inbox;
    private final Touched touched;

    OwnEvents(Inbox inbox, Touched touched) {
        this.inbox = inbox;
        this.touched = touched;
    }

    @Incoming("own-events")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, this);
    }

    @Override
    public String topic() {
        return Topics.SESSION;
    }

    @Override
    public void take(List<IncomingEvent> events) {
        touched.mark(events.stream().flatMap(OwnEvents::mark).distinct().toList());
    }

    /// What is not of this service, and what it does not name, is no concern of adherence and no fault.
    private static Stream<Mark> mark(IncomingEvent event) {
        return switch (event.type()) {
            case "care.sacrum.session.completed.v1",
                    "care.sacrum.session.symptoms-reported.v1",
                    "care.sacrum.session.report-corrected.v1" ->
                key(event).stream()
                        .flatMap(key -> Optional.ofNullable(event.headers().get("ce_subject"))
                                .filter(subject -> subject.startsWith(REPORT))
                                .flatMap(subject -> Id.read(subject.substring(REPORT.length())))
                                .map(report -> Mark.of(key, report))
                                .stream());
            case "care.sacrum.session.prescription-recorded.v1", "care.sacrum.session.patient-recorded.v1" ->
                key(event).map(Mark::everyDayOf).stream();
            default -> Stream.empty();
        };
    }

    private static Optional<PatientKey> key(IncomingEvent event) {
        int slash = event.key().indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Id.read(event.key().substring(0, slash))
                        .flatMap(practice -> Id.read(event.key().substring(slash + 1))
                                .map(patient -> new PatientKey(practice, patient)));
    }
}
