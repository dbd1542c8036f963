using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Legal;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Forms;
using Xunit;

namespace IdeSluss.Ideas.Tests.Forms;

/// <summary>What holds for every form of the module.</summary>
public class EveryFormTests
{
    private static readonly DeclaredForms Registry = new();
    private static readonly string[] NotByReference = [FormKeys.Screening, FormKeys.RiskAnalysis, FormKeys.EqualityCheck];

    public static TheoryData<string> Keys => [.. GateForms.All.Where(form => form == Registry.Current(form.Key)).Select(form => form.Key).Distinct()];

    [Fact]
    public void Every_form_holds_together_and_with_the_others()
    {
        Assert.Empty(GateForms.All.SelectMany(FormChecks.Check));
        Assert.Empty(FormChecks.CheckTogether(GateForms.All, GateForms.All));
        Assert.Equal(GateForms.All.Count, GateForms.All.DistinctBy(form => (form.Key, form.Version)).Count());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_form_can_be_completed(string key)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var answers = CompleteAnswers.For(Registry.Current(key)!, Everything, seed);
            Assert.True(FormEvaluator.Evaluate(Registry.Current(key)!, Answers.Parse(answers.ToJson()), Everything).IsCleared, key);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Without_answers_nothing_is_cleared(string key)
    {
        var form = Registry.Current(key)!;
        Assert.Equal(form.Fields.All(field => !field.Required), FormEvaluator.Evaluate(form, Answers.Empty, Everything.With(form, Answers.Empty)).IsCleared);
    }

    [Fact]
    public void Every_text_of_every_form_has_its_English()
    {
        var english = new[] { "modules", "src" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Checkout.Root, folder), "*.json", SearchOption.AllDirectories))
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}Texts{Path.DirectorySeparatorChar}en", StringComparison.Ordinal))
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!.Keys).ToHashSet();
        Assert.Empty(GateForms.All.SelectMany(FormTexts.Of).Distinct().Where(text => !english.Contains(text)));
    }

    [Fact]
    public void What_is_decided_by_its_answers_is_never_answered_by_a_reference() =>
        Assert.All(NotByReference, key => Assert.False(Registry.Current(key)!.ByReference));

    [Fact]
    public void A_reference_with_one_sentence_answers_a_form_that_allows_it()
    {
        foreach (var form in GateForms.All.Where(form => form.ByReference))
        {
            Assert.Equal(["hanvisning-mening"], FormValidator.Check(form, Answers.Parse("""{"hanvisning":"SN 2026-000012"}"""), complete: true).Select(error => error.Field));
            Assert.True(FormEvaluator.Evaluate(form, Answers.Parse("""{"hanvisning":"SN 2026-000012","hanvisning-mening":"Den ligger i diariet."}""")).IsCleared, form.Key);
        }
    }

    [Fact]
    public void Every_law_that_a_form_names_is_in_the_list_and_in_force()
    {
        var named = GateForms.All.SelectMany(form => (form.Laws ?? []).Concat((form.Decisions ?? []).SelectMany(table => table.Rules).SelectMany(rule => rule.Laws ?? []))).Distinct();
        Assert.All(named, code => Assert.NotNull(Laws.All.On(code, new DateOnly(2026, 3, 3))));
    }

    [Fact]
    public void A_law_that_moves_is_followed_by_its_successor()
    {
        LegalReference[] laws = [new("LSS", "Den gamla", To: new(2025, 6, 30)), new("LSS", "Den nya", From: new(2025, 7, 1))];
        Assert.Equal(("Den gamla", "Den nya"), (laws.On("LSS", new(2025, 6, 30))?.Name, laws.On("LSS", new(2025, 7, 1))?.Name));
        Assert.Null(laws.On("SOL", new(2025, 7, 1)));
    }

    private static StoredForm Case { get; } = new(FormKeys.Case, 1, Answers.Parse("""{"titel":"En bänk","behov":"Den som väntar behöver sitta.","text":"Sätt en bänk.","omrade":"resor-trafik"}"""));

    private static readonly Lazy<FormFacts> Filled = new(() => GateForms.All.Where(form => form == Registry.Current(form.Key) && form.Key != FormKeys.Case)
        .Aggregate(new FormFacts(Registry, [Case]), (facts, form) => facts.With(form, CompleteAnswers.For(form, facts))));

    /// <summary>A case whose every form is filled in.</summary>
    internal static FormFacts Everything => Filled.Value;
}
