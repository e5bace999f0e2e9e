package care.sacrum.session.monitoring;

import care.sacrum.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Which practices monitor by the codes.
@Singleton
class MonitoringSettings implements PanacheRepositoryBase<MonitoringSetting, UUID> {

    /// Refuses with 409 where the practice has not turned it on.
    void mustBeOn(UUID practice) {
        if (findByIdOptional(practice).filter(MonitoringSetting::isOn).isEmpty()) {
            throw Problem.conflict(
                            "Remote therapeutic monitoring is off at this practice. The practice lead turns it on"
                                    + " with PUT /practices/{practiceId}/monitoring and {\"on\": true}.")
                    .refused();
        }
    }
}
