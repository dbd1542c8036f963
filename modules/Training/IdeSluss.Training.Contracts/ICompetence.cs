using IdeSluss.Sdk.Results;

namespace IdeSluss.Training.Contracts;

/// <summary>
/// What somebody must have learnt before they do something. Whoever is about to let a person act asks for an <c>IEnumerable&lt;ICompetence&gt;</c>, so that it works the same where nobody answers: then
/// nothing is required. What is required is a setting of the instance; without it nothing is.
/// </summary>
/// <example><code>
/// internal sealed class StartTest(IEnumerable&lt;ICompetence&gt; competences, CurrentUser me)
/// {
///     if (await competences.RefusalAsync(me.RequiredId, CompetenceActions.LeadTest, ct) is { } refusal) return refusal;   // 409, names course and address
/// }
/// </code></example>
public interface ICompetence
{
    /// <param name="personId">Of the account.</param>
    /// <param name="action">Code of a <see cref="CompetenceAction"/>; one that nobody has provided requires nothing.</param>
    /// <returns>What stands in the way, by course code; empty when nothing does.</returns>
    Task<IReadOnlyList<MissingCompetence>> MissingAsync(Guid personId, string action, CancellationToken cancellationToken);
}

/// <param name="Course">Its code.</param>
/// <param name="Message">What is missing and why, for the one who is refused: never had, run out, or of an edition that no longer counts.</param>
/// <param name="Address">Relative; where the course is found and when it is given.</param>
public sealed record MissingCompetence(string Course, Text Message, string Address);

/// <summary>Something that may require competence, provided by the module that asks. The administrator decides which courses it requires.</summary>
/// <param name="Code">Below the module's name: <c>testbeds.lead-test</c>. Never changes.</param>
/// <param name="Name">Swedish, also the key of its translation.</param>
/// <example><code>module.Provide(new CompetenceAction(CompetenceActions.LeadTest, "Leda ett test"));</code></example>
public sealed record CompetenceAction(string Code, string Name);

/// <summary>Codes of the actions that our own modules ask about.</summary>
public static class CompetenceActions
{
    public const string LeadTest = "testbeds.lead-test";
    public const string Book = "testbeds.book";

    /// <summary>To decide at a gate.</summary>
    /// <param name="gate">Its code: <c>G3_TEST</c>.</param>
    public static string Gate(string gate) => "ideas.gate." + gate;
}

public static class CompetenceQuestions
{
    /// <summary>What is missing according to everyone who knows.</summary>
    public static async Task<IReadOnlyList<MissingCompetence>> MissingAsync(this IEnumerable<ICompetence> competences, Guid personId, string action, CancellationToken cancellationToken)
    {
        var missing = new List<MissingCompetence>();
        foreach (var competence in competences) missing.AddRange(await competence.MissingAsync(personId, action, cancellationToken));
        return missing;
    }

    /// <returns>Null when nothing stands in the way; otherwise a conflict with one entry per course, each with its address.</returns>
    public static async Task<Problem?> RefusalAsync(this IEnumerable<ICompetence> competences, Guid personId, string action, CancellationToken cancellationToken) =>
        await competences.MissingAsync(personId, action, cancellationToken) is { Count: > 0 } missing
            ? Problem.Conflict("Du behöver gå en utbildning först, eller få dispens av din chef.", [.. missing.Select(one => new FieldError(one.Course, new Text("{0} Kursen finns på {1}.", one.Message, one.Address)))])
            : null;
}
