package care.sacrum.local.backing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is who in the two demo practices. The mock issuer signs for all of them, and whoever asks gets the token: these
/// names
/// belong to made-up people and to demo data only.
public final class DemoIdentities {

    public static final UUID PRACTICE = UUID.fromString("5ac20000-0000-4000-8000-000000000001");

    /// A second practice, in the United States: what is of that country is shown there, and nobody of the one sees a
    /// record of the other.
    public static final UUID AMERICAN_PRACTICE = UUID.fromString("5ac20000-0000-4000-8000-000000000002");

    public static final String SECRET = "demo";

    public static final String CLINICIAN = "demo-clinician";
    public static final String LEAD = "demo-lead";

    /// Edits what is everybody's.
    public static final String EDITOR = "demo-editor";

    /// Edits the practice's own content.
    public static final String PRACTICE_EDITOR = "demo-practice-editor";

    public static final String OPERATOR = "demo-operator";
    public static final String INTEGRATOR = "demo-integrator";
    public static final String AMERICAN_CLINICIAN = "demo-us-clinician";
    public static final String AMERICAN_LEAD = "demo-us-lead";

    static final List<Staff> STAFF = List.of(
            new Staff(CLINICIAN, "clinician", PRACTICE),
            new Staff(LEAD, "practice_lead", PRACTICE),
            new Staff(EDITOR, "content_editor", null),
            new Staff(PRACTICE_EDITOR, "content_editor", PRACTICE),
            new Staff(OPERATOR, "operator", null),
            new Staff(INTEGRATOR, "integrator", PRACTICE),
            new Staff(AMERICAN_CLINICIAN, "clinician", AMERICAN_PRACTICE),
            new Staff(AMERICAN_LEAD, "practice_lead", AMERICAN_PRACTICE));

    private DemoIdentities() {}

    /// The name under which demo patient number `n` signs in.
    public static String patient(int n) {
        return "demo-patient-" + n;
    }

    /// The record of demo patient number `n`.
    public static UUID patientId(int n) {
        return UUID.fromString("5ac20000-0000-4000-9000-%012d".formatted(n));
    }

    /// @param practice where they work; nowhere in particular where it is absent
    record Staff(String name, String role, @Nullable UUID practice) {}
}
