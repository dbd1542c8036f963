using IdeSluss.Ideas.Features.Ideas.Assign;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Inbox;

/// <summary>"Mitt arbete": every role starts here, and sees the parts that are theirs.</summary>
[RequireLogin]
internal sealed class InboxModel(Inbox inbox, TakeCase take, CurrentUser me, IOrganisation organisation, IEnumerable<WorkLink> links) : IdeSlussPageModel
{
    public static IReadOnlyList<(InboxFilter Filter, string Address, string Label)> Filters { get; } =
    [
        (InboxFilter.Waiting, "vantar", "Väntar på coach"),
        (InboxFilter.Mine, "mina", "Mina"),
        (InboxFilter.Unassigned, "ofordelade", "Ofördelade"),
        (InboxFilter.Pool, "pool", "Coachpoolen"),
        (InboxFilter.AllOpen, "alla", "Alla öppna"),
    ];

    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    /// <summary>What was just done, said once.</summary>
    [TempData]
    public string? Message { get; set; }

    public InboxFilter Filter { get; private set; }

    public InboxPage Inbox { get; private set; } = null!;

    public string? NextCase { get; private set; }

    public bool Works => me.Has(IdeasPermissions.Work);

    public IReadOnlyList<WorkPlace> Places { get; private set; } = [];

    /// <summary>Takes a case from the pool; who was second sees the list as it is now, and who was first.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string number, CancellationToken cancellationToken)
    {
        if (!(await take.HandleAsync(number, cancellationToken)).Failed(out var problem, out _)) return Redirect($"/arbete/{number}");
        await OnGetAsync(cancellationToken);
        return ShowProblem(problem);
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = Filters.FirstOrDefault(one => one.Address == Show).Filter;
        Inbox = await inbox.FindAsync(new(Filter, After), cancellationToken);
        NextCase = Works ? await inbox.NextAsync(cancellationToken) : null;
        var committees = await OwnList.CommitteesAsync(me, organisation, cancellationToken);
        Places = [.. committees.Select(authority => new WorkPlace($"/namnd/{authority.Code}", authority.Name, "Nämndens underlag inför sammanträdet.")), .. WorkPlace.Of(me, links)];
    }
}

/// <summary>Where someone's own work is, beside the inbox.</summary>
/// <param name="Group">Heading; null stands first, without one.</param>
internal sealed record WorkPlace(string Address, string Title, string Explanation, string? Group = null)
{
    /// <param name="links">What other modules offer.</param>
    public static IReadOnlyList<WorkPlace> Of(CurrentUser me, IEnumerable<WorkLink> links) =>
    [
        .. All.Where(place => place.Permission is null || me.Has(place.Permission)).Select(place => place.Place),
        .. links.Where(link => me.Has(link.Permission)).Select(link => new WorkPlace(link.Address, link.Title, link.Explanation, link.Group)),
    ];

    private static readonly (string? Permission, WorkPlace Place)[] All =
    [
        (IdeasPermissions.RegisterOnBehalf, new("/arbete/registrera", "Registrera åt någon", "En idé som kom per telefon, på papper eller i ett möte.")),
        (IdeasPermissions.Import, new("/arbete/importera", "Läs in idéer från en fil", "Från ett annat system. Filen provas först.")),
        (IdeasPermissions.SearchCases, new("/arbete/exportera", "Ta ut ärenden till en fil", "De ärenden du får läsa, för kalkylprogram och andra program.")),
        (IdeasPermissions.ReceiveIrregularities, new("/arbete/missforhallanden", "Möjliga missförhållanden", "Ta emot det som kan vara lex Sarah eller en avvikelse i vården.")),
        (IdeasPermissions.Decide, new("/att-besluta", "Att besluta", "Idéer som väntar på ditt beslut.")),
        (IdeasPermissions.SeeOwnUnit, new("/min-enhet", "Min enhet", "Veckans beslut, det som är sent och det som är på gång.")),
        (IdeasPermissions.SeeOwnUnit, new("/chefsstod", "Chefsstöd", "Mallar med exempel, och tio frågor till ett samtal.")),
        (IdeasPermissions.Advise, new("/att-bedoma", "Att bedöma", "Idéer som du kan ge råd om.")),
        (IdeasPermissions.SearchCases, new("/arbete/sok", "Sök bland ärenden", "På ord, nummer, etapp, coach eller enhet.")),
        (IdeasPermissions.SeeSluice, new("/arbete/slussen", "Slussen", "Var ärendena är, om de är i tid och hur länge de har legat.")),
        (IdeasPermissions.SeeOverdue, new("/arbete/forsenade", "Försenade ärenden", "Idéer där löftet om besked har passerat.")),
        (IdeasPermissions.LegalTime, new("/arbete/lagtider", "Lagens tider", "Tider som en lag sätter, vid sidan av löftena.")),
        (IdeasPermissions.Assign, new("/arbete/fordela", "Fördela och täcka upp", "Ge ett ärende till en annan coach, eller ta över vid frånvaro.")),
        ("platform.admin.read", new("/admin", "Administration", "Organisation, behörigheter och tillägg.")),
        (null, new("/ovning", "Övningsslussen", "Öva på påhittade idéer. Inget du gör där syns någon annanstans.")),
        (null, new("/mina-ideer", "Mina egna idéer", "Idéer du själv har lämnat.")),
    ];
}
