using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Evaluation.Features.Evaluation.Reviewers;

[RequirePermission(EvaluationPermissions.Ask)]
internal sealed class ReviewersPageModel(KeepReviewers keep, Proposals proposals, IOrganisation organisation) : IdeSlussPageModel
{
    public IReadOnlyList<PoolMember> Members { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();

    public string? Said { get; private set; }

    public string CompetencesOf(PoolMember member) => string.Join(", ", proposals.Competences.Where(one => member.Candidate.Competences.Contains(one.Code)).Select(one => Texts[one.Name].Value));

    public async Task OnGetAsync(string? klart, CancellationToken cancellationToken)
    {
        Said = klart == "sparad" ? "Ändringen är sparad." : null;
        Members = await keep.ListAsync(cancellationToken);
        Units = (await organisation.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.Name);
    }
}
