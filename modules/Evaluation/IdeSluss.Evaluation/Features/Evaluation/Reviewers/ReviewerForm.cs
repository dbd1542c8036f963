using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Reviewers;

/// <summary>The form about someone who judges, the same for oneself and for others.</summary>
internal abstract class ReviewerForm(KeepReviewers keep, Proposals proposals, IOrganisation organisation) : IdeSlussPageModel
{
    [BindProperty]
    public ReviewerInput Input { get; set; } = new();

    public PoolMember Member { get; private set; } = null!;

    public int Version { get; protected set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Deputies { get; private set; } = [];

    public IReadOnlyList<Choice> Competences => [.. proposals.Competences.Select(one => new Choice(one.Code, Texts[one.Name]))];

    protected KeepReviewers Keep => keep;

    protected async Task<Problem?> FillAsync(Guid person, bool read, CancellationToken cancellationToken)
    {
        if ((await keep.FindAsync(person, cancellationToken)).Failed(out var problem, out var view)) return problem;
        Member = view.Member;
        if (read) (Input, Version) = (view.Input, view.Version);
        Units = [.. (await organisation.UnitsAsync(cancellationToken)).Select(unit => new Choice(unit.Id.ToString(), new string('\u2003', unit.Depth) + unit.Name))];
        Deputies = [.. view.All.Where(one => one.Candidate.Person.Id != person).Select(one => new Choice(one.Candidate.Person.Id.ToString(), one.Candidate.Person.DisplayName))];
        return null;
    }
}
