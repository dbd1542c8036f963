using IdeSluss.Platform.Definitions;
using IdeSluss.Platform.Tests.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;
using IdeSluss.TestKit.Databases;
using Xunit;

namespace IdeSluss.Platform.Tests.Definitions;

public sealed class DefinitionVersionsTests
{
    [Fact]
    public async Task The_same_version_with_other_content_is_refused_by_name_with_what_to_do()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using (await StartAsync(database, Form(1, "Vad behövs?"), Workflow("Klar")))
        {
        }

        var error = await Assert.ThrowsAsync<DefinitionChangedException>(() => StartAsync(database, Form(1, "Vad saknas?"), Workflow("Färdig")));

        Assert.Contains("form behov v1: raise it to version 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("workflow ENKEL v1: raise it to version 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_content_and_a_new_version_are_welcome()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using (await StartAsync(database, Form(1, "Vad behövs?"), Workflow("Klar")))
        {
        }

        await using var next = await StartAsync(database, Form(2, "Vad saknas?"), Workflow("Klar"));

        Assert.Equal(3L, await next.SqlAsync("select count(*) from platform.definition_hash"));
    }

    private static Task<Instance> StartAsync(TestDatabase database, FormDefinition form, WorkflowDefinition workflow) =>
        Instance.StartAsync(database, contributions =>
        {
            contributions.Forms.Add(form);
            contributions.Workflows.Add(workflow);
        });

    private static FormDefinition Form(int version, string label) => new("behov", version, "Behov", "Berätta.", [Field.Text("vad", label)]);

    private static WorkflowDefinition Workflow(string end) => new WorkflowBuilder("ENKEL", 1, "Enkel")
        .Stage("IN", "Inkommen", publicStep: 0)
        .Stage("DONE", end, publicStep: 4, end: true)
        .Reason("IMPLEMENTED", "Genomförd")
        .Gate("G1", "Beslut", from: "IN", gate => gate.DecidedBy("coach").Close("DONE", "Klart", "DONE", ["IMPLEMENTED"]))
        .Build();
}
