package care.sacrum.session.report;

/// A field that could not be used: where it stood, and why. Never the value: it may be anything.
record SetAside(String field, String why) {}
