package care.sacrum.content.edition;

import care.sacrum.platform.problem.Problems;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Quarkus has an answer of its own for a field of the wrong type, which is no problem document and outside
/// development not even a text. This puts the common one before it.
@Singleton
class WrongTypes {

    private final Problems problems;

    WrongTypes(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response problem(MismatchedInputException wrongType) {
        return problems.notMapped(wrongType);
    }
}
