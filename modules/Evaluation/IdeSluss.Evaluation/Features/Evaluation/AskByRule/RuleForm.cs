using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.AskByRule;

/// <summary>The form of a rule, the same for a new one and a known one.</summary>
internal abstract class RuleForm(ReadSheets sheets, IOrganisation organisation, IJudgedCases cases, ReviewerPool pool) : IdeSlussPageModel
{
    [BindProperty]
    public RuleInput Input { get; set; } = new();

    public int Version { get; protected set; }

    public bool IsNew { get; protected set; }

    public IReadOnlyList<Choice> Sheets { get; private set; } = [];

    public IReadOnlyList<Choice> Authorities { get; private set; } = [];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Areas => [.. cases.Areas.Select(area => new Choice(area.Code, Texts[area.Name]))];

    protected async Task FillAsync(CancellationToken cancellationToken)
    {
        Sheets = [.. (await sheets.ListAsync(cancellationToken)).Where(one => one.State == SheetState.Used).Select(one => new Choice(one.Code, $"{Texts[EvaluationWords.GateName(one.Gate)].Value}: {Texts[one.Title].Value}"))];
        Authorities = [.. (await organisation.AuthoritiesAsync(cancellationToken)).Select(one => new Choice(one.Code, one.Name))];
        People = [.. (await pool.OfAsync(null, cancellationToken)).Select(one => new Choice(one.Candidate.Person.Id.ToString(), one.Candidate.Person.DisplayName))];
    }
}
