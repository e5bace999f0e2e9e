package care.sacrum.triage.live;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.platform.inbox.Inbox;
import care.sacrum.platform.inbox.Intake;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.practice.Practice;
import care.sacrum.triage.practice.Practices;
import care.sacrum.triage.rules.Report;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes session-service's events: keeps practices, patients and reports, and looks at every patient they touch.
@ApplicationScoped
class SessionEvents implements Intake {

    private final Inbox inbox;
    private final ObjectMapper json;
    private final Practices practices;
    private final WatchedPatients patients;
    private final Histories histories;
    private final Watch watch;
    private final UnreadableReports unreadableReports;
    private final NotesToRead notes;
    private final Silences silences;
    private final Lapses lapses;
    private final Statuses statuses;
    private final ErasedPatients erased;
    private final InstantSource clock;

    SessionEvents(
            Inbox inbox,
            ObjectMapper json,
            Practices practices,
            WatchedPatients patients,
            Histories histories,
            Watch watch,
            UnreadableReports unreadableReports,
            NotesToRead notes,
            Silences silences,
            Lapses lapses,
            Statuses statuses,
            ErasedPatients erased,
            InstantSource clock) {
        this.inbox = inbox;
        this.json = json;
        this.practices = practices;
        this.patients = patients;
        this.histories = histories;
        this.watch = watch;
        this.unreadableReports = unreadableReports;
        this.notes = notes;
        this.silences = silences;
        this.lapses = lapses;
        this.statuses = statuses;
        this.erased = erased;
        this.clock = clock;
    }

    @Incoming("session-events")
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
        var practicesTold = new ArrayList<Practice>();
        var reported = new ArrayList<SessionEvent.Reported>(events.size());
        var recorded = new LinkedHashMap<PatientKey, SessionEvent.PatientRecorded>();
        var read = new ArrayList<SessionEvent.NoteRead>();
        var quiet = new ArrayList<SessionEvent.OfASilence>();
        var lapsed = new ArrayList<SessionEvent.OfALapse>();
        var gone = new TreeSet<PatientKey>();
        var concerned = new TreeSet<PatientKey>();
        for (var event : events) {
            switch (SessionEvent.read(event, json)) {
                case SessionEvent.PracticeRecorded(Practice practice) -> practicesTold.add(practice);
                case SessionEvent.PatientRecorded patient -> {
                    recorded.merge(
                            patient.key(), patient, (one, other) -> one.version() > other.version() ? one : other);
                    concerned.add(patient.key());
                }
                case SessionEvent.Reported report -> {
                    reported.add(report);
                    concerned.add(report.key());
                }
                case SessionEvent.NoteRead mark -> {
                    read.add(mark);
                    concerned.add(mark.key());
                }
                case SessionEvent.OfASilence news -> {
                    quiet.add(news);
                    concerned.add(news.key());
                }
                case SessionEvent.OfALapse news -> {
                    lapsed.add(news);
                    concerned.add(news.key());
                }
                case SessionEvent.PatientErased(var key) -> gone.add(key);
                case SessionEvent.OfNoConcern() -> {}
            }
        }
        if (!gone.isEmpty()) {
            // Whatever else this batch says of them came before, and is forgotten with the rest.
            reported.removeIf(report -> gone.contains(report.key()));
            read.removeIf(mark -> gone.contains(mark.key()));
            quiet.removeIf(news -> gone.contains(news.key()));
            lapsed.removeIf(news -> gone.contains(news.key()));
            recorded.keySet().removeAll(gone);
            concerned.removeAll(gone);
        }
        // All at once and before anything is written: who holds one row and waits for another goes by one order.
        var locked = patients.lock(concerned, gone);
        practicesTold.forEach(practices::record);
        erased.forget(gone, clock.instant());
        notes.take(reported, read, clock.instant());
        if (!recorded.isEmpty() || !reported.isEmpty()) {
            look(recorded, reported, locked);
        }
        // After the reports, which may have raised a red flag.
        silences.take(quiet);
        lapses.take(lapsed);
    }

    private void look(
            Map<PatientKey, SessionEvent.PatientRecorded> recorded,
            List<SessionEvent.Reported> reported,
            Map<PatientKey, WatchedPatient> locked) {
        var watched = new HashMap<>(locked);
        var changed = new HashMap<PatientKey, WatchedPatient>();
        recorded.forEach((key, news) -> {
            var before = watched.get(key);
            var told = before.told(news);
            if (told != before) {
                patients.save(told, news.responsibleClinician());
                silences.told(told, clock.instant());
                lapses.told(told, clock.instant());
                statuses.told(before, told, clock.instant());
                watched.put(key, told);
                changed.put(key, told);
            }
        });
        var known = new HashMap<PatientKey, List<Report>>(histories.add(reported, watched));
        known.keySet().forEach(key -> changed.put(key, watched.get(key)));
        var withoutNews = new HashMap<>(changed);
        withoutNews.keySet().removeAll(known.keySet());
        known.putAll(histories.of(withoutNews));
        watch.look(changed, known);
    }

    /// A patient's report that nobody can read may be the one that mattered: a person must look.
    @Override
    public void gaveUpOn(IncomingEvent event, String reason) {
        PatientKey.read(event.key()).ifPresent(key -> {
            patients.lock(new TreeSet<>(List.of(key)));
            unreadableReports.raise(key, event, reason, clock.instant());
        });
    }
}
