namespace IdeSluss.Ideas.Domain;

/// <summary>
/// A text of a case in another language than it was written in: a document of its own beside the original, which never changes. Append-only: a better one is a new document, and the
/// newest is shown.
/// </summary>
internal sealed class Translation
{
    public Guid Id { get; init; }
    public Guid IdeaId { get; init; }

    /// <summary>The decision whose reply it translates; null for the idea's own text.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>BCP 47, of this text and of the one it was made from.</summary>
    public required string Language { get; init; }
    public required string FromLanguage { get; init; }
    public required string Text { get; init; }
    public TranslatedBy By { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Who entered it.</summary>
    public Guid SavedById { get; init; }
}

/// <summary>What the one who translated is to the text: shown with it. A machine's own words are never a document here: somebody who knows the language has read them.</summary>
internal enum TranslatedBy
{
    /// <summary>Someone who works here and knows the language.</summary>
    Employee,

    /// <summary>Tolk eller översättare.</summary>
    Interpreter,
    CheckedMachine,
}
