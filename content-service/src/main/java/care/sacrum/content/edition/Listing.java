package care.sacrum.content.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of what there is, by slug.
///
/// @param next what to send as `after` for the page behind this one; absent on the last
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Listing(
        List<Entry> items,

        @Schema(
                implementation = String.class,
                description = "Send it as after to get the next page; absent on the last.")
        Optional<String> next) {

    @Schema(name = "ListingEntry", description = "The latest number of a slug, without its document.")
    record Entry(String slug, int version, String language, String title, Instant publishedAt) {}

    /// @param found one more than a page where there is more
    static Listing of(List<Entry> found, int limit) {
        if (found.size() <= limit) {
            return new Listing(found, Optional.empty());
        }
        var page = found.subList(0, limit);
        return new Listing(page, Optional.of(page.getLast().slug()));
    }
}
