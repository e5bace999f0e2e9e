package care.sacrum.content.edition;

/// How an editor's wish to retire a piece ended.
sealed interface Retiring {

    /// It is retired, now or before.
    record Done(Retirement retirement) implements Retiring {}

    /// Nothing of that slug was ever published.
    record Unknown() implements Retiring {}

    /// Nobody said which version was read.
    record Unsaid(Published latest) implements Retiring {}

    /// Another version was published in the meantime.
    record Outdated(Published latest) implements Retiring {}
}
