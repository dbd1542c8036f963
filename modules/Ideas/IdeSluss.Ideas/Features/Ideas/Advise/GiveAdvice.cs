using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Advise;

internal sealed record AdviceInput(string? Recommendation, string? Text);

/// <summary>A case that waits for advice, with its evidence to read.</summary>
internal sealed record AdviceCase(string CaseNumber, string? Title, string? NeedSentence, string? PublicText, string GateName, string Role, FormFacts Facts, IReadOnlyList<AdviceView> Given, IReadOnlyCollection<string> GateForms, string Language, IReadOnlyList<ShownTranslation> Translations);

internal sealed record WaitingAdvice(string CaseNumber, string? Title, string Gate, DateOnly? PromiseDue, bool Given);

/// <summary>Advice before a gate, from the roles that the workflow names. It decides nothing and is read by the one who does.</summary>
internal sealed class GiveAdvice(IdeasDbContext db, CurrentUser user, IWorkflowRegistry workflows, IPeopleDirectory people, CaseEvidence evidence, ReadTranslations translations, IStringLocalizer texts, TimeProvider time)
{
    public const int MostText = 4_000;

    public async Task<IReadOnlyList<WaitingAdvice>> ListAsync(CancellationToken cancellationToken)
    {
        var stages = workflows.All.SelectMany(workflow => workflow.Gates).Where(gate => gate.AdviceFrom.Any(user.HasRole)).Select(gate => gate.From).Distinct().ToList();
        var me = user.RequiredId;
        var rows = await db.Ideas.AsNoTracking().Within(user.Scope(IdeasPermissions.Advise))
            .Where(idea => stages.Contains(idea.Stage)).NotOwn(me)
            .OrderBy(idea => idea.PromiseDue).ThenBy(idea => idea.Id).Take(100)
            .Select(idea => new { Idea = idea, Given = db.Advice.Where(advice => advice.IdeaId == idea.Id && advice.AdviserId == me).Select(advice => advice.Gate).ToList() })
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let gate = workflows.Find(row.Idea.WorkflowKey, row.Idea.WorkflowVersion)?.GateAfter(row.Idea.Stage)
               where gate is not null && gate.AdviceFrom.Any(user.HasRole)
               select new WaitingAdvice(row.Idea.CaseNumber, row.Idea.PublicTitle, texts[gate.Name].Value, row.Idea.PromiseDue, row.Given.Contains(gate.Code)),
        ];
    }

    public async Task<Outcome<AdviceCase>> ReadAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if ((await FindAsync(caseNumber, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (idea, gate, role) = found;
        var given = await db.Advice.AsNoTracking().Where(one => one.IdeaId == idea.Id && one.Gate == gate.Code).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        return new AdviceCase(idea.CaseNumber, idea.PublicTitle, idea.NeedSentence, idea.PublicText, gate.Name, role, await evidence.OfAsync(caseNumber, cancellationToken),
            [.. given.Select(one => new AdviceView(texts[DecidingRole.Of(one.Role)].Value, texts[Recommendations.NameOf(one.Recommendation)].Value, one.Text, one.At))],
            [.. gate.EvidenceIn(idea.Track).Select(needed => needed.Form)], idea.Language, await translations.ForReadingAsync(idea, cancellationToken));
    }

    public async Task<Outcome<Guid>> HandleAsync(string caseNumber, AdviceInput input, CancellationToken cancellationToken)
    {
        if ((await FindAsync(caseNumber, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (idea, gate, role) = found;
        var errors = Check(input).ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);
        var now = time.GetUtcNow();
        var advice = new Domain.Advice { Id = Guid.CreateVersion7(), IdeaId = idea.Id, Gate = gate.Code, AdviserId = user.RequiredId, Role = role, Recommendation = input.Recommendation!, Text = input.Text!.Trim(), At = now };
        db.Advice.Add(advice);
        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(),
            IdeaId = idea.Id,
            At = now,
            VisibleFrom = now,
            Audience = Audience.Internal,
            Kind = TimelineKinds.Advised,
            Stage = idea.Stage,
            ActorId = user.RequiredId,
            ActorRole = role,
            Note = Recommendations.NameOf(advice.Recommendation),
        });
        db.Audit(new AuditFact("ideas.advised", "idea", idea.Id, user.RequiredId, idea.AuthorityId, new Dictionary<string, string> { ["gate"] = gate.Code, ["role"] = role, ["recommendation"] = advice.Recommendation }));
        await db.SaveChangesAsync(cancellationToken);
        return advice.Id;
    }

    private static IEnumerable<FieldError> Check(AdviceInput input)
    {
        if (Recommendations.All.All(one => one.Code != input.Recommendation)) yield return new("Recommendation", "Välj vad du råder till.");
        if (string.IsNullOrWhiteSpace(input.Text)) yield return new("Text", "Skriv varför.");
        else if (input.Text.Length > MostText) yield return new("Text", new Text("Texten är {0} tecken, högst {1} får plats.", input.Text.Length, MostText));
    }

    private async Task<Outcome<(Idea Idea, Gate Gate, string Role)>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.Within(user.Scope(IdeasPermissions.Advise)).WithOwners().FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return GateCases.NoSuchCase;
        if (SeparationOfDuties.IsOwn(idea, user.RequiredId, user.Email)) return Problem.Forbidden("Du kan inte ge råd om en idé som är din egen eller som du har anmält jäv för.");
        if (workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is not { } workflow) return GateCases.NothingToDo;
        if (workflow.GateAfter(idea.Stage) is not { AdviceFrom.Count: > 0 } gate) return Problem.Forbidden("Det behövs inget råd om idén just nu.");
        foreach (var role in gate.AdviceFrom.Where(user.HasRole))
            if ((await people.InRoleAsync(role, idea.AuthorityId, idea.UnitId, cancellationToken)).Any(person => person.Id == user.Id)) return (idea, gate, role);
        return Problem.Forbidden("Någon annan ger råd om den här idén.");
    }
}
