package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.store.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The reports of each patient: kept in the database, and the histories used last at hand in memory, already read.
///
/// What is at hand is used only while its number of reports is the number on the patient's locked row, and is put there
/// only after the commit, so it is never ahead of the database and never behind it.
@Singleton
class Histories {

    private static final Comparator<Report> AS_OBSERVED = Comparator.comparing(Report::observedAt);

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final Readings readings;
    private final AtHand atHand;

    Histories(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transaction,
            Readings readings,
            @ConfigProperty(name = "sacrum.triage.histories-at-hand-megabytes", defaultValue = "64") int megabytes) {
        this.database = database;
        this.transaction = transaction;
        this.readings = readings;
        this.atHand = new AtHand(megabytes * 1_000_000L);
    }

    /// Keeps the reports whose id is new for their patient; the first content under an id stays.
    ///
    /// @return the whole history of each patient that has a new report, its size the row's new count
    Map<PatientKey, List<Report>> add(List<SessionEvent.Reported> told, Map<PatientKey, WatchedPatient> patients) {
        var added = Sql.with(database, connection -> insert(connection, told));
        if (added.isEmpty()) {
            return Map.of();
        }
        var news = new HashMap<PatientKey, List<Report>>();
        var seen = new HashSet<ReportKey>();
        for (var one : told) {
            var key = new ReportKey(one.key(), one.reportId());
            if (added.contains(key) && seen.add(key)) {
                news.computeIfAbsent(one.key(), patient -> new ArrayList<>()).add(readings.report(one.report()));
            }
        }
        var histories = new HashMap<PatientKey, List<Report>>();
        var notAtHand = new HashSet<PatientKey>();
        news.forEach((patient, reports) -> {
            var before = atHand.of(patient, patients.get(patient).reports());
            if (before == null) {
                notAtHand.add(patient);
            } else {
                var all = new ArrayList<Report>(before.size() + reports.size());
                all.addAll(before);
                all.addAll(reports);
                histories.put(patient, all);
            }
        });
        histories.putAll(load(notAtHand));
        // Rules read a history as it was observed; kept so, a new report costs no sorting of the old ones.
        histories.values().forEach(history -> history.sort(AS_OBSERVED));
        atHandAfterCommit(histories);
        return histories;
    }

    /// The whole history of each of these patients.
    Map<PatientKey, List<Report>> of(Map<PatientKey, WatchedPatient> patients) {
        var histories = new HashMap<PatientKey, List<Report>>();
        var notAtHand = new HashSet<PatientKey>();
        patients.forEach((key, patient) -> {
            var reports = atHand.of(key, patient.reports());
            if (reports == null) {
                notAtHand.add(key);
            } else {
                histories.put(key, reports);
            }
        });
        histories.putAll(load(notAtHand));
        return histories;
    }

    /// A patient's history is not kept at hand any more.
    void forget(PatientKey patient) {
        atHand.forget(patient);
    }

    private record ReportKey(PatientKey patient, String reportId) {}

    private static Set<ReportKey> insert(Connection connection, List<SessionEvent.Reported> told) throws SQLException {
        if (told.isEmpty()) {
            return Set.of();
        }
        int size = told.size();
        var practices = new UUID[size];
        var patients = new UUID[size];
        var ids = new String[size];
        var contents = new String[size];
        for (int i = 0; i < size; i++) {
            var one = told.get(i);
            practices[i] = one.key().practice();
            patients[i] = one.key().patient();
            ids[i] = one.reportId();
            contents[i] = one.report().toString();
        }
        try (var insert = connection.prepareStatement("""
                insert into report (practice_id, patient_id, report_id, content)
                select * from unnest(?, ?, ?, ?) on conflict do nothing
                returning practice_id, patient_id, report_id""")) {
            insert.setArray(1, connection.createArrayOf("uuid", practices));
            insert.setArray(2, connection.createArrayOf("uuid", patients));
            insert.setArray(3, connection.createArrayOf("text", ids));
            insert.setArray(4, connection.createArrayOf("text", contents));
            try (var added = insert.executeQuery()) {
                var keys = new HashSet<ReportKey>();
                while (added.next()) {
                    keys.add(new ReportKey(
                            new PatientKey(added.getObject(1, UUID.class), added.getObject(2, UUID.class)),
                            added.getString(3)));
                }
                return keys;
            }
        }
    }

    private Map<PatientKey, List<Report>> load(Collection<PatientKey> patients) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        return Sql.with(database, connection -> {
            var practiceIds = patients.stream().map(PatientKey::practice).toArray();
            var patientIds = patients.stream().map(PatientKey::patient).toArray();
            try (var select = connection.prepareStatement("""
                    select practice_id, patient_id, content from report
                    where (practice_id, patient_id) in (select * from unnest(?, ?))""")) {
                select.setArray(1, connection.createArrayOf("uuid", practiceIds));
                select.setArray(2, connection.createArrayOf("uuid", patientIds));
                select.setFetchSize(1000);
                try (var found = select.executeQuery()) {
                    var histories = new HashMap<PatientKey, List<Report>>();
                    patients.forEach(patient -> histories.put(patient, new ArrayList<>()));
                    while (found.next()) {
                        var key = new PatientKey(found.getObject(1, UUID.class), found.getObject(2, UUID.class));
                        histories.get(key).add(readings.report(found.getString(3)));
                    }
                    return histories;
                }
            }
        });
    }

    private void atHandAfterCommit(Map<PatientKey, List<Report>> histories) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    histories.forEach(atHand::put);
                }
            }
        });
    }

    /// The histories used last, bounded by their estimated weight on the heap.
    private static final class AtHand {
        private static final long BYTES_A_REPORT = 350;
        private static final long BYTES_A_SYMPTOM = 160;

        private record Held(List<Report> reports, long bytes) {
            static Held of(List<Report> reports) {
                long bytes = 0;
                for (var report : reports) {
                    bytes +=
                            BYTES_A_REPORT + BYTES_A_SYMPTOM * report.symptoms().size();
                }
                return new Held(reports, bytes);
            }
        }

        private final long bytesAtMost;
        private final LinkedHashMap<PatientKey, Held> histories = new LinkedHashMap<>(16, 0.75f, true);
        private long bytes;

        AtHand(long bytesAtMost) {
            this.bytesAtMost = bytesAtMost;
        }

        synchronized @Nullable List<Report> of(PatientKey patient, int count) {
            var held = histories.get(patient);
            return held != null && held.reports().size() == count ? held.reports() : null;
        }

        synchronized void forget(PatientKey patient) {
            var held = histories.remove(patient);
            bytes -= held == null ? 0 : held.bytes();
        }

        synchronized void put(PatientKey patient, List<Report> history) {
            var held = Held.of(history);
            var replaced = histories.put(patient, held);
            bytes += held.bytes() - (replaced == null ? 0 : replaced.bytes());
            var eldest = histories.entrySet().iterator();
            while (bytes > bytesAtMost && eldest.hasNext()) {
                bytes -= eldest.next().getValue().bytes();
                eldest.remove();
            }
        }
    }
}
