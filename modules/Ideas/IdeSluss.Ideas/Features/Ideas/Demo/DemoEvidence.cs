using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>Fills in forms as a person would: one after the other, each knowing the ones before.</summary>
internal sealed class DemoEvidence(IdeasDbContext db, IFormRegistry forms, DemoContent content)
{
    /// <summary>The forms that an outcome asks for; before a setback those that were the reason to look at it.</summary>
    public void ForDecision(DemoCase current, Gate gate, GateOutcome outcome, DemoStep step, string? track, int day)
    {
        var prepared = outcome.NeedsEvidence || (current.Demo.Study is not null && outcome.Kind is OutcomeKind.Back or OutcomeKind.Park);
        if (!prepared) return;
        Fill(current, gate.EvidenceIn(track, outcome.Code).Select(evidence => evidence.Form), outcome, step, track, day);
    }

    public void Fill(DemoCase current, IEnumerable<string> keys, GateOutcome? outcome, DemoStep? step, string? track, int day)
    {
        var at = current.At(day, DemoHour.FilledIn);
        var facts = CaseEvidence.Of(current.Idea, current.Evidence, forms);
        foreach (var key in keys)
        {
            if (forms.Current(key) is not { } form || Answers(key) is not { } answers) continue;
            facts = facts.With(form, answers);
            var row = current.Evidence.FirstOrDefault(one => one.Form == key);
            var saved = EvidenceSaving.Put(db, current.Idea.Id, row, FormEvaluator.Evaluate(form, answers, facts), current.Idea.CoachId ?? Guid.Empty, at);
            if (row is null) current.Evidence.Add(saved);
        }

        Answers? Answers(string key) => content.AnswersTo(key, new(current.Demo, track, outcome, step, current.Calendar.Day(day))) is { } json ? new Answers(json) : null;
    }
}
