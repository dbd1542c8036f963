using System.Globalization;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.ReadTest;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.LogTest;

[RequirePermission(TestbedsPermissions.LeadTests)]
internal sealed class LogPageModel(ReadTests tests, WriteLog log, TimeProvider time) : IdeSlussPageModel
{
    [BindProperty]
    public LogInput Input { get; set; } = new();

    [BindProperty]
    public List<ClearingRow> Clearings { get; set; } = [];

    [BindProperty]
    public List<MeasureRow> Measures { get; set; } = [];

    public TestView Test { get; private set; } = null!;

    public string? Said { get; private set; }

    public bool CanWrite => Test.Status is TrialStatus.Running or TrialStatus.Ended;

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<TrialLogKind>().Select(one => new Choice(one.ToString(), Texts[TestWords.Of(one)]))];

    public LogLine OpenOf(Guid id) => Test.Log.First(line => line.Id == id);

    public MeasureView MeasureOf(Guid id) => Test.Measures.First(measure => measure.Id == id);

    public async Task<IActionResult> OnGetAsync(string test, string? klart, CancellationToken cancellationToken)
    {
        if (await FindAsync(test, cancellationToken) is { } problem) return ShowProblem(problem);
        Said = klart is null ? null : "Sparat.";
        Input.Day = time.StockholmToday();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string test, string? gor, CancellationToken cancellationToken)
    {
        if (await FindAsync(test, cancellationToken) is { } missing) return ShowProblem(missing);
        // What is no longer there is not shown again.
        Clearings.RemoveAll(row => Test.Log.All(line => line.Id != row.Id || line.ClearedAt is not null));
        Measures.RemoveAll(row => Test.Measures.All(measure => measure.Id != row.Id));
        if (!ModelState.IsValid) return Again(null, "");
        var (problem, prefix) = gor switch
        {
            "utredd" => await ClearAsync(test, cancellationToken),
            "matt" => await MeasureAsync(test, cancellationToken),
            _ => ((await log.AddAsync(test, Input, cancellationToken)).Problem, nameof(Input)),
        };
        return problem is null ? LocalRedirect($"/arbete/tester/{Uri.EscapeDataString(test)}/logg?klart=ja") : Again(problem, prefix);
    }

    private async Task<(Problem? Problem, string Prefix)> ClearAsync(string test, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Clearings.Count; i++)
            if (!string.IsNullOrWhiteSpace(Clearings[i].Action) && (await log.ClearAsync(test, Clearings[i].Id, Clearings[i].Action, cancellationToken)).Failed(out var problem, out _)) return (problem, NameOf(nameof(Clearings), i));
        return (null, "");
    }

    private async Task<(Problem? Problem, string Prefix)> MeasureAsync(string test, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Measures.Count; i++)
            if (!Measures[i].IsEmpty && (await log.MeasureAsync(test, Measures[i].Id, Measures[i], cancellationToken)).Failed(out var problem, out _)) return (problem, NameOf(nameof(Measures), i));
        return (null, "");
    }

    private static string NameOf(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    /// <summary>The forms that were not sent are shown as they are.</summary>
    private IActionResult Again(Problem? problem, string prefix)
    {
        Fill();
        Input.Day ??= time.StockholmToday();
        return problem is null ? ShowErrors() : ShowProblem(problem, prefix);
    }

    private void Fill()
    {
        if (Clearings.Count == 0) Clearings = [.. Test.Log.Where(line => line is { Kind: TrialLogKind.Deviation, ClearedAt: null }).Select(line => new ClearingRow { Id = line.Id })];
        if (Measures.Count == 0) Measures = [.. Test.Measures.Select(one => new MeasureRow { Id = one.Id, Result = one.Result, Count = one.Count, Uncertainty = one.Uncertainty, Source = one.Source })];
    }

    private async Task<Problem?> FindAsync(string number, CancellationToken cancellationToken)
    {
        if ((await tests.FindAsync(number, cancellationToken)).Failed(out var problem, out var found)) return problem;
        Test = found;
        return found.Leads ? null : TestScope.NoSuchTest;
    }
}

internal sealed class ClearingRow
{
    public Guid Id { get; set; }
    public string? Action { get; set; }
}

internal sealed class MeasureRow : MeasureInput
{
    public Guid Id { get; set; }

    public bool IsEmpty => Result is null && Count is null && string.IsNullOrWhiteSpace(Uncertainty) && string.IsNullOrWhiteSpace(Source);
}
