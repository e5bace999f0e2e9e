package care.sacrum.triage.advice;

import care.sacrum.triage.cases.Answer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/// Says in the headers in which language advice is worded, and that it depends on what the caller asked for.
@Provider
class LanguageHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        switch (response.getEntity()) {
            case Answer answer -> tell(response, answer.language());
            case AssessmentResource.Assessment assessment -> tell(response, assessment.language());
            case PatientAdviceResource.PatientAdvice told ->
                tell(response, told.advice().language());
            case null, default -> {}
        }
    }

    private static void tell(ContainerResponseContext response, String language) {
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language);
        response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
