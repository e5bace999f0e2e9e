package care.sacrum.triage.notice;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where people of a practice are told. No patient's address is here.
@Singleton
class Addresses {

    private final AgroalDataSource database;

    Addresses(AgroalDataSource database) {
        this.database = database;
    }

    /// @param language of the e-mails
    record Address(String person, String email, String language) {}

    /// The clinician's own; where there is none, the lead's, for somebody has to be told.
    Optional<Address> of(Addressee to) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select person, email, language from notification_address
                        where practice_id = ? and person in (?, 'lead')
                        order by person = 'lead' limit 1""")) {
            select.setObject(1, to.practice());
            select.setString(2, to.person());
            try (var found = select.executeQuery()) {
                return found.next() ? Optional.of(address(found)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An address could not be read", e);
        }
    }

    void put(Addressee to, String email, String language, Instant now) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into notification_address (practice_id, person, email, language, recorded_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (practice_id, person) do update set
                            email = excluded.email, language = excluded.language,
                            recorded_at = excluded.recorded_at""")) {
            upsert.setObject(1, to.practice());
            upsert.setString(2, to.person());
            upsert.setString(3, email);
            upsert.setString(4, language);
            upsert.setObject(5, now.atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("An address could not be kept", e);
        }
    }

    void delete(Addressee to) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from notification_address where practice_id = ? and person = ?")) {
            delete.setObject(1, to.practice());
            delete.setString(2, to.person());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("An address could not be deleted", e);
        }
    }

    /// In the order of persons.
    List<Address> page(UUID practice, String after, int atMost) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select person, email, language from notification_address where practice_id = ? and person > ?
                        order by person limit ?""")) {
            select.setObject(1, practice);
            select.setString(2, after);
            select.setInt(3, atMost);
            try (var found = select.executeQuery()) {
                var addresses = new ArrayList<Address>();
                while (found.next()) {
                    addresses.add(address(found));
                }
                return addresses;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The addresses could not be read", e);
        }
    }

    private static Address address(ResultSet found) throws SQLException {
        return new Address(found.getString(1), found.getString(2), found.getString(3));
    }
}
