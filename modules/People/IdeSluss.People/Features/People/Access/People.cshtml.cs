using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;

namespace IdeSluss.People.Features.Access;

[RequirePermission(PeoplePermissions.ManageAccess)]
internal sealed class PeopleListModel(ListPeople list) : IdeSlussPageModel
{
    public string? Search { get; private set; }

    public string? Role { get; private set; }

    public Page<PersonRow> People { get; private set; } = new([], null);

    public IReadOnlyList<Choice> RoleChoices => [.. Contracts.Roles.All.Select(role => new Choice(role.Code, Texts[role.Name]))];

    public async Task OnGetAsync(string? sok, string? roll, string? efter, CancellationToken cancellationToken)
    {
        (Search, Role) = (sok, roll);
        People = await list.HandleAsync(new(sok, roll, efter), cancellationToken);
    }
}
