package care.sacrum.session.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What came of handing in a report.
sealed interface Submission {

    /// It is kept, and its event will be published.
    record Accepted(ObjectNode content) implements Submission {}

    /// The same body was accepted before: nothing new happened.
    ///
    /// @param content as it was kept then
    record Repeated(ObjectNode content) implements Submission {}

    /// The id stands for another report already, of whomever.
    record IdTaken() implements Submission {}

    /// There is no such patient whom the caller may write for.
    record NoSuchPatient() implements Submission {}
}
