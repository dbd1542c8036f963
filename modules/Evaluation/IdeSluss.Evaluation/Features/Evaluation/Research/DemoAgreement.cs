using IdeSluss.Evaluation.Data;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

/// <summary>An agreement for the demo's researcher, so that there is something to take out.</summary>
internal sealed class DemoAgreement(EvaluationDbContext db, KeepAgreements agreements, WriteCodebook codebooks, IPeopleDirectory people, TimeProvider time) : ISeeder
{
    public int Order => 890;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.ResearchAgreements.AnyAsync(cancellationToken)) return;
        if ((await agreements.ResearchersAsync(cancellationToken)) is not [var researcher, ..] || (await people.HoldersAsync([Roles.SystemAdmin], cancellationToken)) is not [var administrator, ..]) return;
        db.ResearchAgreements.Add(new()
        {
            Id = Guid.CreateVersion7(), ResearcherId = researcher.Person.Id, Purpose = "Följa vilka idéer som prövas och genomförs, och om det skiljer mellan grupper av idégivare.", EthicsReference = "Behövs inte: bara antal, inga personuppgifter",
            Tables = [.. ResearchTable.All.Select(table => table.Code)], EndsOn = time.StockholmToday().AddYears(1), Codebook = (await codebooks.OfTodayAsync(cancellationToken)).Version, CreatedAt = time.GetUtcNow(), CreatedById = administrator.Person.Id,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
