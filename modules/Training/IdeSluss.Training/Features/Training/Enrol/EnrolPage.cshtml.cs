using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Features.Training.Seating;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Enrol;

[RequireLogin]
internal sealed class EnrolPageModel(ReadSession read, EnrolMyself enrol, Learners learners, IOrganisation organisation) : IdeSlussPageModel
{
    [BindProperty]
    public EnrolInput Input { get; set; } = new();

    public PublicSession Session { get; private set; } = null!;

    /// <summary>Null when it need not be asked.</summary>
    public IReadOnlyList<Choice>? Units { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid session, CancellationToken cancellationToken) => await FillAsync(session, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid session, CancellationToken cancellationToken)
    {
        if (await FillAsync(session, cancellationToken) is { } missing) return missing;
        if (!ModelState.IsValid) return ShowErrors();
        return (await enrol.HandleAsync(session, Input, cancellationToken)).Failed(out var problem, out var enrolled) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/utbildning/anmalan/{enrolled.Token}?klart=anmald");
    }

    private async Task<IActionResult?> FillAsync(Guid session, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(session, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Session = found;
        if (found.ManagerApproves && (await learners.KnownMeAsync(cancellationToken))?.AuthorityId is null) Units = await organisation.ChoicesAsync(cancellationToken);
        return null;
    }
}
