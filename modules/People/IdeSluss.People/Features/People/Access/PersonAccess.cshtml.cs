using IdeSluss.People.Features.Organisation;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.People.Features.Access;

[RequirePermission(PeoplePermissions.ManageAccess)]
internal sealed class PersonAccessModel(ShowPerson show, ChangeAccess change, InvitePerson invite, ListOrganisation organisation, CurrentUser user) : IdeSlussPageModel
{
    [BindProperty]
    public GiveRoleInput Input { get; set; } = new();

    public PersonView Person { get; private set; } = null!;

    public bool IsSelf => Person.Id == user.Id;

    public bool HasPeriod => Input.ValidFrom is not null || Input.ValidTo is not null || Input.DeputyFor is not null || !ModelState.IsValid;

    public IReadOnlyList<Choice> RoleChoices => [.. Contracts.Roles.All.Select(role => new Choice(role.Code, Texts[role.Name]))];

    public IReadOnlyList<Choice> ScopeChoices { get; private set; } = [];

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? klart, CancellationToken cancellationToken)
    {
        if (!await FillAsync(id, cancellationToken)) return NotFound();
        Said = klart switch
        {
            "inbjuden" => "Inbjudan är på väg. Ge nu personen de roller som behövs.",
            "roll" => "Rollen gäller nu.",
            "borttagen" => "Rollen är borttagen.",
            "avstangd" => "Kontot är avstängt och personen är utloggad.",
            "oppnat" => "Kontot är öppet igen.",
            _ => null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return await FillAsync(id, cancellationToken) ? ShowErrors() : NotFound();
        var request = new GiveRoleRequest(Input.Role, Input.Scope, Input.ValidFrom, Input.ValidTo, Input.DeputyFor);
        return await AnswerAsync(id, await change.GiveRoleAsync(id, request, version, cancellationToken), "roll", cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, Guid assignment, int version, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await change.TakeRoleAsync(id, assignment, version, cancellationToken), "borttagen", cancellationToken);

    public async Task<IActionResult> OnPostDeactivateAsync(Guid id, int version, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await change.DeactivateAsync(id, version, cancellationToken), "avstangd", cancellationToken);

    public async Task<IActionResult> OnPostReactivateAsync(Guid id, int version, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await change.ReactivateAsync(id, version, cancellationToken), "oppnat", cancellationToken);

    public async Task<IActionResult> OnPostInviteAgainAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await invite.AgainAsync(id, cancellationToken), "inbjuden", cancellationToken);

    private async Task<IActionResult> AnswerAsync<T>(Guid id, Outcome<T> outcome, string done, CancellationToken cancellationToken)
    {
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/admin/behorigheter/{id}?klart={done}");
        return await FillAsync(id, cancellationToken) ? ShowProblem(problem, nameof(Input)) : NotFound();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(id, cancellationToken) is not { } person) return false;
        Person = person;
        ScopeChoices = PlaceChoices.Of(await organisation.HandleAsync(cancellationToken));
        return true;
    }
}

internal sealed class GiveRoleInput
{
    public string? Role { get; set; }

    public Guid? Scope { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string? DeputyFor { get; set; }
}
