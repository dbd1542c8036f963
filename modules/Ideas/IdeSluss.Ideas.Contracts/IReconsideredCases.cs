using Microsoft.AspNetCore.Http;

namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// What a module that has decisions reconsidered may know of them, and what it tells the case. Asks for no permission: whoever asks answers for who sees it. A restricted case is not there.
/// </summary>
/// <example><code>
/// if (await cases.FindAsync(decisionId, cancellationToken) is { StillStands: true } decision) await cases.TellAsync(new(decision.Id, ReconsiderationNewsKind.Changed, me, Roles.IdeaBoard, why, now), cancellationToken);
/// </code></example>
public interface IReconsideredCases
{
    /// <summary>Null when there is no such decision, when it was not a no, or while its reply is held or was taken back.</summary>
    Task<RefusingDecision?> FindAsync(Guid decisionId, CancellationToken cancellationToken);

    /// <summary>The case's noes that have reached the submitter, the latest first. For an idea that is merged those of the whole.</summary>
    Task<IReadOnlyList<RefusingDecision>> OfCaseAsync(Guid ideaId, CancellationToken cancellationToken);

    /// <summary>Noes that reached their submitter since then, in cases that they ended and that have not moved; the latest first, five hundred at most. For invented content, which begins from decisions and has no case to ask about.</summary>
    Task<IReadOnlyList<RefusingDecision>> SinceAsync(DateTimeOffset since, int most, CancellationToken cancellationToken);

    /// <summary>
    /// A line in the case's history, and for an outcome word to the submitter and to those of merged ideas. A changed decision leads the case back to the gate where it was taken, where whoever took it
    /// cannot say no again. Told again (same decision, kind and time) it is one line.
    /// </summary>
    Task TellAsync(ReconsiderationNews news, CancellationToken cancellationToken);
}

/// <summary>A decision that was a no to the submitter, and that they have been told.</summary>
/// <param name="Title">What a coach has let through; null before the first gate.</param>
/// <param name="GateName">Swedish, also the key of its translation; so are <paramref name="OutcomeName"/> and <paramref name="StageName"/>.</param>
/// <param name="Outcome">Code of the workflow's outcome: <c>DECLINE</c>.</param>
/// <param name="StageName">The stage it was taken in, and that a changed decision leads back to.</param>
/// <param name="ToldAt">When the reply left.</param>
/// <param name="DecidedAs">Role code. <c>CommitteeSecretary</c> stands for the nämnd.</param>
/// <param name="AuthorityId">Where its deciders are looked for, with <paramref name="UnitId"/>.</param>
/// <param name="StillStands">The case is where the decision left it. Otherwise it has moved on, and there is nothing to lead back.</param>
/// <param name="CloseReason">Code; null where the case was not closed, or is open again.</param>
public sealed record RefusingDecision(
    Guid Id, Guid IdeaId, string CaseNumber, string? Title, string Gate, string GateName, string Outcome, string OutcomeName, string StageName, string Reason, DateTimeOffset DecidedAt, DateTimeOffset ToldAt, Guid? DecidedById, string? DecidedAs,
    Guid AuthorityId, Guid? UnitId, bool StillStands, string? CloseReason);

public enum ReconsiderationNewsKind
{
    /// <summary>Somebody has asked for it.</summary>
    Asked,

    /// <summary>The decision is not changed.</summary>
    Stands,

    /// <summary>The decision is changed: the case is back where it was taken.</summary>
    Changed,
}

/// <param name="By">Who did it; null for a submitter without an account.</param>
/// <param name="Role">In which role; shown outside instead of a name. Null for the submitter.</param>
/// <param name="Reason">The reasons of an outcome, in words for the submitter (FL 32 §). When asked for: what the submitter wrote, looked through for a serious irregularity and not kept.</param>
public sealed record ReconsiderationNews(Guid DecisionId, ReconsiderationNewsKind Kind, Guid? By, string? Role, string? Reason, DateTimeOffset At);

/// <summary>Whose case it is, for pages of other modules that a submitter is sent to.</summary>
public interface IOwnCases
{
    /// <summary>Whether the reader has shown that the case is theirs: by their account, or by the code they opened it with in this browser (only below <c>/folj</c>, where the browser keeps that). For an idea into which theirs is merged too.</summary>
    Task<bool> IsOwnAsync(HttpContext http, Guid ideaId, CancellationToken cancellationToken);

    /// <summary>The reader's own case with the number, shown in the same two ways; null when it is not theirs. Unlike <see cref="IsOwnAsync"/> never another's into which theirs is merged.</summary>
    Task<Guid?> OwnAsync(HttpContext http, string caseNumber, CancellationToken cancellationToken);

    /// <summary>
    /// How it ended, where somebody has decided that and the submitter has been told: in use, done, or a no. Null while it is on its way, while a reply is held, and where nothing was decided about the idea
    /// (withdrawn, redirected, not answered). For an idea that is merged the end of the whole.
    /// </summary>
    Task<OwnEnd?> EndOfAsync(Guid ideaId, CancellationToken cancellationToken);

    /// <summary>The case that the code opens; null for a wrong one. The endpoint limits how often one may try (<c>RateLimits.Secret</c>).</summary>
    Task<Guid?> ByCodeAsync(string? code, CancellationToken cancellationToken);

    /// <summary>The person's own case with the number; null when it is not theirs.</summary>
    Task<Guid?> ByNumberAsync(string caseNumber, CancellationToken cancellationToken);
}

/// <param name="CaseNumber">The submitter's own, also when the idea is merged into another.</param>
/// <param name="At">UTC; when the submitter was told.</param>
public sealed record OwnEnd(string CaseNumber, DateTimeOffset At);
