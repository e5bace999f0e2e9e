package care.sacrum.session.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What somebody typed. In a body, since an address is written to logs.
@Schema(description = "The code of an invitation, as it was typed.")
record RedeemedCode(
        @NotBlank
        @Size(max = 60)
        @Schema(description = "Case, spaces and hyphens mean nothing.", examples = "7K2M-0QXD-9TWB-4HRC")
        String code) {

    static final String EXAMPLE = """
            {"code": "7K2M-0QXD-9TWB-4HRC"}""";

    /// Never the code.
    @Override
    public String toString() {
        return "RedeemedCode";
    }
}
