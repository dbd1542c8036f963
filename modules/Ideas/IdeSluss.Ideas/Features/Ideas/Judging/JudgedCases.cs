using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Judging;

/// <summary>The case as a module that has ideas judged sees it. Nothing here is needed for a case to go its way.</summary>
internal sealed class JudgedCases(IdeasDbContext db, CaseEvidence evidence, WorkflowNames workflows, IWorkflowRegistry registry, IFormRegistry forms) : IJudgedCases
{
    private const int Most = 500;

    public IReadOnlyList<CaseArea> Areas { get; } = [.. IdeaAreas.All.Select(area => new CaseArea(area.Code, area.Name))];

    public async Task<JudgedCase?> FindAsync(string caseNumber, CancellationToken cancellationToken) =>
        await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.CaseNumber == caseNumber && !one.Restricted, cancellationToken) is { } idea ? Of(idea) : null;

    public async Task<IReadOnlyDictionary<Guid, JudgedCase>> FindManyAsync(IReadOnlyCollection<Guid> ideaIds, CancellationToken cancellationToken) =>
        (await db.Ideas.AsNoTracking().Where(one => ideaIds.Contains(one.Id) && !one.Restricted).Take(Most).ToListAsync(cancellationToken)).ToDictionary(idea => idea.Id, Of);

    public async Task<IReadOnlyList<JudgedCase>> WaitingAsync(string gate, string track, PermissionScope scope, int most, CancellationToken cancellationToken)
    {
        var stages = registry.All.SelectMany(workflow => workflow.Gates).Where(one => one.Code == gate).Select(one => one.From).Distinct().ToList();
        var waiting = await db.Ideas.AsNoTracking().Within(scope).Where(idea => stages.Contains(idea.Stage) && idea.Track == track && idea.Status != IdeaStatus.Closed).OrderBy(idea => idea.StageEnteredAt).ThenBy(idea => idea.Id).Take(Math.Min(most, Most)).ToListAsync(cancellationToken);
        return [.. waiting.Select(Of).Where(idea => idea.Gate?.Code == gate)];
    }

    public async Task<IReadOnlyDictionary<Guid, CaseTie>> TiesAsync(Guid ideaId, IReadOnlyCollection<PossibleJudge> people, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.AsNoTracking().WithOwners().FirstOrDefaultAsync(one => one.Id == ideaId, cancellationToken);
        return idea is null ? new Dictionary<Guid, CaseTie>() : people.Select(person => (person.Id, Tie: TieOf(idea, person))).Where(one => one.Tie is not null).ToDictionary(one => one.Id, one => one.Tie!.Value);
    }

    public async Task<CaseBasis> BasisAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.AsNoTracking().FirstAsync(one => one.Id == ideaId, cancellationToken);
        var facts = await evidence.OfAsync(idea, null, cancellationToken);
        var read = CaseForms.Of(facts, forms, [.. workflows.Of(idea)?.GateAfter(idea.Stage)?.EvidenceIn(idea.Track).Select(needed => needed.Form) ?? []]);
        return new(facts, read.Now, read.Earlier);
    }

    public async Task TellAsync(JudgementNews news, CancellationToken cancellationToken)
    {
        if (await db.Ideas.FirstOrDefaultAsync(one => one.Id == news.IdeaId, cancellationToken) is not { } idea) return;
        var kind = KindOf(news.Kind);
        if (await db.Timeline.AnyAsync(line => line.IdeaId == idea.Id && line.Kind == kind && line.At == news.At, cancellationToken)) return;
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = idea.Id, At = news.At, VisibleFrom = news.At, Audience = Audience.Internal, Kind = kind, Stage = idea.Stage, ActorId = news.By, DecisionId = news.DecisionId });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The strongest first: who handed it in may have declared a conflict too.</summary>
    private static CaseTie? TieOf(Idea idea, PossibleJudge person)
    {
        if (!SeparationOfDuties.IsOwn(idea, person.Id, person.Email)) return null;
        var links = idea.People.Concat(idea.Merged.SelectMany(other => other.People)).Where(link => link.PersonId == person.Id).Select(link => link.Kind).ToList();
        if (idea.SubmitterId == person.Id || idea.Merged.Exists(other => other.SubmitterId == person.Id) || links.Count == 0) return CaseTie.Submitter;
        return links.Contains(IdeaPersonKind.CoSubmitter) ? CaseTie.CoSubmitter : CaseTie.Declared;
    }

    private JudgedCase Of(Idea idea) => new(
        idea.Id, idea.CaseNumber, idea.PublicTitle, idea.NeedSentence, idea.PublicText, idea.Language, idea.AuthorityId, idea.UnitId, idea.ReceivingUnitId, idea.Stage,
        workflows.Of(idea)?.GateAfter(idea.Stage) is { } gate ? new(gate.Code, gate.Name) : null, idea.Track, idea.Area, idea.CoachId, idea.IsOpen);

    private static string KindOf(JudgementNewsKind kind) => kind switch
    {
        JudgementNewsKind.Begun => TimelineKinds.JudgingBegun,
        JudgementNewsKind.Closed => TimelineKinds.JudgingClosed,
        JudgementNewsKind.FarApart => TimelineKinds.JudgesFarApart,
        JudgementNewsKind.Talked => TimelineKinds.JudgesTalked,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown news of judging."),
    };
}
