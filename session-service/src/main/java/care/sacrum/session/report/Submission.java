package care.sacrum.session.report;

import care.sacrum.session.hold.ProgrammeState;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// What came of handing in a report.
sealed interface Submission {

    /// It is kept, and its event will be published.
    ///
    /// @param programme absent while the programme is not on hold
    record Accepted(ObjectNode content, Optional<ProgrammeState> programme) implements Submission {}

    /// The same body was accepted before: nothing new happened.
    ///
    /// @param content as it was kept then
    /// @param programme absent while the programme is not on hold
    record Repeated(ObjectNode content, Optional<ProgrammeState> programme) implements Submission {}

    /// The id stands for another report already, of whomever.
    record IdTaken() implements Submission {}

    /// There is no such patient whom the caller may write for.
    record NoSuchPatient() implements Submission {}
}
