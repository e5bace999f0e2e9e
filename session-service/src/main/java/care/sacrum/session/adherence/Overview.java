package care.sacrum.session.adherence;

import care.sacrum.session.adherence.OverviewView.Distribution;
import care.sacrum.session.adherence.OverviewView.PatientFigures;
import care.sacrum.session.adherence.OverviewView.Stretch;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one row for each patient of a practice, so that it costs the same however long their histories are.
@Singleton
class Overview {

    private final AgroalDataSource database;

    Overview(AgroalDataSource database) {
        this.database = database;
    }

    /// In which order.
    enum Order {
        /// The lowest percentage of thirty days first, those without any last.
        FIGURE("coalesce(s.percent_30, 101)"),
        /// The longest silent first, those of whom nothing is expected last.
        SILENCE("coalesce(-s.silent_days, 1)"),
        PATIENT("0");

        private final String by;

        Order(String by) {
            this.by = by;
        }
    }

    /// A range of percentages of thirty days.
    enum Band {
        UNDER_25("s.percent_30 < 25"),
        UNDER_50("s.percent_30 between 25 and 49"),
        UNDER_75("s.percent_30 between 50 and 74"),
        UNDER_90("s.percent_30 between 75 and 89"),
        FROM_90("s.percent_30 >= 90"),
        UNKNOWN("s.percent_30 is null");

        private final String condition;

        Band(String condition) {
            this.condition = condition;
        }
    }

    /// Whom to show.
    ///
    /// @param silentDays   at least so many, and something had to be done on one of them
    /// @param onlySilent   nobody else
    record Asked(
            UUID practice,
            Optional<String> status,
            Optional<UUID> clinician,
            Optional<Band> band,
            Optional<String> trend,
            int silentDays,
            boolean onlySilent,
            Order order) {}

    /// Where a page begins: behind this one.
    record Place(int by, UUID patient) {}

    record Row(
            PatientFigures figures,
            Place place,
            @Nullable String name,
            @Nullable String clinician) {}

    record Counts(int patients, Distribution distribution, int improved, int fellOff, int silent) {}

    private static final String SILENT = "s.silent_days >= ? and s.missed_a_day";

    private static final String OF_THE_PRACTICE = """
        from patient p left join adherence_summary s using (practice_id, patient_id)
        where p.practice_id = ? and (?::text is null or p.status = ?) and (?::uuid is null or p.responsible_clinician = ?)
        """;

    Counts counts(Asked asked) {
        var counted = new StringBuilder("select count(*) as patients");
        for (var band : Band.values()) {
            counted.append(", count(*) filter (where ")
                    .append(band.condition)
                    .append(") as ")
                    .append(Wording.word(band));
        }
        counted.append(", count(*) filter (where s.trend = 'improved') as improved")
                .append(", count(*) filter (where s.trend = 'fell_off') as fell_off")
                .append(", count(*) filter (where ")
                .append(SILENT)
                .append(") as silent ")
                .append(OF_THE_PRACTICE);
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(counted.toString())) {
                select.setInt(1, asked.silentDays);
                setPractice(select, 2, asked);
                try (var found = select.executeQuery()) {
                    found.next();
                    return new Counts(
                            found.getInt("patients"),
                            new Distribution(
                                    found.getInt("under_25"),
                                    found.getInt("under_50"),
                                    found.getInt("under_75"),
                                    found.getInt("under_90"),
                                    found.getInt("from_90"),
                                    found.getInt("unknown")),
                            found.getInt("improved"),
                            found.getInt("fell_off"),
                            found.getInt("silent"));
                }
            }
        });
    }

    /// @param named with the names of patient and clinician
    List<Row> page(Asked asked, Optional<Place> after, int limit, boolean named) {
        var by = asked.order.by;
        var wanted = "select p.patient_id, p.status, p.responsible_clinician, s.*, " + by + " as place"
                + (named ? ", c.name, d.display_name " : " ")
                + (named ? OF_THE_PRACTICE.replace("where p.practice_id", """
                    left join patient_contact c using (practice_id, patient_id)
                    left join clinician d
                        on d.practice_id = p.practice_id and d.clinician_id = p.responsible_clinician
                    where p.practice_id\
                    """) : OF_THE_PRACTICE)
                + asked.band.map(band -> "and " + band.condition + " ").orElse("")
                + "and (?::text is null or coalesce(s.trend, 'unknown') = ?) "
                + (asked.onlySilent ? "and " + SILENT + " " : "")
                + (after.isPresent() ? "and (" + by + ", p.patient_id) > (?, ?) " : "")
                + "order by place, p.patient_id limit ?";
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(wanted)) {
                int at = setPractice(select, 1, asked);
                select.setString(at++, asked.trend.orElse(null));
                select.setString(at++, asked.trend.orElse(null));
                if (asked.onlySilent) {
                    select.setInt(at++, asked.silentDays);
                }
                if (after.isPresent()) {
                    select.setInt(at++, after.get().by);
                    select.setObject(at++, after.get().patient);
                }
                select.setInt(at, limit);
                try (var found = select.executeQuery()) {
                    var rows = new ArrayList<Row>();
                    while (found.next()) {
                        rows.add(row(found, asked.silentDays, named));
                    }
                    return rows;
                }
            }
        });
    }

    private static int setPractice(PreparedStatement select, int first, Asked asked) throws SQLException {
        int at = first;
        select.setObject(at++, asked.practice);
        select.setString(at++, asked.status.orElse(null));
        select.setString(at++, asked.status.orElse(null));
        select.setObject(at++, asked.clinician.orElse(null));
        select.setObject(at++, asked.clinician.orElse(null));
        return at;
    }

    private static Row row(ResultSet found, int silentDays, boolean named) throws SQLException {
        var patient = found.getObject(1, UUID.class);
        var asOf = Optional.ofNullable(Sql.day(found, "as_of"));
        var trend = found.getString("trend");
        var quiet = Sql.whole(found, "silent_days");
        return new Row(
                new PatientFigures(
                        patient,
                        found.getString("status"),
                        Optional.ofNullable(found.getObject("responsible_clinician", UUID.class)),
                        asOf,
                        stretch(found, "7"),
                        stretch(found, "30"),
                        trend == null ? "unknown" : trend,
                        Optional.ofNullable(Sql.day(found, "last_report_on")),
                        Optional.ofNullable(Sql.day(found, "heard_on")),
                        quiet,
                        quiet.filter(days -> days >= silentDays).isPresent() && found.getBoolean("missed_a_day")),
                new Place(found.getInt("place"), patient),
                named ? found.getString("name") : null,
                named ? found.getString("display_name") : null);
    }

    private static Stretch stretch(ResultSet found, String days) throws SQLException {
        return new Stretch(
                Sql.whole(found, "percent_" + days),
                found.getInt("expected_" + days),
                found.getInt("done_" + days),
                found.getInt("partial_" + days),
                found.getInt("missed_" + days),
                found.getInt("not_yet_known_" + days),
                found.getInt("extra_" + days),
                found.getInt("excused_days_" + days),
                found.getInt("paused_days_" + days));
    }
}
