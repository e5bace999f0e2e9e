package care.sacrum.session.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Name and ways to reach a patient: the whole of it each time.
@Schema(description = "Who a patient is and how to reach the person; the whole of it each time.")
record ContactDetails(
        @NotBlank @Size(max = 120) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        String name,

        @Nullable
        @Pattern(regexp = "[0-9+() ./-]{3,30}", message = "must be a telephone number such as +44 20 7946 0000")
        @Schema(examples = "+44 20 7946 0000")
        String telephone,

        @Nullable
        @Size(max = 254)
        @Pattern(
                regexp = "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+",
                message = "must be an address such as bo@example.org")
        @Schema(examples = "bo@example.org")
        String email) {

    static final String EXAMPLE = """
            {"name": "Bo Example", "telephone": "+44 20 7946 0000", "email": "bo@example.org"}""";

    /// Never the values: a record that is printed by mistake names nobody.
    @Override
    public String toString() {
        return "ContactDetails";
    }
}
