package care.sacrum.session.report;

import care.sacrum.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The answer to a batch.
@Schema(description = "What came of each report of a batch, in its order.")
record BatchReceipt(
        @Schema(description = "How many were new and are kept.")
        long created,

        @Schema(description = "How many were kept before, with the same content.")
        long alreadyThere,

        @Schema(description = "How many ids stand for another report.")
        long conflicts,

        @Schema(description = "How many are no reports; nothing of them was kept.")
        long refused,

        List<Item> items,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "Fields beside the reports that nobody knows: nothing of them was kept.")
        List<SetAside> setAside) {

    static final String CREATED = "created";
    static final String ALREADY_THERE = "already_there";
    static final String CONFLICT = "conflict";
    static final String REFUSED = "refused";

    /// What came of one.
    @Schema(name = "BatchItem", description = "What came of one report.")
    record Item(
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @Schema(description = "Its id; absent where it has none that can be read.")
            String reportId,

            @Schema(enumeration = {CREATED, ALREADY_THERE, CONFLICT, REFUSED})
            String result,

            @JsonInclude(JsonInclude.Include.NON_ABSENT)
            @Schema(description = "As for a report sent alone; where the result is created or already_there.")
            Optional<Receipt> receipt,

            @JsonInclude(JsonInclude.Include.NON_ABSENT)
            @Schema(
                    description = "The problem that a report sent alone would be answered with.",
                    implementation = Object.class)
            Optional<Problem> problem) {

        static Item kept(String result, Receipt receipt) {
            return new Item(receipt.reportId(), result, Optional.of(receipt), Optional.empty());
        }

        static Item not(String id, String result, Problem problem) {
            return new Item(id, result, Optional.empty(), Optional.of(problem));
        }
    }

    static BatchReceipt of(List<Item> items, List<SetAside> setAside) {
        return new BatchReceipt(
                count(items, CREATED),
                count(items, ALREADY_THERE),
                count(items, CONFLICT),
                count(items, REFUSED),
                items,
                setAside);
    }

    private static long count(List<Item> items, String result) {
        return items.stream().filter(item -> item.result.equals(result)).count();
    }
}
