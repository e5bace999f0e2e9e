package care.sacrum.triage.worklist;

import care.sacrum.platform.problem.Versions;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/// Says in the ETag which version of a finding was read, as an outcome names it.
@Provider
class FindingTags implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof FindingView finding) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, Versions.tag(finding.version()));
        }
    }
}
