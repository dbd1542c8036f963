using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Evaluation.Features.Evaluation.Ask;

/// <summary>Someone who could be asked about an idea.</summary>
/// <param name="Hinder">Null when nothing stands in the way.</param>
/// <param name="Proposed">Among those that the balance chooses, with why.</param>
internal sealed record ProposedReviewer(Candidate Candidate, bool Takes, Hinder? Hinder, bool Proposed, IReadOnlyList<Text> Why)
{
    public bool MayBeChosen => HinderRules.ByHand(Hinder);
}

/// <summary>Looks at everyone who judges here before anyone is asked: who may, and who should.</summary>
internal sealed class Proposals(ReviewerPool pool, IJudgedCases cases, IOrganisation organisation, TimeProvider time)
{
    public const int Usual = 3;

    /// <param name="asked">Those who have been asked in the same round.</param>
    /// <param name="first">Proposed before all others, where nothing stands in the way.</param>
    public async Task<IReadOnlyList<ProposedReviewer>> OfAsync(JudgedCase idea, SheetContent sheet, int wanted, IReadOnlyCollection<Guid> asked, IReadOnlyCollection<Guid> first, CancellationToken cancellationToken)
    {
        var members = await pool.OfAsync(idea.IdeaId, cancellationToken);
        var ties = await cases.TiesAsync(idea.IdeaId, [.. members.Select(member => new PossibleJudge(member.Candidate.Person.Id, member.Candidate.Person.Email))], cancellationToken);
        var units = await UnitsOfAsync(idea, cancellationToken);
        var today = time.StockholmToday();
        var looked = members.Select(member => (Member: member, Hinder: HinderRules.Of(member.Candidate, ties.TryGetValue(member.Candidate.Person.Id, out var tie) ? tie : null, units, sheet.SameUnit, asked, today))).ToList();
        var free = looked.Where(one => one.Hinder is null).ToList();
        var named = free.Where(one => first.Contains(one.Member.Candidate.Person.Id)).Take(wanted).Select(one => new Picked(one.Member.Candidate, ["Frågas alltid enligt regeln"])).ToList();
        var already = looked.Where(one => one.Hinder == Hinder.Asked).Select(one => one.Member.Candidate).Concat(named.Select(one => one.Candidate)).ToList();
        var picked = named.Concat(Balance.Pick([.. free.Where(one => one.Member.Takes && named.TrueForAll(other => other.Candidate != one.Member.Candidate)).Select(one => one.Member.Candidate)], wanted - named.Count, CompetencesFor(idea), already))
            .ToDictionary(one => one.Candidate.Person.Id, one => one.Why);
        return
        [
            .. looked.Select(one => new ProposedReviewer(one.Member.Candidate, one.Member.Takes, one.Hinder, picked.ContainsKey(one.Member.Candidate.Person.Id), picked.GetValueOrDefault(one.Member.Candidate.Person.Id) ?? []))
                .OrderByDescending(one => one.Proposed).ThenByDescending(one => one.MayBeChosen).ThenByDescending(one => one.Takes),
        ];
    }

    public IReadOnlyList<Competence> Competences => [.. Competence.Own, .. cases.Areas.Select(area => new Competence(area.Code, area.Name))];

    private List<Competence> CompetencesFor(JudgedCase idea) => [.. cases.Areas.Where(area => area.Code == idea.Area).Select(area => new Competence(area.Code, area.Name)), .. Competence.Always];

    /// <summary>The idea's unit and the one that receives the result, with all below them.</summary>
    private async Task<HashSet<Guid>> UnitsOfAsync(JudgedCase idea, CancellationToken cancellationToken)
    {
        var units = new HashSet<Guid>(new[] { idea.UnitId, idea.ReceivingUnitId }.OfType<Guid>());
        // Parents come before their children.
        foreach (var unit in await organisation.UnitsAsync(cancellationToken))
            if (unit.ParentId is { } parent && units.Contains(parent)) units.Add(unit.Id);
        return units;
    }
}
