using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>An idea as it comes in, whichever way. Only <see cref="Text"/> must be filled in.</summary>
internal sealed record IdeaSubmission
{
    /// <summary>Same key, same idea: the draft's id, or what the API's caller named it.</summary>
    public required string SubmissionKey { get; init; }

    /// <summary>The key was made for this call: no earlier submission can have it.</summary>
    public bool KeyIsNew { get; init; }
    public string? Text { get; init; }
    public string? Title { get; init; }
    public string? WhoHasNeed { get; init; }
    public string? Place { get; init; }

    /// <summary>Code of an <see cref="IdeaArea"/>.</summary>
    public string? Area { get; init; }
    public SubmitterKind SubmitterKind { get; init; }
    public AnswerWay AnswerWay { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Telephone { get; init; }
    public string? Address { get; init; }

    /// <summary>Code of the intake channel.</summary>
    public string Channel { get; init; } = IntakeChannels.Web;

    /// <summary>The submitter's account, when they are logged in.</summary>
    public Guid? SubmitterId { get; init; }

    /// <summary>Who enters it for someone else, and how that person agreed.</summary>
    public Guid? RegisteredById { get; init; }
    public string? ConsentNote { get; init; }

    /// <summary>"originalet finns hos …"</summary>
    public string? OriginalKeptAt { get; init; }

    /// <summary>The draft it was written as, when there is one: consumed in the same transaction.</summary>
    public Guid? DraftId { get; init; }
}

/// <summary>What the one who handed in needs to know. Repeating the same submission gives the same receipt.</summary>
/// <param name="Code">Reads the case without an account; shown once.</param>
/// <param name="AnswerBy">The last day on which they hear from us.</param>
internal sealed record IdeaReceipt(Guid IdeaId, string CaseNumber, string Code, DateOnly AnswerBy, DateTimeOffset ReceivedAt, bool Irregularity);

/// <summary>The rules of what may be handed in; error texts name the field, because the summary shows them apart from it.</summary>
internal static class SubmissionRules
{
    public const int TextLength = 20_000;
    public const int TitleLength = 120;
    private static readonly System.Buffers.SearchValues<char> NotInAddresses = System.Buffers.SearchValues.Create("<>,;:\"()[]\\");

    /// <summary>The same submission with safe, trimmed texts.</summary>
    public static IdeaSubmission Normalised(IdeaSubmission typed) => typed with
    {
        Text = SubmittedText.Lines(typed.Text),
        Title = SubmittedText.Line(typed.Title),
        WhoHasNeed = SubmittedText.Line(typed.WhoHasNeed),
        Place = SubmittedText.Line(typed.Place),
        Area = SubmittedText.Line(typed.Area),
        Name = SubmittedText.Line(typed.Name),
        Email = SubmittedText.Line(typed.Email),
        Telephone = SubmittedText.Line(typed.Telephone),
        Address = SubmittedText.Lines(typed.Address) is { Length: > 0 } address ? address : null,
        ConsentNote = SubmittedText.Line(typed.ConsentNote),
        OriginalKeptAt = SubmittedText.Line(typed.OriginalKeptAt),
    };

    public static IReadOnlyList<FieldError> Check(IdeaSubmission idea)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrEmpty(idea.Text)) errors.Add(new(nameof(idea.Text), "Berätta om din idé: fältet är tomt."));
        else if (idea.Text.Length > TextLength)
            errors.Add(new(nameof(idea.Text), new Text("Berätta om din idé: texten är {0} tecken för lång. Den får vara högst {1} tecken.", idea.Text.Length - TextLength, TextLength)));
        TooLong(nameof(idea.Title), "Rubrik", idea.Title, TitleLength);
        TooLong(nameof(idea.WhoHasNeed), "Vem har behovet?", idea.WhoHasNeed, 500);
        TooLong(nameof(idea.Place), "Plats", idea.Place, 200);
        if (idea.Area is not null && !IdeaAreas.Exists(idea.Area)) errors.Add(new(nameof(idea.Area), "Område: välj ett i listan."));
        TooLong(nameof(idea.Name), "Namn", idea.Name, 200);
        TooLong(nameof(idea.Telephone), "Telefon", idea.Telephone, 50);
        TooLong(nameof(idea.Address), "Adress", idea.Address, 500);
        TooLong(nameof(idea.ConsentNote), "Samtycke", idea.ConsentNote, 500);
        TooLong(nameof(idea.OriginalKeptAt), "Var originalet finns", idea.OriginalKeptAt, 200);
        if (idea.Email is not null && !IsEmail(idea.Email)) errors.Add(new(nameof(idea.Email), "E-post: skriv adressen så här: namn@exempel.se."));
        switch (idea.AnswerWay)
        {
            case AnswerWay.Email when idea.Email is null:
                errors.Add(new(nameof(idea.Email), "E-post: fyll i adressen, eller välj ett annat sätt att få svar."));
                break;
            case AnswerWay.Telephone when idea.Telephone is null:
                errors.Add(new(nameof(idea.Telephone), "Telefon: fyll i numret, eller välj ett annat sätt att få svar."));
                break;
            case AnswerWay.Letter when idea.Address is null:
                errors.Add(new(nameof(idea.Address), "Adress: fyll i adressen, eller välj ett annat sätt att få svar."));
                break;
            case AnswerWay.Account when idea.SubmitterId is null:
                errors.Add(new(nameof(idea.AnswerWay), "Så får du svar: logga in först, eller välj ett annat sätt."));
                break;
        }

        return errors;

        void TooLong(string field, string label, string? value, int most)
        {
            if (value?.Length > most) errors.Add(new(field, new Text("{0}: texten får vara högst {1} tecken.", new Text(label), most)));
        }
    }

    /// <summary>One @ with something usable on both sides: the mail server has the last word.</summary>
    public static bool IsEmail(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return value.Length <= 254 && at is > 0 and <= 64 && at == value.LastIndexOf('@') && !value.Any(char.IsWhiteSpace) && !value.AsSpan().ContainsAny(NotInAddresses)
            && value.LastIndexOf('.') is var dot && dot > at + 1 && dot < value.Length - 1;
    }
}
