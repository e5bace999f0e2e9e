package care.sacrum.platform.inbox;

/// This event can never be used, however often it comes.
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param reason a code such as `malformed-json`; never a value of the event
    public Unusable(String reason) {
        super(reason, null, false, false);
    }
}
