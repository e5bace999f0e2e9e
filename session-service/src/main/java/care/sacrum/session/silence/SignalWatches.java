package care.sacrum.session.silence;

import care.sacrum.session.asking.Weekday;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was said of patients so far, when to look again, and the facts to look at. In plain SQL and a few
/// patients at a time: the newest of a patient's reports are found by index, and nothing of it is written when
/// one comes.
@Singleton
class SignalWatches {

    /// Times of one local day are in order, those of different days may change places by a journey over the
    /// date line.
    private static final int NEWEST_REPORTS = 30;

    private static final String COLUMNS = """
            practice_id, patient_id, silence, silent_at, counted_from, lapse, lapsed_at,
            (select (data ->> 'lastObservedAt')::timestamptz from raised_signal said
             where said.practice_id = patient_signal.practice_id and said.patient_id = patient_signal.patient_id
                 and said.type = '%s' and said.number = silence and silent_at is not null) as known_observed
            """.formatted(PatientSilent.TYPE);

    /// By whomever it was handed in; but a clinician who corrects a report has heard nothing new.
    private static final String TELLS_OF_THE_PATIENT = "not (on_behalf and kind = 'correction')";

    /// What quiet days are counted from; costs the same however long the history is.
    private static final String COUNTED = """
            select given.practice_id, given.patient_id, patient.status, patient_signal.enrolled_at,
                patient.home_time_zone, patient_signal.counted_from,
                greatest(
                    (select max(least(observed_at, received_at)) from
                        (select observed_at, received_at from report
                         where report.practice_id = given.practice_id and report.patient_id = given.patient_id
                             and local_day <= ? and %2$s
                         order by local_day desc, observed_at desc, report_id desc limit %1$d) newest),
                    -- Of a day to come, by the device's clock: nobody knows when it was, but it came.
                    -- By offset 0 found by day: by receipt, the whole history would be read for want of one.
                    (select max(received_at) from
                        (select received_at from report
                         where report.practice_id = given.practice_id and report.patient_id = given.patient_id
                             and local_day > ? and %2$s offset 0) to_come)) as observed,
                (select coalesce(jsonb_agg(jsonb_build_object(
                        'programme', programme, 'first', start_date, 'last', end_date,
                        'weekdays', coalesce(weekdays, '[]'), 'daysAWeek', days_a_week, 'pauses', pauses || (
                            select coalesce(jsonb_agg(jsonb_build_object(
                                'from', from_day, 'resumedOn', to_day + 1)), '[]')
                            from excuse
                            where excuse.practice_id = given.practice_id and excuse.patient_id = given.patient_id
                                and withdrawn_at is null
                                -- Who is on hold is to be heard from, whatever the patient's own excuse.
                                and (by_staff or not exists (
                                    select from programme_hold hold
                                    where hold.practice_id = given.practice_id and hold.patient_id = given.patient_id
                                        and hold.released_at is null))))
                        order by (
                            select recorded_at from prescription_version first_version
                            where first_version.practice_id = prescription.practice_id
                                and first_version.prescription_id = prescription.prescription_id
                            order by version limit 1), prescription_id), '[]')
                 from prescription
                 where prescription.practice_id = given.practice_id and prescription.patient_id = given.patient_id)
                    as plans
            """.formatted(NEWEST_REPORTS, TELLS_OF_THE_PATIENT);

    private static final String OTHERS_TOLD = """
                , exists (select from programme_hold hold
                 where hold.practice_id = given.practice_id and hold.patient_id = given.patient_id
                     and hold.released_at is null) as on_hold,
                (select count(*) from report
                 where report.practice_id = given.practice_id and report.patient_id = given.patient_id) as reports,
                (select max(received_at) from report
                 where report.practice_id = given.practice_id and report.patient_id = given.patient_id) as handed_in,
                (select max(received_at) from report
                 where report.practice_id = given.practice_id and report.patient_id = given.patient_id
                     and not on_behalf) as synced,
                (select local_day from report
                 where report.practice_id = given.practice_id and report.patient_id = given.patient_id
                     and local_day <= ? and kind = 'session'
                 order by local_day desc limit 1) as session_day
            """;

    private static final String OF_THE_GIVEN = """
            from unnest(?::uuid[], ?::uuid[]) as given (practice_id, patient_id)
            join patient using (practice_id, patient_id)
            join patient_signal using (practice_id, patient_id)
            """;

    private static final TypeReference<List<Plan>> PLANS = new TypeReference<>() {};
    private static final TypeReference<List<Hours>> HOURS = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json;

    SignalWatches(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// What was said of a patient so far.
    ///
    /// @param silence how many silences were told
    /// @param lapse   how many lapses were told
    record Watch(PatientKey key, long silence, Silence.Before before, long lapse, Optional<Instant> lapsedAt) {}

    /// By what a practice is told.
    record Terms(WorkingHours hours, Thresholds thresholds) {}

    /// As `prescription` keeps it.
    record Plan(
            String programme,
            LocalDate first,
            @Nullable LocalDate last,
            List<Weekday> weekdays,
            int daysAWeek,
            List<Plans.Pause> pauses) {
        Plans.Plan read() {
            return new Plans.Plan(
                    programme,
                    first,
                    last,
                    weekdays.stream().map(day -> DayOfWeek.valueOf(day.name())).collect(Collectors.toSet()),
                    daysAWeek,
                    pauses);
        }
    }

    /// As `practice` keeps it.
    record Hours(Weekday day, String opens, String closes) {
        WorkingHours.Stretch read() {
            return WorkingHours.Stretch.of(day, opens, closes);
        }
    }

    /// Looks at the patient soon. One who is treated again is counted from then on.
    void recorded(PatientKey key, String status, Instant now) {
        with(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into patient_signal (practice_id, patient_id, due_at, enrolled_at, status)
                    values (?, ?, ?, ?, ?)
                    on conflict (practice_id, patient_id) do update set
                        due_at = excluded.due_at, status = excluded.status,
                        counted_from = case when excluded.status = 'active' and patient_signal.status <> 'active'
                            then excluded.due_at else patient_signal.counted_from end""")) {
                upsert.setObject(1, key.practice());
                upsert.setObject(2, key.patient());
                upsert.setObject(3, utc(now));
                upsert.setObject(4, utc(now));
                upsert.setString(5, status);
                return upsert.executeUpdate();
            }
        });
    }

    /// Looks at the patients soon: something else may be expected, or of what was done something else be known. Whoever
    /// writes the rows of several takes them in this order and in one statement, or two would wait for each other.
    ///
    /// @param lapsed of these only those of whom a lapse lasts, since it may be over
    void lookSoonAt(Collection<PatientKey> keys, Collection<PatientKey> lapsed, Instant now) {
        with(connection -> {
            try (var update = connection.prepareStatement("""
                    with given as (
                        select practice_id, patient_id, false as lapsed_only
                        from unnest(?::uuid[], ?::uuid[]) as one (practice_id, patient_id)
                        union all
                        select practice_id, patient_id, true
                        from unnest(?::uuid[], ?::uuid[]) as one (practice_id, patient_id)
                    ), wanted as (
                        select practice_id, patient_id from patient_signal join given using (practice_id, patient_id)
                        where not lapsed_only or lapsed_at is not null
                        order by practice_id, patient_id for no key update of patient_signal)
                    update patient_signal set due_at = ? from wanted
                    where patient_signal.practice_id = wanted.practice_id
                        and patient_signal.patient_id = wanted.patient_id""")) {
                setKeys(connection, update, 1, keys);
                setKeys(connection, update, 3, lapsed);
                update.setObject(5, utc(now));
                return update.executeUpdate();
            }
        });
    }

    /// Looks at every patient of the practice soon: it is told by other terms.
    void termsChanged(UUID practice, Instant now) {
        with(connection -> {
            try (var update = connection.prepareStatement("""
                    with wanted as (
                        select patient_id from patient_signal where practice_id = ?
                        order by patient_id for no key update)
                    update patient_signal set due_at = ? from wanted
                    where patient_signal.practice_id = ? and patient_signal.patient_id = wanted.patient_id""")) {
                update.setObject(1, practice);
                update.setObject(2, utc(now));
                update.setObject(3, practice);
                return update.executeUpdate();
            }
        });
    }

    /// Those whose time has come, locked; another instance takes others.
    List<Watch> lockDue(Instant now, int atMost) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """

                    from patient_signal where due_at <= ? and (put_off_until is null or put_off_until <= ?)
                    order by due_at limit ? for update skip locked""")) {
                select.setObject(1, utc(now));
                select.setObject(2, utc(now));
                select.setInt(3, atMost);
                return watches(select);
            }
        });
    }

    /// Those who are silent and of whom something came that was not looked at yet, locked.
    List<Watch> lockReturned(Instant now, int atMost) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """

                    from patient_signal
                    where silent_at is not null and (put_off_until is null or put_off_until <= ?) and exists
                        (select 1 from report
                         where report.practice_id = patient_signal.practice_id
                             and report.patient_id = patient_signal.patient_id
                             and report.received_at > coalesce(patient_signal.known_until, '-infinity'))
                    order by silent_at limit ? for update skip locked""")) {
                select.setObject(1, utc(now));
                select.setInt(2, atMost);
                return watches(select);
            }
        });
    }

    /// Nobody looks at the patient before then.
    void putOff(PatientKey key, Instant until) {
        with(connection -> {
            try (var update = connection.prepareStatement(
                    "update patient_signal set put_off_until = ? where practice_id = ? and patient_id = ?")) {
                update.setObject(1, utc(until));
                update.setObject(2, key.practice());
                update.setObject(3, key.patient());
                return update.executeUpdate();
            }
        });
    }

    /// That patient alone, locked; nobody where somebody else looks.
    List<Watch> lock(PatientKey key) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """

                    from patient_signal where practice_id = ? and patient_id = ? for update skip locked""")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                return watches(select);
            }
        });
    }

    /// Locks the rows of those patients whom nobody else is writing of, as everyone does who adds an event;
    /// never waits, since an erasure holds the patient's row and waits for ours.
    Set<PatientKey> lockPatients(Collection<PatientKey> keys) {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select practice_id, patient_id from patient
                    where (practice_id, patient_id) in (select * from unnest(?::uuid[], ?::uuid[]))
                    order by practice_id, patient_id for no key update skip locked""")) {
                setKeys(connection, select, 1, keys);
                var locked = new HashSet<PatientKey>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        locked.add(key(found));
                    }
                }
                return locked;
            }
        });
    }

    Optional<Watch> find(PatientKey key) {
        return with(connection -> {
            try (var select = connection.prepareStatement(
                    "select " + COLUMNS + " from patient_signal where practice_id = ? and patient_id = ?")) {
                select.setObject(1, key.practice());
                select.setObject(2, key.patient());
                return watches(select).stream().findFirst();
            }
        });
    }

    /// Where a page of silent patients begins: behind this one.
    record Place(Instant silentAt, LocalDate quietSince, UUID patient) {
        static final Place BEFORE_ALL = new Place(Instant.EPOCH, LocalDate.EPOCH, new UUID(0, 0));
    }

    /// A patient who is silent.
    ///
    /// @param place in the order of the list
    record Silent(Watch watch, Place place) {}

    /// Those of a practice who are silent, the longest told first, of those told together the longest quiet:
    /// after a weekend all of it is told at one moment.
    List<Silent> silent(UUID practice, Place after, int limit) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """
                    , quiet_since from patient_signal join raised_signal told using (practice_id, patient_id)
                    cross join lateral (values ((data ->> 'quietSince')::date)) as quiet (quiet_since)
                    where practice_id = ? and silent_at is not null and told.type = ? and told.number = silence
                        and (silent_at, quiet_since, patient_id) > (?, ?, ?)
                    order by silent_at, quiet_since, patient_id limit ?""")) {
                select.setObject(1, practice);
                select.setString(2, PatientSilent.TYPE);
                select.setObject(3, utc(after.silentAt));
                select.setObject(4, after.quietSince);
                select.setObject(5, after.patient);
                select.setInt(6, limit);
                var silent = new ArrayList<Silent>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        var watch = watch(found);
                        silent.add(new Silent(
                                watch,
                                new Place(
                                        watch.before().raisedAt().orElseThrow(),
                                        found.getObject("quiet_since", LocalDate.class),
                                        watch.key().patient())));
                    }
                }
                return silent;
            }
        });
    }

    Map<PatientKey, Silence.Facts> facts(Collection<Watch> watches, Instant now) {
        if (watches.isEmpty()) {
            return Map.of();
        }
        var before = new HashMap<PatientKey, Silence.Before>();
        watches.forEach(watch -> before.put(watch.key(), watch.before()));
        var latestDay = latestDay(now);
        return with(connection -> {
            try (var select = connection.prepareStatement(COUNTED + OTHERS_TOLD + OF_THE_GIVEN)) {
                select.setObject(1, latestDay);
                select.setObject(2, latestDay);
                select.setObject(3, latestDay);
                setKeys(connection, select, 4, before.keySet());
                var facts = new HashMap<PatientKey, Silence.Facts>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        var key = key(found);
                        facts.put(key, facts(found, before.getOrDefault(key, Silence.Before.NOTHING)));
                    }
                }
                return facts;
            }
        });
    }

    /// What quiet days are counted from, and nothing else.
    Map<PatientKey, Silence.Counted> counted(Collection<PatientKey> keys, Instant now) {
        var latestDay = latestDay(now);
        return with(connection -> {
            try (var select = connection.prepareStatement(COUNTED + OF_THE_GIVEN)) {
                select.setObject(1, latestDay);
                select.setObject(2, latestDay);
                setKeys(connection, select, 3, keys);
                var counted = new HashMap<PatientKey, Silence.Counted>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        counted.put(key(found), counted(found));
                    }
                }
                return counted;
            }
        });
    }

    /// Somewhere on earth it is tomorrow already.
    private static LocalDate latestDay(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }

    private Silence.Counted counted(ResultSet found) throws SQLException {
        return new Silence.Counted(
                found.getString("status"),
                instant(found, "enrolled_at").orElseThrow(),
                ZoneId.of(found.getString("home_time_zone")),
                new Plans(read(found.getString("plans"), PLANS).stream()
                        .map(Plan::read)
                        .toList()),
                instant(found, "observed"),
                instant(found, "counted_from"));
    }

    private Silence.Facts facts(ResultSet found, Silence.Before before) throws SQLException {
        var counted = counted(found);
        return new Silence.Facts(
                counted.status(),
                counted.enrolled(),
                counted.home(),
                counted.plans(),
                found.getBoolean("on_hold"),
                new Silence.Told(
                        found.getInt("reports"),
                        counted.observed(),
                        instant(found, "synced"),
                        instant(found, "handed_in"),
                        Optional.ofNullable(found.getObject("session_day", LocalDate.class))),
                before);
    }

    Map<UUID, Terms> terms(Collection<UUID> practices) {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select practice_id, time_zone, hours, holidays, silent_after_days, lapse_below_percent,
                        lapse_window_days, lapse_expected_at_least
                    from practice left join signal_setting using (practice_id) where practice_id = any (?)""")) {
                select.setArray(1, connection.createArrayOf("uuid", practices.toArray()));
                var terms = new HashMap<UUID, Terms>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        terms.put(
                                found.getObject("practice_id", UUID.class), new Terms(hours(found), thresholds(found)));
                    }
                }
                return terms;
            }
        });
    }

    private WorkingHours hours(ResultSet found) throws SQLException {
        @Nullable String hours = found.getString("hours");
        var said = hours == null
                ? List.<WorkingHours.Stretch>of()
                : read(hours, HOURS).stream().map(Hours::read).toList();
        var holidays = Arrays.stream(
                        (java.sql.Date[]) found.getArray("holidays").getArray())
                .map(java.sql.Date::toLocalDate)
                .toList();
        return WorkingHours.of(ZoneId.of(found.getString("time_zone")), said, Set.copyOf(holidays));
    }

    private static Thresholds thresholds(ResultSet found) throws SQLException {
        int silentAfterDays = found.getInt("silent_after_days");
        return found.wasNull()
                ? Thresholds.USUAL
                : new Thresholds(
                        silentAfterDays,
                        found.getInt("lapse_below_percent"),
                        found.getInt("lapse_window_days"),
                        found.getInt("lapse_expected_at_least"));
    }

    /// How the plan was followed lately, over either window, as adherence keeps it; nobody is there whom it has not
    /// reckoned with yet.
    Map<PatientKey, Lapse.Rolling> rolling(Collection<Watch> watches, Map<UUID, Terms> terms) {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select practice_id, patient_id, as_of, calculation_version,
                        done_7, partial_7, missed_7, percent_7, done_30, partial_30, missed_30, percent_30
                    from adherence_summary join unnest(?::uuid[], ?::uuid[]) as given (practice_id, patient_id)
                        using (practice_id, patient_id)
                    where as_of is not null""")) {
                setKeys(connection, select, 1, watches.stream().map(Watch::key).toList());
                var rolling = new HashMap<PatientKey, Lapse.Rolling>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        var key = key(found);
                        int days = terms.get(key.practice()).thresholds().lapseWindowDays();
                        rolling.put(key, rolling(found, days));
                    }
                }
                return rolling;
            }
        });
    }

    private static Lapse.Rolling rolling(ResultSet found, int days) throws SQLException {
        return new Lapse.Rolling(
                found.getObject("as_of", LocalDate.class),
                found.getInt("done_" + days),
                found.getInt("partial_" + days),
                found.getInt("missed_" + days),
                Optional.ofNullable(found.getObject("percent_" + days, Integer.class)),
                found.getInt("calculation_version"));
    }

    /// The lapses that last, each with the days that it was told of as they are known now.
    Map<PatientKey, Lapse.Told> lapsesTold(Collection<Watch> watches) {
        var lapsed = watches.stream()
                .filter(watch -> watch.lapsedAt().isPresent())
                .map(Watch::key)
                .toList();
        if (lapsed.isEmpty()) {
            return Map.of();
        }
        var days = toldDays(lapsed);
        return lapsed.stream()
                .collect(Collectors.toMap(
                        Function.identity(), key -> new Lapse.Told(days.getOrDefault(key, List.of()))));
    }

    private Map<PatientKey, List<Lapse.Rolling>> toldDays(Collection<PatientKey> lapsed) {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select given.practice_id, given.patient_id, last, calculation_version,
                        coalesce(sum(done), 0) as done, coalesce(sum(partial), 0) as partial,
                        coalesce(sum(earned), 0) as earned,
                        -- What was expected on a day that is over, and on a later day the phone was heard from.
                        coalesce(sum(expected - done - partial)
                            filter (where local_day < as_of and local_day < heard_on), 0) as missed
                    from unnest(?::uuid[], ?::uuid[]) as given (practice_id, patient_id)
                    join patient_signal using (practice_id, patient_id)
                    join adherence_summary using (practice_id, patient_id)
                    join raised_signal told using (practice_id, patient_id)
                    cross join lateral (values
                        ((data ->> 'to')::date), ((data ->> 'to')::date - 1)) as until (last)
                    left join adherence_day day on day.practice_id = given.practice_id
                        and day.patient_id = given.patient_id
                        and local_day between (data ->> 'from')::date and last
                    where told.type = ? and told.number = patient_signal.lapse and as_of is not null
                    group by given.practice_id, given.patient_id, last, calculation_version""")) {
                setKeys(connection, select, 1, lapsed);
                select.setString(3, AdherenceLapsed.TYPE);
                var days = new HashMap<PatientKey, List<Lapse.Rolling>>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        days.computeIfAbsent(key(found), _ -> new ArrayList<>()).add(toldDays(found));
                    }
                }
                return days;
            }
        });
    }

    private static Lapse.Rolling toldDays(ResultSet found) throws SQLException {
        return Lapse.Rolling.of(
                found.getObject("last", LocalDate.class),
                found.getInt("done"),
                found.getInt("partial"),
                found.getInt("missed"),
                found.getInt("earned"),
                found.getInt("calculation_version"));
    }

    void lapsed(AdherenceLapsed lapsed) {
        with(connection -> {
            try (var update = connection.prepareStatement("""
                    update patient_signal set lapse = ?, lapsed_at = ? where practice_id = ? and patient_id = ?""")) {
                update.setLong(1, lapsed.lapse());
                update.setObject(2, utc(lapsed.raisedAt()));
                update.setObject(3, lapsed.practiceId());
                update.setObject(4, lapsed.patientId());
                return update.executeUpdate();
            }
        });
    }

    void noLongerLapsed(PatientKey key) {
        with(connection -> {
            try (var update = connection.prepareStatement(
                    "update patient_signal set lapsed_at = null where practice_id = ? and patient_id = ?")) {
                update.setObject(1, key.practice());
                update.setObject(2, key.patient());
                return update.executeUpdate();
            }
        });
    }

    void wait(PatientKey key, Instant until) {
        with(connection -> {
            try (var update = connection.prepareStatement(
                    "update patient_signal set due_at = ? where practice_id = ? and patient_id = ?")) {
                update.setObject(1, utc(until));
                update.setObject(2, key.practice());
                update.setObject(3, key.patient());
                return update.executeUpdate();
            }
        });
    }

    /// Looked at, with nothing to tell of: what was handed in by then is not looked at again for itself.
    void looked(PatientKey key, Silence.Told told, Instant lookAgain) {
        with(connection -> {
            try (var update = connection.prepareStatement("""
                    update patient_signal set known_until = ?, due_at = ? where practice_id = ? and patient_id = ?""")) {
                update.setObject(1, told.handedIn().map(SignalWatches::utc).orElse(null));
                update.setObject(2, utc(lookAgain));
                update.setObject(3, key.practice());
                update.setObject(4, key.patient());
                return update.executeUpdate();
            }
        });
    }

    void silentSince(PatientSilent silent, Silence.Told told, Instant lookAgain) {
        with(connection -> {
            try (var update = connection.prepareStatement("""
                    update patient_signal set silence = ?, silent_at = ?, known_until = ?, due_at = ?
                    where practice_id = ? and patient_id = ?""")) {
                update.setLong(1, silent.silence());
                update.setObject(2, utc(silent.raisedAt()));
                update.setObject(3, told.handedIn().map(SignalWatches::utc).orElse(null));
                update.setObject(4, utc(lookAgain));
                update.setObject(5, silent.practiceId());
                update.setObject(6, silent.patientId());
                return update.executeUpdate();
            }
        });
    }

    /// No longer silent; a next silence is counted from what was told last.
    void heardFromAgain(PatientKey key, Instant lookAgain) {
        with(connection -> {
            try (var update = connection.prepareStatement("""
                    update patient_signal set silent_at = null, due_at = ? where practice_id = ? and patient_id = ?""")) {
                update.setObject(1, utc(lookAgain));
                update.setObject(2, key.practice());
                update.setObject(3, key.patient());
                return update.executeUpdate();
            }
        });
    }

    /// No longer silent, though nothing was told.
    ///
    /// @param countedFrom from when on the days of a next silence are counted
    void countedAnew(PatientKey key, Instant countedFrom) {
        with(connection -> {
            try (var update = connection.prepareStatement("""
                    update patient_signal set silent_at = null, counted_from = ?, due_at = ?
                    where practice_id = ? and patient_id = ?""")) {
                update.setObject(1, utc(countedFrom));
                update.setObject(2, utc(countedFrom));
                update.setObject(3, key.practice());
                update.setObject(4, key.patient());
                return update.executeUpdate();
            }
        });
    }

    /// Keeps what was told. That it was told before is a fault of ours, which the database refuses.
    void keep(Signal signal) {
        with(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into raised_signal (practice_id, patient_id, type, number, raised_at, data)
                    values (?, ?, ?, ?, ?, ?::jsonb)""")) {
                insert.setObject(1, signal.practiceId());
                insert.setObject(2, signal.patientId());
                insert.setString(3, signal.type());
                insert.setLong(4, signal.number());
                insert.setObject(5, utc(signal.raisedAt()));
                insert.setString(6, new String(signal.data(json), java.nio.charset.StandardCharsets.UTF_8));
                return insert.executeUpdate();
            }
        });
    }

    private static List<Watch> watches(PreparedStatement select) throws SQLException {
        var watches = new ArrayList<Watch>();
        try (var found = select.executeQuery()) {
            while (found.next()) {
                watches.add(watch(found));
            }
        }
        return watches;
    }

    private static Watch watch(ResultSet found) throws SQLException {
        return new Watch(
                key(found),
                found.getLong("silence"),
                new Silence.Before(
                        instant(found, "silent_at"), instant(found, "known_observed"), instant(found, "counted_from")),
                found.getLong("lapse"),
                instant(found, "lapsed_at"));
    }

    private static PatientKey key(ResultSet found) throws SQLException {
        return new PatientKey(found.getObject("practice_id", UUID.class), found.getObject("patient_id", UUID.class));
    }

    private static void setKeys(
            Connection connection, PreparedStatement statement, int first, Collection<PatientKey> keys)
            throws SQLException {
        statement.setArray(first, ids(connection, keys, PatientKey::practice));
        statement.setArray(first + 1, ids(connection, keys, PatientKey::patient));
    }

    private static Array ids(Connection connection, Collection<PatientKey> keys, Function<PatientKey, UUID> id)
            throws SQLException {
        return connection.createArrayOf("uuid", keys.stream().map(id).toArray());
    }

    private <T> T read(String kept, TypeReference<T> as) {
        try {
            return json.readValue(kept, as);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept can always be read", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet found, String column) throws SQLException {
        return Optional.ofNullable(found.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused", e);
        }
    }
}
