using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <summary>A case that a template can be used on.</summary>
internal sealed record TemplateCase(string CaseNumber, string? Title);

/// <summary>Begins a case's form with what was written outside it: a draft, which is then finished and decided on as any other.</summary>
internal sealed class UseTemplate(IdeasDbContext db, CurrentUser user, SaveEvidence save, IWorkflowRegistry workflows)
{
    private const int MostCases = 100;

    /// <summary>Open cases whose gates ask for the form, or for what it helps with, and where nothing is filled in; those that must have their answer first stand first.</summary>
    public async Task<IReadOnlyList<TemplateCase>> CasesAsync(string form, CancellationToken cancellationToken)
    {
        if (!user.Has(IdeasPermissions.Evidence)) return [];
        var needed = EqualityGuides.NeededFor(form);
        var asking = (from workflow in workflows.All
                      from track in workflow.Tracks.Select(track => track.Code).Prepend(null)
                      where workflow.Gates.Any(gate => gate.Evidence.Any(evidence => evidence.Form == needed && evidence.NeededIn(track)))
                      select $"{workflow.Key}|{workflow.Version}|{track}").ToList();
        return await db.Ideas.AsNoTracking().Within(user.Scope(IdeasPermissions.Evidence))
            .Where(idea => idea.Status != IdeaStatus.Closed && asking.Contains(idea.WorkflowKey + "|" + idea.WorkflowVersion + "|" + (idea.Track ?? "")) && !db.Evidence.Any(row => row.IdeaId == idea.Id && row.Form == form))
            .OrderBy(idea => idea.PromiseDue).ThenBy(idea => idea.Id).Take(MostCases)
            .Select(idea => new TemplateCase(idea.CaseNumber, idea.PublicTitle)).ToListAsync(cancellationToken);
    }

    public async Task<Outcome<SavedEvidence>> HandleAsync(string caseNumber, string form, Answers answers, CancellationToken cancellationToken)
    {
        var saved = await save.HandleAsync(new(caseNumber, form, answers, Complete: false, Version: 0), cancellationToken);
        // The only thing that can have moved is that somebody has begun the form in the case.
        return saved.Failed(out var problem, out _) && problem.Kind == ProblemKind.Stale
            ? Problem.Conflict("I idén finns redan svar på det här formuläret. Öppna det där och för in det du har skrivit.")
            : saved;
    }
}
