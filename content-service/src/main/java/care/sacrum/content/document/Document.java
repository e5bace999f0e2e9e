package care.sacrum.content.document;

/// What a patient reads or does, apart from its title, language and number.
public sealed interface Document permits Article, Exercise, Programme {

    Kind kind();
}
