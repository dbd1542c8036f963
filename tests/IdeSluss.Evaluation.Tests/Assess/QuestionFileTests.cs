using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Assess;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Tests.Assess;

/// <summary>What a file of questions must hold, and what of the answers may be told.</summary>
public class QuestionFileTests
{
    private const string Csv = "avsnitt;fraga;hjalp;vikt\nRiktning;Jag vet varför;;60\nUtrymme;Jag har tid;Tänk på en vanlig vecka;40\n";

    [Fact]
    public void A_csv_with_a_code_and_a_name_is_read()
    {
        Assert.False(QuestionFile.Read(Csv, "Ta-Vara", "Så tar vi vara på idéer").Failed(out _, out var read));
        Assert.Equal(("ta-vara", 2, 100), (read.Code, read.Content.Questions.Count, read.Content.Questions.Sum(one => one.Weight)));
        Assert.Equal(QuestionContent.StepCount, read.Content.Steps.Count);
    }

    [Fact]
    public void The_same_as_json_is_the_same()
    {
        const string Json = """{ "code": "ta-vara", "title": "Så tar vi vara på idéer", "questions": [{ "section": "Riktning", "text": "Jag vet varför", "weight": 60 }, { "section": "Utrymme", "text": "Jag har tid", "help": "Tänk på en vanlig vecka", "weight": 40 }] }""";
        Assert.False(QuestionFile.Read(Json, null, null).Failed(out _, out var ofJson));
        Assert.False(QuestionFile.Read(Csv, "ta-vara", "Så tar vi vara på idéer").Failed(out _, out var ofCsv));
        Assert.Equal(ofCsv.Content.Questions, ofJson.Content.Questions);
    }

    [Theory]
    [InlineData("fråga;tyngd\nJag vet;100\n", "Det saknas: {1}")]
    [InlineData("avsnitt;fraga;hjalp;vikt\n;Jag vet;;60\n;Jag kan;;50\n", "Vikterna blir {0} tillsammans")]
    [InlineData("avsnitt;fraga;hjalp;vikt\n;Jag vet;;60,5\n;Jag kan;;39,5\n", "{0}: vikten ska vara ett helt tal från 1 till 100.")]
    [InlineData("avsnitt;fraga;hjalp;vikt\n;;;100\n", "{0}: {1}")]
    [InlineData("avsnitt;fraga;hjalp;vikt\n;Jag vet;;50\n;jag vet;;50\n", "{0}: samma fråga står en gång till.")]
    [InlineData("avsnitt;fraga;hjalp;vikt\n", "Fil: den har inga rader.")]
    [InlineData("{ \"code\": \"a-b\", \"questions\": [", "Fil: det är inte giltig JSON. Felet är på rad {0}.")]
    [InlineData("{ \"code\": \"a-b\", \"title\": \"T\", \"steps\": [\"Ja\", \"Nej\"], \"questions\": [{ \"text\": \"Jag vet\", \"weight\": 100 }] }", "Skalan ska ha {0} steg, och varje steg en text på högst 200 tecken.")]
    public void What_is_wrong_is_said(string content, string why)
    {
        Assert.True(QuestionFile.Read(content, "ta-vara", "Namn").Failed(out var problem, out _));
        Assert.Contains(problem.Errors, error => error.Message.Key.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_line_is_named_with_its_number()
    {
        Assert.True(QuestionFile.Read("avsnitt;fraga;hjalp;vikt\n;Jag vet;;100\n;Jag kan;;mycket\n", "ta-vara", "Namn").Failed(out var problem, out _));
        Assert.Contains(problem.Errors, error => error.Message.Args is [IdeSluss.Sdk.Results.Text { Key: "Rad {0}", Args: [3L] }]);
    }

    /// <summary>Whatever people answer: fewer than five tell nothing, fewer than ten only that they are so many, and a mean is a mean.</summary>
    [Fact]
    public void Few_are_never_told() => Prop.ForAll(Gen.Choose(0, 25).SelectMany(count => Gen.Choose(1, 5).ListOf(count)).ToArbitrary(), steps =>
    {
        var result = AssessmentResult.Of(Content(), AssessmentKind.Staff, [.. steps.Select(step => new Answers(new JsonObject { ["f1"] = $"{step}" }))]);
        return (result.Count is null) == (steps.Count < 5) && (result.Whole is null) == (steps.Count < 10) && (result.Questions[0].Mean is null || Math.Abs(result.Questions[0].Mean!.Value - (decimal)steps.Average()) <= 0.005m);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_units_together_are_those_whose_own_result_is_told()
    {
        static List<Answers> Unit(int count, int step) => [.. Enumerable.Range(0, count).Select(_ => new Answers(new JsonObject { ["f1"] = $"{step}" }))];
        Assert.Equal(4, AssessmentResult.OfAll(Content(), [Unit(10, 4), Unit(9, 1), Unit(10, 4)]).Whole);
        Assert.Null(AssessmentResult.OfAll(Content(), [Unit(9, 4), Unit(9, 1)]).Whole);
    }

    private static QuestionContent Content() => new("T", null, ["a", "b", "c", "d", "e"], [new("f1", null, "Jag vet", null, 100)]);
}
