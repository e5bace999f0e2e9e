package care.sacrum.local.demo;

import java.net.URI;

/// Where the services and the issuer are.
record Addresses(URI content, URI session, URI triage, URI issuer) {

    /// What is of a practice at session-service.
    URI session(Clinic clinic, String path) {
        return session.resolve("/practices/" + clinic.practice() + path);
    }

    /// What is of a patient at session-service.
    URI session(Clinic clinic, Story story, String path) {
        return session(clinic, "/patients/" + story.patientId() + path);
    }

    /// What is of a practice at triage-service.
    URI triage(Clinic clinic, String path) {
        return triage.resolve("/practices/" + clinic.practice() + path);
    }

    /// What is of a patient at triage-service.
    URI triage(Clinic clinic, Story story, String path) {
        return triage(clinic, "/patients/" + story.patientId() + path);
    }

    /// A practice's own at content-service.
    URI content(Clinic clinic, String path) {
        return content.resolve("/practices/" + clinic.practice() + path);
    }
}
