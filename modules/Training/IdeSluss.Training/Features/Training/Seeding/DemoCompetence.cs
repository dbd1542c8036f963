using IdeSluss.Sdk.Seeding;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Seeding;

/// <summary>The demo asks those who lead tests to have learnt it, so that one sees what a requirement does. An instance that is not a demo starts without any.</summary>
internal sealed class DemoCompetence(TrainingDbContext db) : ISeeder
{
    public int Order => 270;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        db.CompetenceRules.Add(new() { Action = CompetenceActions.LeadTest, CourseId = await db.Courses.Where(course => course.Code == "COA-201").Select(course => course.Id).FirstAsync(cancellationToken) });
        await db.SaveChangesAsync(cancellationToken);
    }
}
