using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.ImportIdeas;
using IdeSluss.Ideas.Features.Ideas.OpenCase;
using Of = System.Func<IdeSluss.Ideas.Features.Ideas.ExportIdeas.ExportRow, IdeSluss.Ideas.Features.Ideas.ExportIdeas.ExportNames, IdeSluss.Ideas.Features.Ideas.ExportIdeas.ExportValue>;

namespace IdeSluss.Ideas.Features.Ideas.ExportIdeas;

/// <summary>One column of the file.</summary>
/// <param name="Code">English; header of a file for programs.</param>
/// <param name="Name">Swedish; header for people.</param>
/// <param name="IsContact">Who handed in and how they are reached: only when it is asked for.</param>
internal sealed record ExportColumn(string Code, string Name, Of Value, bool IsContact = false)
{
    /// <summary>Those that are read in, in the same order, and then what only this instance knows.</summary>
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        As(ImportColumn.Text, (row, _) => new(row.Text)),
        As(ImportColumn.Id, (row, _) => new(row.CaseNumber)),
        As(ImportColumn.Title, (row, _) => new(row.Title)),
        As(ImportColumn.Received, (row, _) => new(row.ReceivedAt)),
        As(ImportColumn.Channel, (row, names) => new(row.Channel, names.Channel(row.Channel))),
        As(ImportColumn.Authority, (row, names) => names.Authority(row)),
        As(ImportColumn.Unit, (row, names) => names.Unit(row.UnitId)),
        As(ImportColumn.Area, (row, _) => new(row.Area, row.Area is { } area ? IdeaAreas.NameOf(area) : null)),
        As(ImportColumn.Need, (row, _) => new(row.NeedSentence)),
        As(ImportColumn.Who, (row, _) => new(row.WhoHasNeed)),
        As(ImportColumn.Place, (row, _) => new(row.Place)),
        As(ImportColumn.Submitter, (row, _) => new(row.SubmitterKind.ToString(), AnswerWayWords.Submitter(row.SubmitterKind.ToString()))),
        As(ImportColumn.PersonName, (row, _) => new(row.Name), isContact: true),
        As(ImportColumn.Email, (row, _) => new(row.Email), isContact: true),
        As(ImportColumn.Telephone, (row, _) => new(row.Telephone), isContact: true),
        As(ImportColumn.Address, (row, _) => new(row.Address), isContact: true),
        As(ImportColumn.Language, (row, _) => new(row.Language)),
        As(ImportColumn.Consent, (row, _) => new(row.ConsentNote)),
        As(ImportColumn.OriginalKeptAt, (row, _) => new(row.OriginalKeptAt)),
        As(ImportColumn.State, (row, _) => row.Status == IdeaStatus.Closed ? new("closed", "avslutad") : new("open", "öppen")),
        As(ImportColumn.CloseReason, (row, names) => new(row.CloseReason, names.CloseReason(row.CloseReason))),
        As(ImportColumn.Closed, (row, _) => new(row.ClosedAt)),
        As(ImportColumn.Answer, (row, _) => new(row.Answer)),
        As(ImportColumn.MayBePublic, (row, _) => row.IsPublic ? new("yes", "ja") : new("no", "nej")),
        As(ImportColumn.PublicTitle, (row, _) => new(row.PublicTitle)),
        As(ImportColumn.PublicText, (row, _) => new(row.PublicText)),
        new("stage", "etapp", (row, names) => new(row.Stage, names.Stage(row))),
        new("track", "spår", (row, names) => new(row.Track, names.Track(row))),
        new("promise-due", "besked senast", (row, _) => new(row.PromiseDue)),
        new("coach", "idécoach", (row, _) => new(row.Coach)),
        new("followers", "följare", (row, _) => new(row.FollowerCount)),
    ];

    private static ExportColumn As(ImportColumn column, Of value, bool isContact = false) => new(column.Code, column.Name, value, isContact);
}

/// <summary>What of a case this reader may see.</summary>
internal sealed record ExportRow
{
    public required Guid Id { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>The submitter's words for those who read cases in full, otherwise what the coach has written.</summary>
    public required string? Text { get; init; }
    public required string? Title { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string Channel { get; init; }
    public required Guid AuthorityId { get; init; }
    public required Guid? UnitId { get; init; }
    public required string? Area { get; init; }
    public required string? NeedSentence { get; init; }
    public required string? WhoHasNeed { get; init; }
    public required string? Place { get; init; }
    public required SubmitterKind SubmitterKind { get; init; }
    public required string? Name { get; init; }
    public required string? Email { get; init; }
    public required string? Telephone { get; init; }
    public required string? Address { get; init; }
    public required string Language { get; init; }
    public required string? ConsentNote { get; init; }
    public required string? OriginalKeptAt { get; init; }
    public required IdeaStatus Status { get; init; }
    public required string? CloseReason { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required bool IsPublic { get; init; }
    public required string? PublicTitle { get; init; }
    public required string? PublicText { get; init; }
    public required string WorkflowKey { get; init; }
    public required int WorkflowVersion { get; init; }
    public required string Stage { get; init; }
    public required string? Track { get; init; }
    public required DateOnly? PromiseDue { get; init; }
    public required Guid? CoachId { get; init; }
    public required int FollowerCount { get; init; }

    /// <summary>Why it was closed, as the public reads it.</summary>
    public string? Answer { get; init; }
    public string? Coach { get; init; }
}
