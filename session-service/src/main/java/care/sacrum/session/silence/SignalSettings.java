package care.sacrum.session.silence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/// The thresholds that practices have set.
@Singleton
class SignalSettings implements PanacheRepositoryBase<SignalSetting, UUID> {}
