package care.sacrum.triage.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a criterion asks, as a tree that a clinician can read: a criterion tells it of itself, so that what is
/// published
/// of a rule is what the rule does. A parameter stands in the words by its name in braces.
public sealed interface Logic {

    /// A question that is put as one.
    ///
    /// @param parameters on which the answer depends
    record Fact(String words, Set<String> parameters) implements Logic {
        private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

        /// A question that depends on the parameters it names, and on no other.
        Fact(String words) {
            this(words, named(words));
        }

        static Set<String> named(String words) {
            Set<String> named = new LinkedHashSet<>();
            Matcher matcher = PARAMETER.matcher(words);
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
            return named;
        }
    }

    /// All of them hold.
    record All(List<Logic> parts) implements Logic {}

    /// At least one of them holds.
    record Any(List<Logic> parts) implements Logic {}

    /// Nothing in the reports says that it holds.
    record NoSignOf(Logic part) implements Logic {}

    /// Two signs that count together.
    ///
    /// @param how what they must have in common: how near in time, and which of them new
    record Together(Logic one, Logic other, String how) implements Logic {}

    /// A notion that several rules share, called by its name.
    record Named(String name, Logic meaning) implements Logic {}

    /// The parts of which this one is made.
    default List<Logic> parts() {
        return switch (this) {
            case Fact _ -> List.of();
            case All all -> all.parts;
            case Any any -> any.parts;
            case NoSignOf none -> List.of(none.part);
            case Together both -> List.of(both.one, both.other);
            case Named named -> List.of(named.meaning);
        };
    }

    /// The parameters that its words name.
    default Set<String> parameters() {
        Set<String> named = new LinkedHashSet<>();
        parts().forEach(part -> named.addAll(part.parameters()));
        return named;
    }

    /// The notions it speaks of by name, the ones within a notion before it.
    default Set<Named> notions() {
        Set<Named> named = new LinkedHashSet<>();
        parts().forEach(part -> named.addAll(part.notions()));
        if (this instanceof Named itself) {
            named.add(itself);
        }
        return named;
    }

    /// As one sentence, without a capital or a full stop.
    default String sentence() {
        return switch (this) {
            case Fact fact -> fact.words;
            case All all -> all.parts.stream().map(Logic::within).collect(Collectors.joining(", and "));
            case Any any -> any.parts.stream().map(Logic::within).collect(Collectors.joining("; or "));
            case NoSignOf none -> "no sign of " + none.part.within();
            case Together both -> both.one.within() + " together with " + both.other.within() + ", " + both.how;
            case Named named -> "*" + named.name + "*";
        };
    }

    /// As a part of a longer sentence.
    private String within() {
        return switch (this) {
            case Fact _, Named _, NoSignOf _ -> sentence();
            case All _, Any _, Together _ -> "(" + sentence() + ")";
        };
    }
}
