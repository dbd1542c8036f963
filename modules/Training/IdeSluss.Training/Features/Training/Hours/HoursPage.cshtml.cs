using System.Globalization;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Hours;

[RequirePermission(TrainingPermissions.ReadHours)]
internal sealed class HoursPageModel(TrainingHours hours, TimeProvider time) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "fran")]
    public string? FromText { get; set; }

    [BindProperty(SupportsGet = true, Name = "till")]
    public string? ToText { get; set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public IReadOnlyList<MemberHours> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        // Without days, this year so far.
        (From, To) = (DayOf(FromText) ?? new DateOnly(today.Year, 1, 1), DayOf(ToText) ?? today);
        if ((await hours.MembersAsync(From, To, cancellationToken)).Failed(out var problem, out var members)) return ShowProblem(problem with { Errors = [problem.Errors[0] with { Field = "till" }] });
        Members = members;
        return Page();
    }

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
