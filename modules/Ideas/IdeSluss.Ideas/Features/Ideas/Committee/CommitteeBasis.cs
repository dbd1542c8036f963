using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Ideas.Features.Ideas.WhoDecides;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

/// <summary>What a nämnd has to decide on, what is on its way there, and what it has decided.</summary>
/// <param name="Delegated">A delegate may decide on these; the nämnd still may.</param>
/// <param name="Sluice">How many of the nämnd's ideas lie in each stage, in order.</param>
/// <param name="Coming">The twenty nearest that may come to the nämnd.</param>
internal sealed record CommitteeView(
    string Code, string Name, IReadOnlyList<CommitteeCase> Cases, IReadOnlyList<CommitteeCase> Delegated, IReadOnlyList<CommitteeStage> Sluice, IReadOnlyList<ComingCase> Coming, IReadOnlyList<CommitteeDecision> Decided);

/// <param name="Name">Swedish, also the key of its translation.</param>
internal sealed record CommitteeStage(string Name, int Count);

/// <summary>Sorted and public, and not yet where the nämnd decides.</summary>
internal sealed record ComingCase(string CaseNumber, string? Title, string Stage, DateOnly? PromiseDue);

/// <param name="Why">Why it comes to the nämnd; null when a delegate may decide.</param>
internal sealed record CommitteeCase(
    Text? Why, string? Law, string CaseNumber, string? Title, string? NeedSentence, string? PublicText, string GateName, DateOnly? PromiseDue, FormFacts Facts, IReadOnlyList<AdviceView> Advice,
    IReadOnlyList<ConsultationView> Consultations, string Language, IReadOnlyList<ShownTranslation> Translations);

/// <param name="Led">Where the idea is today, or how it ended.</param>
/// <param name="Effect">What was measured afterwards, in words; empty before it is.</param>
/// <param name="Lesson">There is a lesson sheet to read.</param>
internal sealed record CommitteeDecision(string CaseNumber, string? Title, string Outcome, string Paragraph, DateOnly MeetingDay, string Led, IReadOnlyList<string> Effect, bool Lesson);

/// <summary>The basis of an authority's meeting: cases at a gate where the nämnd decides. Public text only: members are not handläggare.</summary>
internal sealed class CommitteeBasis(
    IdeasDbContext db, CurrentUser user, IOrganisation organisation, IWorkflowRegistry workflows, IFormRegistry forms, DecidingRoutes routes, CaseConsultations consultations, ReadTranslations translations,
    CommitteeOutlook outlook, IStringLocalizer texts, TimeProvider time)
{
    /// <param name="permission">Reading the basis, or entering the decision.</param>
    public async Task<Outcome<CommitteeView>> ReadAsync(string committee, string permission, CancellationToken cancellationToken)
    {
        var authority = (await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(one => string.Equals(one.Code, committee, StringComparison.OrdinalIgnoreCase));
        if (authority is null || !user.Scope(permission).Covers(authority.Id, null)) return Problem.NotFound("Det finns ingen sådan nämnd, eller så är den inte din.");

        var stages = workflows.All.SelectMany(workflow => workflow.Gates).Where(gate => gate.DecidedBy.Contains(Roles.CommitteeSecretary)).Select(gate => gate.From).Distinct().ToList();
        var ideas = await db.Ideas.AsNoTracking().Within(user.Scope(permission))
            .Where(idea => idea.AuthorityId == authority.Id && (stages.Contains(idea.Stage) || (idea.ClosedAt == null && routes.Statutory.Contains(idea.Id))))
            .OrderBy(idea => idea.PromiseDue).ThenBy(idea => idea.Id).Take(100).ToListAsync(cancellationToken);
        var ids = ideas.ConvertAll(idea => idea.Id);
        var evidence = (await db.Evidence.AsNoTracking().Where(one => ids.Contains(one.IdeaId)).ToListAsync(cancellationToken)).ToLookup(one => one.IdeaId);
        var advice = (await db.Advice.AsNoTracking().Where(one => ids.Contains(one.IdeaId)).OrderBy(one => one.Id).ToListAsync(cancellationToken)).ToLookup(one => one.IdeaId);
        var translated = new Dictionary<Guid, IReadOnlyList<ShownTranslation>>();
        foreach (var idea in ideas) translated[idea.Id] = await translations.ForReadingAsync(idea, cancellationToken);
        var consulted = await consultations.OfManyAsync(ids, cancellationToken);
        var gates = (from idea in ideas
                     let workflow = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)
                     let gate = workflow?.GateAfter(idea.Stage)
                     where gate is not null
                     select (idea, workflow, gate)).ToList();
        var ways = await routes.OfManyAsync(gates, cancellationToken);
        var cases = (from one in gates
                     let idea = one.idea
                     let gate = one.gate
                     let reason = ways[idea.Id].Committee
                     where ways[idea.Id].AllRoles.Contains(Roles.CommitteeSecretary)
                     select new CommitteeCase(reason?.Why, reason?.Law, idea.CaseNumber, idea.PublicTitle, idea.NeedSentence, idea.PublicText, gate.Name, idea.PromiseDue,
                        CaseEvidence.Of(idea, evidence[idea.Id], forms, consulted.GetValueOrDefault(idea.Id)),
                        [.. advice[idea.Id].Where(one => one.Gate == gate.Code).Select(one => new AdviceView(texts[DecidingRole.Of(one.Role)].Value, texts[Recommendations.NameOf(one.Recommendation)].Value, one.Text, one.At))],
                        consulted.GetValueOrDefault(idea.Id) ?? [], idea.Language, translated[idea.Id])).ToList();

        var now = time.GetUtcNow();
        var decided = await db.Decisions.AsNoTracking()
            .Where(one => one.DecidedAs == Roles.CommitteeSecretary && one.TakenBackAt == null && one.CorrectsId == null && one.EffectiveAt <= now && one.MeetingDay != null)
            .Join(db.Ideas.Within(user.Scope(permission)).Where(idea => idea.AuthorityId == authority.Id), one => one.IdeaId, idea => idea.Id, (decision, idea) => new { decision, idea })
            .OrderByDescending(one => one.decision.MeetingDay).ThenByDescending(one => one.decision.Id).Take(50).ToListAsync(cancellationToken);
        return new CommitteeView(authority.Code, authority.Name, [.. cases.Where(one => one.Why is not null)], [.. cases.Where(one => one.Why is null)],
            await outlook.SluiceAsync(authority.Id, cancellationToken), await outlook.ComingAsync(authority.Id, user.Scope(permission), ids, cancellationToken),
            await outlook.LedToAsync([.. decided.Select(one => (one.decision, one.idea))], cancellationToken));
    }
}
