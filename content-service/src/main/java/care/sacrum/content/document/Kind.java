package care.sacrum.content.document;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/// The kinds of content, by the word that events and tables use.
public enum Kind {
    ARTICLE("article"),
    EXERCISE("exercise"),
    PROGRAMME("programme");

    @EnumeratedValue
    private final String word;

    Kind(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
