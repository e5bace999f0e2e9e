package care.sacrum.content.edition;

import java.util.Optional;
import java.util.UUID;

/// Whose content it is: everybody's, or one practice's own. A slug says which of the two it is.
record Owner(UUID practice) {

    static final Owner EVERYBODY = new Owner(new UUID(0, 0));

    /// What the slugs of a practice's own content begin with, and no others.
    static final String OWN = "own-";

    Optional<UUID> practiceId() {
        return this.equals(EVERYBODY) ? Optional.empty() : Optional.of(practice);
    }

    boolean mayUse(String slug) {
        return slug.startsWith(OWN) == practiceId().isPresent();
    }

    /// Whose a piece of that slug is, named in content of this owner.
    Owner of(String slug) {
        return slug.startsWith(OWN) ? this : EVERYBODY;
    }
}
