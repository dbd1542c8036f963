using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Demo;
using IdeSluss.Ideas.Features.Ideas.Demo.Forms;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <param name="Story">The invented idea that it is filled in for.</param>
internal sealed record TemplateExample(FormEvaluation Evaluation, FormFacts Facts, string Story);

/// <param name="Text">As everyone may read it.</param>
internal sealed record ExampleStory(string Title, string Text, string? Need, FormFacts Facts);

/// <summary>Each template filled in for an invented idea: one and the same through the full chain, so that the forms can be read after each other as a case.</summary>
internal sealed class TemplateExamples(IEnumerable<DemoIdeaSource> ofPlugins, FormTemplates templates, IFormRegistry forms, TimeProvider time)
{
    private static readonly string[] OnePage = [FormKeys.SmallIdea, FormKeys.SmallTest, FormKeys.SmallHandover, FormKeys.SmallFollowUp];

    private readonly Lazy<DemoContent> content = new(() => new(ofPlugins));

    /// <returns>Null for a form that nobody has given an example of.</returns>
    public TemplateExample? Of(string key)
    {
        if (templates.Find(key) is not { } form) return null;
        if (key == FormKeys.ConversationGuide) return Example(form, TalkExample.Answers, new(forms, []), TalkExample.Story);
        if (GuideExamples.Of(key) is { } guide) return Example(form, guide, new(forms, []), GuideExamples.Story);
        var (idea, track) = IdeaFor(key);
        var facts = FactsOf(idea, track);
        return facts.Forms.Contains(key) ? Example(form, facts.AnswersTo(key), facts, idea.Title ?? idea.Text) : null;
    }

    /// <summary>The invented idea of a track with all that its forms say.</summary>
    public ExampleStory Story(string track)
    {
        var (idea, _) = IdeaFor(track switch { Tracks.DoNow => FormKeys.DoNow, Tracks.Small => FormKeys.SmallIdea, _ => FormKeys.DecisionBasis });
        return new(idea.Title ?? idea.Text, idea.PublicText ?? idea.Text, idea.Need, FactsOf(idea, track));
    }

    /// <summary>Ideas that have gone the whole way of their track, so that every form of it can be filled in.</summary>
    private (DemoIdea Idea, string Track) IdeaFor(string form) => form switch
    {
        FormKeys.DoNow => (content.Value.Ideas.First(idea => idea.DoNow is not null), Tracks.DoNow),
        _ when OnePage.Contains(form) => (content.Value.Ideas.First(idea => idea.Small is { Tested: not null, Done: not null, Result: not null }), Tracks.Small),
        _ => (content.Value.Ideas.First(idea => idea.Study is { Result: not null, Benefit: not null, Decision: not null, Plan: not null, Handover: not null, After: not null, Spread: not null }), Tracks.Full),
    };

    private static TemplateExample Example(FormDefinition form, Answers answers, FormFacts facts, string story) => new(FormEvaluator.Evaluate(form, answers, facts), facts, story);

    private static StoredForm OfCase(DemoIdea idea) =>
        new(FormKeys.Case, CaseForm.Definition.Version, new(new() { [CaseForm.Title] = idea.Title, [CaseForm.Need] = idea.Need, [CaseForm.Text] = idea.PublicText ?? idea.Text, [CaseForm.Area] = idea.Area }));

    /// <summary>In the order of the gates: a form takes facts from those before it.</summary>
    private FormFacts FactsOf(DemoIdea idea, string track)
    {
        var filled = new DemoFacts(idea, track, null, idea.Steps is [.., var last] ? last : null, time.StockholmToday());
        return templates.All().Where(template => IdeaFor(template.Form.Key).Track == track)
            .Aggregate(new FormFacts(forms, [OfCase(idea)]), (facts, template) => content.Value.AnswersTo(template.Form.Key, filled) is { } answers ? facts.With(template.Form, new(answers)) : facts);
    }
}
