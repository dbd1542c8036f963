using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.TestKit.Forms;
using Xunit;

namespace IdeSluss.Ideas.Tests.Forms;

/// <summary>The rules of single forms, as data.</summary>
public class FormRulesTests
{
    private static readonly DeclaredForms Registry = new();

    public static TheoryData<string> EqualitySteps => [.. Registry.Current(FormKeys.EqualityCheck)!.Fields.Where(question => question.Returns is not null).Select(question => question.Key)];

    public static TheoryData<string, string> MayBeIrrelevant =>
    [
        .. from form in new[] { FormKeys.AccessibilityImpact, FormKeys.ChildrenAndMinorities }
           from question in Registry.Current(form)!.Fields
           where question.Options.Any(option => option.Value == "inte-relevant")
           select (form, question.Key),
    ];

    [Theory]
    [MemberData(nameof(EqualitySteps))]
    public void A_no_at_any_of_the_five_steps_returns_the_case_and_names_the_step(string step)
    {
        var evaluation = Evaluate(FormKeys.EqualityCheck, Complete(FormKeys.EqualityCheck, step, "nej"));

        var open = Assert.Single(evaluation.Open);
        Assert.Equal(step, open.Field);
        Assert.Contains(open.Message.Args.Prepend(open.Message.Key), text => $"{(text as Text)?.Key ?? text}".Contains($"steg {EqualitySteps.ToList().FindIndex(row => row.Data == step) + 1} av 5", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(MayBeIrrelevant))]
    public void Not_relevant_demands_a_reason_of_some_words(string form, string question)
    {
        var answers = Complete(form, question, "inte-relevant");
        foreach (var (reason, accepted) in new[] { ("", false), ("   ", false), ("nej", false), ("Ingen möter det i sin vardag.", true) })
        {
            answers.Json[question + "-skal"] = reason;
            Assert.Equal(accepted, !Evaluate(form, answers).Findings.Any(finding => finding.Error.Field == question + "-skal"));
        }
    }

    [Theory]
    [InlineData("""{ "konsekvens": "4", "sannolikhet": "4" }""", "atgard", "vem", "klart", "kvar")]
    [InlineData("""{ "konsekvens": "3", "sannolikhet": "4", "atgard": "Vi sätter upp ett räcke", "vem": "Gatuchefen", "klart": "2026-05-01", "kvar": "12" }""", "kvar")]
    [InlineData("""{ "konsekvens": "4", "sannolikhet": "3", "atgard": "Vi sätter upp ett räcke", "vem": "Gatuchefen", "klart": "2026-05-01", "kvar": "11" }""")]
    [InlineData("""{ "konsekvens": "3", "sannolikhet": "3" }""")]
    public void Nothing_stays_open_at_twelve_or_more(string risk, params string[] missing)
    {
        var answers = Answers.Parse($$"""{ "risker": [{ "handelse": "Någon faller", "orsak": "Halt golv", {{risk.TrimStart('{', ' ')}}] }""");

        Assert.Equal(missing.Select(column => $"risker.0.{column}"), Evaluate(FormKeys.RiskAnalysis, answers).Findings.Select(finding => finding.Error.Field));
    }

    [Fact]
    public void A_challenge_that_names_a_solution_gets_a_hint_and_no_stop()
    {
        var evaluation = Evaluate(FormKeys.Focus, Answers.Parse("""{ "fokus": "Vi behöver en app där man ser när bussen kommer." }"""));

        Assert.NotEmpty(evaluation.Hints);
        Assert.True(evaluation.IsCleared);
    }

    [Fact]
    public void A_test_plan_asks_nothing_about_participants_where_the_screening_says_that_there_are_none()
    {
        var facts = EveryFormTests.Everything.With(ScreeningForm.Definition, Answers.Parse("""{ "manniskor": "nej", "personuppgifter": "nej", "produkt": "nej", "arbete": "nej", "teknik": "nej", "leverantor": "nej" }"""));
        var plan = FormEvaluator.Evaluate(Registry.Current(FormKeys.TestPlan)!, Answers.Empty, facts);

        Assert.All(new[] { "antal", "vilka", "fraga", "kontakt", "efterat", "uppgifter" }, question => Assert.False(plan.Asked[question]));
        Assert.Equal("nej", plan.Answers.Text("deltar"));
    }

    [Fact]
    public void A_test_of_more_than_180_days_is_refused()
    {
        var form = Registry.Current(FormKeys.TestPlan)!;
        var answers = CompleteAnswers.For(form, EveryFormTests.Everything);
        foreach (var (end, accepted) in new[] { ("2026-08-30", true), ("2026-08-31", false), ("2026-03-02", false) })
        {
            (answers.Json["start"], answers.Json["slut"]) = ("2026-03-03", end);
            Assert.Equal(accepted, !FormEvaluator.Evaluate(form, answers, EveryFormTests.Everything).Findings.Any(finding => finding.Error.Field == "slut"));
        }
    }

    [Fact]
    public void No_question_is_asked_in_two_forms_of_the_full_way_except_what_is_measured_twice()
    {
        string[] measuredAgain = [FormKeys.MaturityAfterTest, FormKeys.FollowUpTwelveMonths];
        var asked = DefaultWorkflowDefinition.Build().Gates.SelectMany(gate => gate.EvidenceIn(Tracks.Full)).Select(evidence => evidence.Form).Distinct().Except(measuredAgain)
            .SelectMany(form => Registry.Current(form)!.Fields.Where(field => field.Kind is not (FieldKind.Carried or FieldKind.Assembled)).Select(field => (Form: form, field.Label)).Distinct())
            // Why something was answered belongs to the answer.
            .Where(question => !question.Label.StartsWith("Varför", StringComparison.Ordinal));

        Assert.Empty(asked.GroupBy(question => question.Label).Where(question => question.Count() > 1).Select(question => $"{question.Key}: {string.Join(", ", question.Select(one => one.Form))}"));
    }

    [Theory]
    [InlineData(FormKeys.DoNow)]
    [InlineData(FormKeys.SmallTest)]
    [InlineData(FormKeys.SmallHandover)]
    [InlineData(FormKeys.SmallFollowUp)]
    public void A_small_way_asks_one_question_at_each_later_gate(string form) =>
        Assert.Single(Registry.Current(form)!.Fields, field => field.Kind is not FieldKind.Carried);

    [Fact]
    public void A_small_idea_is_one_form_at_each_gate_and_a_lesson_is_demanded_of_a_stopped_test_only()
    {
        var workflow = DefaultWorkflowDefinition.Build();
        Assert.All(workflow.Gates, gate => Assert.InRange(gate.EvidenceIn(Tracks.Small).Count, 0, 1));
        var evaluate = workflow.GateOf(Gates.Evaluate);
        Assert.Equal(["STOP"], evaluate.Outcomes.Where(outcome => evaluate.EvidenceIn(Tracks.Full, outcome.Code).Any(one => one.Form == FormKeys.Lesson)).Select(outcome => outcome.Code));
    }

    private static FormEvaluation Evaluate(string form, Answers answers) => FormEvaluator.Evaluate(Registry.Current(form)!, answers, EveryFormTests.Everything);

    /// <summary>Complete answers with one of them changed, and what that opens answered too.</summary>
    private static Answers Complete(string form, string question, string answer)
    {
        var definition = Registry.Current(form)!;
        for (var seed = 0; ; seed++)
        {
            var answers = CompleteAnswers.For(definition, EveryFormTests.Everything, seed);
            if (!answers.Json.ContainsKey(question)) continue;
            answers.Json[question] = answer;
            return new(FormEvaluator.Evaluate(definition, answers, EveryFormTests.Everything).Own.Json);
        }
    }
}
