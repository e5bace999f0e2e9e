package care.sacrum.session.report;

import care.sacrum.platform.problem.Problem.FieldError;
import java.util.List;

/// What came of reading a body.
sealed interface Reading {

    /// It is a report; what could not be used of it is named in it.
    record Readable(Report report) implements Reading {}

    /// It lacks what no report can be without.
    record Unreadable(List<FieldError> errors) implements Reading {}
}
