using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Evaluation.Features.Evaluation.Demo;

/// <summary>Invented questions of our own, and what one unit's staff answered in two years; a second unit is answering now.</summary>
internal sealed class DemoAssessments(EvaluationDbContext db, IPeopleDirectory people, IOrganisation organisation, TimeProvider time) : ISeeder
{
    private static readonly (string Section, string Text, int Weight)[] Questions =
    [
        ("Riktning", "Jag vet varför vi ska förbättra och förnya", 15), ("Riktning", "Chefen visar att nya idéer är viktiga", 15), ("Utrymme", "Jag har tid att tänka på hur arbetet kan bli bättre", 15),
        ("Utrymme", "Det är tillåtet att pröva och misslyckas", 20), ("Arbetssätt", "Vi frågar dem vi är till för innan vi ändrar något", 20), ("Arbetssätt", "Den som har en idé får svar i tid", 15),
    ];

    private static readonly int[][] Means = [[3, 3, 2, 3, 3, 2], [4, 4, 2, 4, 3, 4]];

    private const int Answered = 12;

    public int Order => 250;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (time.GetUtcNow(), time.StockholmToday());
        var units = await organisation.UnitsAsync(cancellationToken);
        var owners = (await people.HoldersAsync([Roles.NeedOwner], cancellationToken)).Where(holder => units.Any(unit => unit.Id == holder.UnitId)).DistinctBy(holder => holder.UnitId).Take(2).ToList();
        if (owners.Count == 0) return;
        var set = new QuestionSet { Id = Guid.CreateVersion7(), Code = "ta-vara-pa-ideer", ChangedAt = now };
        var version = new QuestionVersion
        {
            Id = Guid.CreateVersion7(), SetId = set.Id, Number = 1, ReadInAt = now, ReadInById = owners[0].Person.Id,
            Content = new("Så tar vi vara på idéer", "Tänk på hur det är på din enhet just nu.", ["Stämmer inte alls", "Stämmer dåligt", "Stämmer delvis", "Stämmer bra", "Stämmer helt"], [.. Questions.Select((one, at) => new AssessedQuestion($"f{at + 1}", one.Section, one.Text, null, one.Weight))]),
        };
        db.AddRange(set, version);
        await db.SaveChangesAsync(cancellationToken);
        for (var year = 0; year < Means.Length; year++) Add(owners[0], version, units, today.Year - Means.Length + year, Means[year], now.AddYears(year - Means.Length));
        if (owners.Count > 1) db.Assessments.Add(Of(owners[1], version, units, today.Year, now.AddDays(-5), today.AddDays(16), null));
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Add(RoleHolder owner, QuestionVersion version, IReadOnlyList<UnitInfo> units, int year, int[] means, DateTimeOffset opened)
    {
        var assessment = Of(owner, version, units, year, opened, opened.StockholmDay().AddDays(21), opened.AddDays(22));
        db.Assessments.Add(assessment);
        for (var person = 0; person < Answered; person++)
        {
            var answers = new JsonObject();
            // Around the mean, one step up or down in turn.
            for (var at = 0; at < Questions.Length; at++) answers[$"f{at + 1}"] = $"{Math.Clamp(means[at] + ((person + at) % 3) - 1, 1, QuestionContent.StepCount)}";
            db.AssessmentAnswers.Add(new() { Id = Guid.CreateVersion7(opened), AssessmentId = assessment.Id, Answers = answers.ToJsonString() });
        }
    }

    private static Assessment Of(RoleHolder owner, QuestionVersion version, IReadOnlyList<UnitInfo> units, int year, DateTimeOffset opened, DateOnly lastDay, DateTimeOffset? closed) => new()
    {
        Id = Guid.CreateVersion7(opened), SetId = version.SetId, QuestionVersionId = version.Id, AuthorityId = units.First(unit => unit.Id == owner.UnitId).AuthorityId, UnitId = owner.UnitId, Year = year, Kind = AssessmentKind.Staff, LastDay = lastDay,
        OpenedById = owner.Person.Id, OpenedAt = opened, ClosedAt = closed,
    };
}
