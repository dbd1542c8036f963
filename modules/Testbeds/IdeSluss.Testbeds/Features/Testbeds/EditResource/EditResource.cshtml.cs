using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.EditResource;

/// <summary>Both for a new one (<c>ny</c>) and one that is there, by id.</summary>
[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class EditResourceModel(OfficeTestbeds testbeds, SaveResource save) : IdeSlussPageModel
{
    private Guid? id;

    [BindProperty]
    public ResourceInput Input { get; set; } = new();

    public OfficeTestbed Testbed { get; private set; } = null!;

    public int Version { get; private set; }

    public bool IsNew => id is null;

    /// <summary>Null for a new one.</summary>
    public Guid? Resource => id;

    public async Task<IActionResult> OnGetAsync(string slug, string resource, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, resource, cancellationToken) is { } problem) return ShowProblem(problem);
        if (Testbed.Resources.FirstOrDefault(one => one.Id == id) is { } known) (Input, Version) = (ResourceInput.Of(known), known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string resource, int version, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, resource, cancellationToken) is { } missing) return ShowProblem(missing);
        Version = version;
        if (!ModelState.IsValid) return ShowErrors();
        return (await save.HandleAsync(slug, id, Input, id is null ? null : version, cancellationToken)).Failed(out var problem, out _)
            ? ShowProblem(problem, nameof(Input))
            : LocalRedirect($"/arbete/testbaddar/{Testbed.Slug}?klart=resurs");
    }

    private async Task<Problem?> FindAsync(string slug, string resource, CancellationToken cancellationToken)
    {
        if ((await testbeds.FindAsync(slug, cancellationToken)).Failed(out var problem, out var testbed)) return problem;
        Testbed = testbed;
        if (!testbed.CanEdit) return OfficeTestbeds.NoSuchTestbed;
        if (resource == "ny") return null;
        id = Guid.TryParse(resource, out var known) && testbed.Resources.Any(one => one.Id == known) ? known : null;
        return id is null ? Problem.NotFound("Det här går inte att boka i testbädden.") : null;
    }
}
