package care.sacrum.local.backing;

import java.util.List;
import java.util.UUID;

/// Who is who in the demo practice. The mock issuer signs for all of them, and whoever asks gets the token: these names
/// belong to made-up people and to demo data only.
public final class DemoIdentities {

    public static final UUID PRACTICE = UUID.fromString("5ac20000-0000-4000-8000-000000000001");
    public static final String SECRET = "demo";

    public static final String CLINICIAN = "demo-clinician";
    public static final String LEAD = "demo-lead";
    public static final String EDITOR = "demo-editor";
    public static final String OPERATOR = "demo-operator";
    public static final String INTEGRATOR = "demo-integrator";

    static final List<Staff> STAFF = List.of(
            new Staff(CLINICIAN, "clinician", true),
            new Staff(LEAD, "practice_lead", true),
            new Staff(EDITOR, "content_editor", false),
            new Staff(OPERATOR, "operator", false),
            new Staff(INTEGRATOR, "integrator", true));

    private DemoIdentities() {}

    /// The name under which demo patient number `n` signs in.
    public static String patient(int n) {
        return "demo-patient-" + n;
    }

    /// The record of demo patient number `n`.
    public static UUID patientId(int n) {
        return UUID.fromString("5ac20000-0000-4000-9000-%012d".formatted(n));
    }

    record Staff(String name, String role, boolean ofThePractice) {}
}
