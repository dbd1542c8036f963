using System.Text.Json.Nodes;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>What another module has found out, as answers to a form of the case: what was answered there already and is not given anew stays.</summary>
internal sealed class ReportedAnswers(IdeasDbContext db, CaseEvidence evidence, IFormRegistry forms)
{
    /// <param name="from">Which kind of module, for the audit log.</param>
    public async Task SaveAsync(Idea idea, string key, string answers, Guid by, DateTimeOffset at, string from, CancellationToken cancellationToken)
    {
        if (forms.Current(key) is not { } form) return;
        var stored = await db.Evidence.Where(one => one.IdeaId == idea.Id).ToListAsync(cancellationToken);
        var facts = await evidence.OfAsync(idea, stored, cancellationToken);
        var row = stored.Find(one => one.Form == key);
        var merged = Merged(form, row is null ? Answers.Empty : Answers.Parse(row.Answers), Answers.Parse(answers), facts);
        EvidenceSaving.Put(db, idea.Id, row, FormEvaluator.Evaluate(form, merged, facts), by, at);
        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(), IdeaId = idea.Id, At = at, VisibleFrom = idea.HeldUntil > at ? idea.HeldUntil.Value : at, Audience = Audience.Internal, Kind = TimelineKinds.EvidenceSaved, Stage = idea.Stage, ActorId = by, Note = key,
        });
        db.Audit(new("ideas.evidence-saved", "idea", idea.Id, by, idea.AuthorityId, new Dictionary<string, string> { ["form"] = key, ["from"] = from }));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A form may have got other questions since the report was written: what fits none of them, or what would point out a person to everyone, is left for people to write.</summary>
    private static Answers Merged(FormDefinition form, Answers before, Answers given, FormFacts facts)
    {
        var json = before.Json.DeepClone().AsObject();
        foreach (var (field, value) in given.Json) json[field] = value?.DeepClone();
        var merged = new Answers(json);
        var wrong = FormEvaluator.Evaluate(form, merged, facts).Errors(complete: false).Concat(form.Public ? PublicAnswers.PointingOutSomeone(form, merged) : []).Select(error => error.Field.Split('.')[0]).ToHashSet();
        return new(new JsonObject(json.Where(pair => !wrong.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))));
    }
}
