package care.sacrum.session.report;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where it hurts, as people write it.
final class Regions {

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("lower_back", "low_back"),
            Map.entry("lowback", "low_back"),
            Map.entry("lowerback", "low_back"),
            Map.entry("lumbar", "low_back"),
            Map.entry("lumbar_spine", "low_back"),
            Map.entry("lumbago", "low_back"),
            Map.entry("zona_lumbar", "low_back"),
            Map.entry("buttocks", "buttock"),
            Map.entry("glute", "buttock"),
            Map.entry("glutes", "buttock"),
            Map.entry("pelvic", "pelvis"),
            Map.entry("sacral", "sacrum"),
            Map.entry("left_sacroiliac", "sacroiliac_left"),
            Map.entry("right_sacroiliac", "sacroiliac_right"));

    /// Words of which a plain place is made that is none of ours. No leg and nothing between the legs is among them:
    /// what is told of those may be a sign.
    private static final Set<String> OF_A_PLAIN_PLACE = Set.of(
            ("neck shoulder shoulders upper mid middle lower back spine thoracic cervical lumbar hip hips knee knees ankle"
                            + " ankles elbow elbows wrist wrists hand hands rib ribs coccyx tailbone si joint joints left right"
                            + " both side sides and the my other nothing none")
                    .split(" "));

    private Regions() {}

    /// The word as it is ours, or as it was.
    static String ours(String word) {
        return OURS.getOrDefault(word, word);
    }

    static boolean isAPlainPlace(String written) {
        return Stream.of(Vocabulary.word(written).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .allMatch(OF_A_PLAIN_PLACE::contains);
    }
}
