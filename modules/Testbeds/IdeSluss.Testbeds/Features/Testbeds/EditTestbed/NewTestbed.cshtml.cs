using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTestbed;

[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class NewTestbedModel(SaveTestbed save, KeptTaxonomy kept, IOrganisation organisation, CurrentUser me) : TestbedForm(kept, organisation, me)
{
    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new() { Status = TestbedStatus.Planned, Languages = ["SV"] };
        return FillAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        if (!ReadPosition() | !ModelState.IsValid) return ShowErrors();
        return (await save.CreateAsync(Input, cancellationToken)).Failed(out var problem, out var saved) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/testbaddar/{saved.Slug}?klart=sparad");
    }
}
