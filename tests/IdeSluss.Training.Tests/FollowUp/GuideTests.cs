using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Workflows;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Training.Features.Training.Guides;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Training.Tests.FollowUp;

public class GuideTests(TestHost host) : IClassFixture<TestHost>
{
    /// <summary>U6.</summary>
    [Fact]
    public async Task Every_stage_and_every_decision_of_the_workflow_has_a_guide_of_three_minutes_and_an_easy_one()
    {
        var workflow = host.Services.GetRequiredService<IWorkflowRegistry>().Current(DefaultWorkflow.Key)!;
        var codes = workflow.Stages.Select(stage => stage.Code).Where(code => code is not (Stages.Draft or Stages.Archived)).Concat(workflow.Gates.Where(gate => gate.Code is not (Gates.Intake or Gates.Archive)).Select(gate => gate.Code)).ToList();
        Assert.True(codes.Count >= 15, string.Join(' ', codes));
        foreach (var code in codes)
        {
            var guide = WorkGuides.Of(code);
            Assert.True(guide is not null, $"{code} has no guide.");
            // A slow reader reads a hundred and fifty words in a minute.
            Assert.InRange(guide.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 25, 450);
            Assert.All(guide.EasyRead.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.InRange(line.Split(' ').Length, 1, 16));
            using var anyone = host.Visitor();
            Assert.Equal(200, (await anyone.JsonAsync(HttpMethod.Get, $"/api/v1/training/guides/{code}")).Status);
        }
    }

    [Fact]
    public async Task The_guide_stands_where_one_works()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var number = await host.Database.QueryAsync<string>("select case_number from ideas.ideas where stage = 'TRIAGE' and not restricted order by id limit 1");
        Assert.True((await coach.GetAsync($"/arbete/{number}")).Says("Guide på tre minuter"));
        var sorting = await coach.GetAsync($"/arbete/{number}/sortera");
        Assert.True(sorting.Says("Sorteringen tar ungefär tre minuter") && sorting.Says("Du kan ångra dig i tio minuter"), sorting.Text);
    }
}
