package care.sacrum.session.report;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import java.util.UUID;

/// Whose report it is, and who hands it in.
///
/// @param byStaff whether the caller writes for any patient of the practice, or only as the subject bound to this one
record Writer(UUID practice, UUID patient, boolean byStaff, String subject) {

    /// Whether a clinician types in what the patient said: it tells of the patient, and nothing of the phone.
    /// Whoever is a clinician of the practice and a patient of it counts as the clinician: it claims the less.
    boolean onBehalf() {
        return byStaff;
    }

    static Writer of(Caller caller, UUID practice, UUID patient) {
        boolean byStaff = caller.is(Role.CLINICIAN) && caller.worksAt(practice);
        return new Writer(practice, patient, byStaff, caller.is(Role.PATIENT) ? caller.subject() : "");
    }
}
