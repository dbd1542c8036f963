using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Features.Testbeds.FindFree;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Book;

/// <param name="Units">How many there are.</param>
internal sealed record ChosenThing(Guid Id, string Name, string? Testbed, int Units);

[RequirePermission(TestbedsPermissions.Book)]
internal sealed class BookPageModel(BookPlaces book, TestbedsDbContext db) : IdeSlussPageModel
{
    private const int MostChosen = 50;

    [BindProperty]
    public BookInput Input { get; set; } = new();

    public IReadOnlyList<ChosenThing> Things { get; private set; } = [];

    /// <summary>Something is taken, and one may stand in line for it.</summary>
    public bool MayWait { get; private set; }

    /// <param name="idea">Number of the idea that is to be tried, when one comes from its test.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "sak")] Guid[]? chosen, [FromQuery(Name = "ide")] string? idea, CancellationToken cancellationToken)
    {
        var time = TimeQuery.Read(Request.Query);
        Input = new()
        {
            FromDay = time.FromDay, FromTime = time.FromTime, FromTurn = time.FromTurn, ToDay = time.ToDay, ToTime = time.ToTime, ToTurn = time.ToTurn,
            Idea = idea, Purpose = string.IsNullOrWhiteSpace(idea) ? null : Texts["Test av en idé"].Value,
            Items = [.. (chosen ?? []).Distinct().Take(MostChosen).Select(id => new BookLine { Resource = id, Units = 1 })],
        };
        await FillAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Input.Items = [.. (Input.Items ?? []).Take(MostChosen)];
        await FillAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        if (!(await book.HandleAsync(Input, cancellationToken)).Failed(out var problem, out var booked)) return LocalRedirect($"/arbete/bokningar/{booked.Id}?klart=bokad");
        MayWait = problem.Kind == ProblemKind.Conflict;
        return ShowProblem(problem, nameof(Input));
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var ids = Input.Items.Select(line => line.Resource).ToArray();
        var things = await db.Resources.AsNoTracking().Where(one => ids.Contains(one.Id) && one.Active)
            .Select(one => new ChosenThing(one.Id, one.Name, db.Testbeds.Where(testbed => testbed.Id == one.TestbedId).Select(testbed => testbed.Name).FirstOrDefault(), one.Units)).ToListAsync(cancellationToken);
        Things = [.. ids.Select(id => things.Find(one => one.Id == id)).OfType<ChosenThing>()];
        Input.Items = [.. Things.Select(thing => Input.Items.First(line => line.Resource == thing.Id))];
    }
}
