package care.sacrum.platform.identity;

/// The roles of the claim `roles`, as constants so that annotations can name them.
public final class Role {
    /// Own data only, recognised by the token's `sub`.
    public static final String PATIENT = "patient";
    /// A physiotherapist of the practice named by the claim `practice`.
    public static final String CLINICIAN = "clinician";
    /// Leads the practice named by the claim `practice`.
    public static final String PRACTICE_LEAD = "practice_lead";
    /// Publishes content.
    public static final String CONTENT_EDITOR = "content_editor";
    /// Reads a practice's data into another system.
    public static final String INTEGRATOR = "integrator";
    /// Runs the installation; sets up practices.
    public static final String OPERATOR = "operator";

    private Role() {}
}
