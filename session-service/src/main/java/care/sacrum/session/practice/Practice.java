package care.sacrum.session.practice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A practice as it stands; each change makes the next version.
@Entity
@Table(name = "practice")
class Practice {

    @Id
    @Column(name = "practice_id")
    private UUID id;

    private long version;
    private String name;
    private String country;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "emergency_number")
    private String emergencyNumber;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<OpeningHours> hours;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<LocalDate> holidays;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    Practice() {}

    Practice(UUID id, PracticeDetails details, Instant now) {
        this.id = id;
        change(details, now);
    }

    boolean says(PracticeDetails details) {
        return details.inOrder().equals(details());
    }

    void change(PracticeDetails changed, Instant now) {
        var details = changed.inOrder();
        version++;
        name = details.name();
        country = details.country();
        timeZone = details.timeZone();
        emergencyNumber = details.emergencyNumber();
        hours = details.hours();
        holidays = details.holidays();
        recordedAt = now;
    }

    long version() {
        return version;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /// Whether somebody is there; empty while nobody said when.
    Optional<Boolean> openAt(Instant at) {
        var there = at.atZone(ZoneId.of(timeZone));
        return Optional.ofNullable(hours)
                .map(week -> !holidays.contains(there.toLocalDate())
                        && week.stream().anyMatch(each -> each.covers(there.toLocalDateTime())));
    }

    PracticeView view() {
        return new PracticeView(
                id,
                version,
                name,
                country,
                timeZone,
                emergencyNumber,
                Optional.ofNullable(hours).map(List::copyOf),
                List.copyOf(holidays));
    }

    private PracticeDetails details() {
        return new PracticeDetails(
                name,
                country,
                timeZone,
                emergencyNumber,
                hours == null ? null : List.copyOf(hours),
                List.copyOf(holidays));
    }
}
