using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>The receipt, for the browser that sent: number, who reads, by when, and the code that is shown only here.</summary>
[OpenToAll("shown only to the browser that sent the idea: a protected cookie tells")]
internal sealed class ReceiptModel(Receipts receipts, TimeProvider time) : IdeSlussPageModel
{
    public Idea Idea { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public DateOnly AnswerBy { get; private set; }

    public bool Irregularity => Idea.Hints.HasFlag(SensitiveHints.Irregularity);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(HttpContext, number, cancellationToken) is not var (idea, code))
            return ShowProblem(Problem.NotFound("Kvittot visas bara i den webbläsare som skickade idén. Har du koden? Följ din idé med den."));
        (Idea, Code) = (idea, code);
        AnswerBy = idea.PromiseDue ?? WorkingDays.Add(idea.ReceivedAt.StockholmDay(), 10);
        return Page();
    }

    public DateOnly Today => time.StockholmToday();
}
