package care.sacrum.session.adherence.calculation;

/// A day in one word.
public enum Status {
    /// All that was expected was done.
    DONE,
    /// A part of it.
    PARTIAL,
    /// Nothing of it.
    MISSED,
    /// Something is not there, and the phone was not heard from on any later day.
    NOT_YET_KNOWN,
    /// Something is still expected today.
    OPEN,
    EXCUSED,
    /// By a clinician, or on hold after a red flag.
    PAUSED,
    /// Nothing was expected.
    FREE;

    public static Status of(Day day, Standing standing) {
        var figure = Figure.of(day, standing);
        if (figure.open() > 0) {
            return OPEN;
        }
        if (figure.notYetKnown() > 0) {
            return NOT_YET_KNOWN;
        }
        if (figure.expected() > 0) {
            return figure.earned() == 0 ? MISSED : figure.done() == figure.expected() ? DONE : PARTIAL;
        }
        return day.excused() ? EXCUSED : day.paused() ? PAUSED : FREE;
    }
}
