package care.sacrum.session.practice;

import care.sacrum.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// The practices of this installation.
@Singleton
public class Practices implements PanacheRepositoryBase<Practice, UUID> {

    private final Event<Recorded> recorded;

    Practices(Event<Recorded> recorded) {
        this.recorded = recorded;
    }

    /// A practice was recorded or changed, its hours among the rest; fired inside the transaction.
    public record Recorded(UUID practice) {}

    /// Says so.
    void recorded(UUID practice) {
        recorded.fire(new Recorded(practice));
    }

    /// Lets one change of a practice or its patients' records follow the other, until the transaction ends. Holds
    /// also where the row is not there yet.
    public void oneAtATime(UUID practice) {
        // Not a native query: Hibernate would keep a plan of each call, and find them ever more slowly.
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, practice.toString());
                lock.execute();
            }
        });
    }

    public boolean exists(UUID practice) {
        return count("id", practice) == 1;
    }

    /// Refuses with 404 where nobody recorded the practice yet.
    public void mustExist(UUID practice) {
        if (!exists(practice)) {
            throw Problem.notFound("practice", practice).refused();
        }
    }

    /// Whether nobody is there at that instant, by the hours that the practice itself has said; while it said none,
    /// nobody knows.
    public boolean isClosed(UUID practice, Instant at) {
        return findByIdOptional(practice)
                .flatMap(found -> found.openAt(at))
                .filter(open -> !open)
                .isPresent();
    }

    /// The number to call in an emergency where the practice is.
    public Optional<String> emergencyNumber(UUID practice) {
        return findByIdOptional(practice).map(found -> found.view().emergencyNumber());
    }
}
