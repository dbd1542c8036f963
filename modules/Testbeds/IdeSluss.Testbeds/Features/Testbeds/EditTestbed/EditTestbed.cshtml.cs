using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTestbed;

[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class EditTestbedModel(OfficeTestbeds testbeds, SaveTestbed save, KeptTaxonomy kept, IOrganisation organisation, CurrentUser me) : TestbedForm(kept, organisation, me)
{
    public string Slug { get; private set; } = "";

    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if ((await testbeds.FindAsync(slug, cancellationToken)).Failed(out var problem, out var testbed)) return ShowProblem(problem);
        if (!testbed.CanEdit) return ShowProblem(OfficeTestbeds.NoSuchTestbed);
        (Slug, Version, Input) = (slug, testbed.Version, testbed.Record);
        Input.Unit ??= Input.Authority;
        await FillAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int version, CancellationToken cancellationToken)
    {
        (Slug, Version) = (slug, version);
        await FillAsync(cancellationToken);
        if (!ReadPosition() | !ModelState.IsValid) return ShowErrors();
        return (await save.UpdateAsync(slug, Input, version, cancellationToken)).Failed(out var problem, out var saved) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/testbaddar/{saved.Slug}?klart=sparad");
    }
}
