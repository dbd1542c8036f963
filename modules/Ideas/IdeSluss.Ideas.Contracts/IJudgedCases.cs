using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// What a module that has ideas judged may know of a case, and what it tells the case. The basis stays in the forms of the case and is read from there. Asks for no permission: whoever asks
/// answers for who sees it. A restricted case is not there.
/// </summary>
/// <example><code>
/// if (await cases.FindAsync("25IDE142", cancellationToken) is { Gate: { } gate } idea) await StartAsync(idea, gate.Code, cancellationToken);
/// </code></example>
public interface IJudgedCases
{
    /// <summary>Null when there is no such case.</summary>
    Task<JudgedCase?> FindAsync(string caseNumber, CancellationToken cancellationToken);

    /// <summary>Those that there are, by id; at most five hundred are asked for at a time.</summary>
    Task<IReadOnlyDictionary<Guid, JudgedCase>> FindManyAsync(IReadOnlyCollection<Guid> ideaIds, CancellationToken cancellationToken);

    /// <summary>Open cases of the track that wait for the decision, within the scope, those that have waited longest first.</summary>
    Task<IReadOnlyList<JudgedCase>> WaitingAsync(string gate, string track, PermissionScope scope, int most, CancellationToken cancellationToken);

    /// <summary>Who of the people may not judge the case, and why not (FL 16–18 §§). Those without ties are left out.</summary>
    Task<IReadOnlyDictionary<Guid, CaseTie>> TiesAsync(Guid ideaId, IReadOnlyCollection<PossibleJudge> people, CancellationToken cancellationToken);

    /// <summary>What the case's forms say, to read before one judges.</summary>
    Task<CaseBasis> BasisAsync(Guid ideaId, CancellationToken cancellationToken);

    /// <summary>A line in the case's history for the office. Told again (same case, kind and time) it is one line.</summary>
    Task TellAsync(JudgementNews news, CancellationToken cancellationToken);

    /// <summary>What ideas are about: codes with their Swedish names, which are the keys of their translations.</summary>
    IReadOnlyList<CaseArea> Areas { get; }
}

/// <summary>A case as those who judge it see it.</summary>
/// <param name="Text">What a coach has let through; null before the first gate.</param>
/// <param name="Language">BCP 47, of the text.</param>
/// <param name="ReceivingUnitId">The unit that has promised to receive the result.</param>
/// <param name="Gate">The decision ahead; null where none is.</param>
/// <param name="Area">Code of an area.</param>
public sealed record JudgedCase(
    Guid IdeaId, string CaseNumber, string? Title, string? Need, string? Text, string Language, Guid AuthorityId, Guid? UnitId, Guid? ReceivingUnitId, string Stage, CaseGate? Gate, string? Track, string? Area, Guid? CoachId, bool IsOpen);

/// <param name="Name">Swedish, also the key of its translation.</param>
public sealed record CaseGate(string Code, string Name);

public sealed record CaseArea(string Code, string Name);

/// <param name="Email">An idea that was handed in without logging in is known by its address.</param>
public sealed record PossibleJudge(Guid Id, string Email);

/// <summary>Why someone may not judge a case.</summary>
public enum CaseTie
{
    /// <summary>Handed it in, alone or first, or did so for one that was merged into it.</summary>
    Submitter,
    CoSubmitter,

    /// <summary>Has declared a conflict of interest.</summary>
    Declared,
}

/// <param name="Now">Keys of the filled-in forms that the decision ahead rests on.</param>
/// <param name="Earlier">Keys of those from earlier on the way.</param>
public sealed record CaseBasis(FormFacts Facts, IReadOnlyList<string> Now, IReadOnlyList<string> Earlier);

public enum JudgementNewsKind
{
    /// <summary>Someone was asked to judge it.</summary>
    Begun,

    /// <summary>Everyone who was asked has answered, or it was closed without the rest.</summary>
    Closed,

    /// <summary>Those who judged it are far apart and must talk.</summary>
    FarApart,

    /// <summary>They have talked, and what came of it is written down.</summary>
    Talked,
}

/// <param name="By">Who did it; null when it followed by itself.</param>
/// <param name="DecisionId">The decision it followed: when that one is taken back, so is the line.</param>
public sealed record JudgementNews(Guid IdeaId, JudgementNewsKind Kind, Guid? By, DateTimeOffset At, Guid? DecisionId = null);
