using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <param name="Role">The role in which they would reconsider it.</param>
internal sealed record PossibleDecider(PersonInfo Person, string Role);

/// <summary>Those who may reconsider a decision: nobody who decided it, whose idea it is, or who has declared a conflict.</summary>
internal sealed class DeciderPool(EvaluationDbContext db, IJudgedCases cases, IPeopleDirectory people)
{
    /// <summary>The same role first, and in it those closest to the case.</summary>
    public async Task<IReadOnlyList<PossibleDecider>> OfAsync(Reconsideration one, CancellationToken cancellationToken)
    {
        var found = new List<PossibleDecider>();
        foreach (var role in ReconsiderationRules.Deciders(one.FirstDecidedAs))
            found.AddRange((await people.InRoleAsync(role, one.AuthorityId, one.UnitId, cancellationToken)).Select(person => new PossibleDecider(person, role)));
        var others = found.DistinctBy(possible => possible.Person.Id).Where(possible => possible.Person.Id != one.FirstDeciderId && possible.Person.Id != one.AskedById).ToList();
        var ties = await cases.TiesAsync(one.IdeaId, [.. others.Select(possible => new PossibleJudge(possible.Person.Id, possible.Person.Email))], cancellationToken);
        return [.. others.Where(possible => !ties.ContainsKey(possible.Person.Id))];
    }

    /// <summary>Whom to ask: of those in the nearest role the one with the least to reconsider. Null when there is nobody.</summary>
    public async Task<PossibleDecider?> ChooseAsync(Reconsideration one, CancellationToken cancellationToken)
    {
        if (await OfAsync(one, cancellationToken) is not [var first, ..] possible) return null;
        var ids = possible.Where(each => each.Role == first.Role).Select(each => each.Person.Id).ToList();
        var waiting = await db.Reconsiderations.Where(each => each.State == ReconsiderationState.Waiting && each.DeciderId != null && ids.Contains(each.DeciderId.Value))
            .GroupBy(each => each.DeciderId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancellationToken);
        return possible.Where(each => each.Role == first.Role).MinBy(each => waiting.GetValueOrDefault(each.Person.Id));
    }
}
