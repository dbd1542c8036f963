using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Profiles;

/// <summary>Both may be left out.</summary>
internal sealed class ProfileInput
{
    public string? Sex { get; set; }
    public string? Age { get; set; }
}

/// <summary>
/// Somebody says something of themselves for the statistics, wholly of their own will, or takes it back. Nothing is written in the audit log or told to anyone: that somebody answered would tie the answer to them.
/// </summary>
internal sealed class AnswerProfile(EvaluationDbContext db, SealedProfiles profiles, CurrentUser me, TimeProvider time)
{
    private static readonly Problem NoSuchLink = Problem.NotFound("Länken gäller inte längre. Du behöver inte svara.");

    /// <param name="link">From the receipt of the idea.</param>
    public Outcome<Guid> Find(string? link) => profiles.IdeaOf(link) is { } idea ? idea : NoSuchLink;

    public async Task<Outcome<Done>> SaveAsync(string? link, ProfileInput input, CancellationToken cancellationToken) =>
        Find(link).Failed(out var problem, out var idea) ? problem : await KeepAsync(ProfileKind.Submitter, idea, input, cancellationToken);

    public async Task<Outcome<Done>> ForgetAsync(string? link, CancellationToken cancellationToken)
    {
        if (Find(link).Failed(out var problem, out var idea)) return problem;
        await RemoveAsync(ProfileKind.Submitter, idea, cancellationToken);
        return Done.It;
    }

    /// <summary>Of one who decides.</summary>
    public Task<Outcome<Done>> SaveOwnAsync(ProfileInput input, CancellationToken cancellationToken) => KeepAsync(ProfileKind.Decider, me.RequiredId, new() { Sex = input.Sex }, cancellationToken);

    public Task ForgetOwnAsync(CancellationToken cancellationToken) => RemoveAsync(ProfileKind.Decider, me.RequiredId, cancellationToken);

    private async Task<Outcome<Done>> KeepAsync(ProfileKind kind, Guid subject, ProfileInput input, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        if (input.Sex is { Length: > 0 } sex && !QuarterTables.Sexes.Contains(sex)) errors.Add(new("Sex", "Kön: välj bland alternativen."));
        if (input.Age is { Length: > 0 } age && !QuarterTables.Ages.Contains(age)) errors.Add(new("Age", "Ålder: välj bland alternativen."));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        if (string.IsNullOrEmpty(input.Sex) && string.IsNullOrEmpty(input.Age))
        {
            await RemoveAsync(kind, subject, cancellationToken);
            return Done.It;
        }

        var (id, quarter) = (profiles.IdOf(kind, subject), QuarterName.Of(time.StockholmToday()));
        var content = profiles.Seal(new(subject, string.IsNullOrEmpty(input.Sex) ? null : input.Sex, string.IsNullOrEmpty(input.Age) ? null : input.Age));
        // One statement, so that two answers at the same moment are one.
        await db.Database.ExecuteSqlAsync(
            $"insert into evaluation.profile (id, kind, quarter, sealed) values ({id}, {kind.ToString()}, {quarter}, {content}) on conflict (id) do update set sealed = excluded.sealed, quarter = excluded.quarter", cancellationToken);
        return Done.It;
    }

    private async Task RemoveAsync(ProfileKind kind, Guid subject, CancellationToken cancellationToken)
    {
        var id = profiles.IdOf(kind, subject);
        await db.Profiles.Where(one => one.Id == id).ExecuteDeleteAsync(cancellationToken);
    }
}
