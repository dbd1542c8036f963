using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Tests.Receiver;
using IdeSluss.Sdk.Workflows;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.Consult;

/// <summary>Piteå's eldercare: the responsible nurse signs the risks before a test, and the signature is of what she read.</summary>
public sealed class SignatureTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private static readonly object Test = new { gate = Gates.Test, outcome = "ADVANCE", reason = "Vi testar.", impartial = true };
    private static readonly DateOnly Later = new(2026, 3, 17);

    [Fact]
    public async Task Without_the_nurses_signature_there_is_no_test()
    {
        var number = await ReadyButForTheNurseAsync();
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var nurse = await host.LogInAsAsync(Personas.QualityOfficer);
        Assert.Contains("be MAS signera.", Assert.Single(await head.MissingForAsync(number, "ADVANCE")), StringComparison.Ordinal);

        var id = await coach.ConsultedAsync(number, ConsultationBodies.ResponsibleNurse, Later);
        Assert.Contains(": MAS har inte svarat än.", (await head.MissingForAsync(number, "ADVANCE"))[0], StringComparison.Ordinal);
        Assert.Equal(["Verdict"], await (await nurse.ReplyAsync(id, new { text = "Hm." })).ErrorFieldsAsync());
        Assert.Equal(["Conditions"], await (await nurse.ReplyAsync(id, new { verdict = "YES_WITH_CONDITIONS" })).ErrorFieldsAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await nurse.ReplyAsync(id, new { verdict = "YES_WITH_CONDITIONS", conditions = "Bara dagtid.", seenVersion = 1 })).StatusCode);

        Assert.Empty(await head.MissingForAsync(number, "ADVANCE"));
        Assert.True((await head.GetAsync($"/att-besluta/{number}")).Says("Bara dagtid."));
        await head.DecidedAsync(number, Test);
    }

    [Fact]
    public async Task A_no_and_a_silence_are_no_signature()
    {
        var number = await ReadyButForTheNurseAsync();
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var nurse = await host.LogInAsAsync(Personas.QualityOfficer);

        var id = await coach.ConsultedAsync(number, ConsultationBodies.ResponsibleNurse, Later);
        Assert.Equal(HttpStatusCode.NoContent, (await nurse.ReplyAsync(id, new { verdict = "NO", text = "För riskabelt.", seenVersion = 1 })).StatusCode);

        Assert.Contains("MAS sa nej.", Assert.Single(await head.MissingForAsync(number, "ADVANCE")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await head.DecideAsync(number, Test)).StatusCode);
        Assert.Equal(ConsultationStatus.Answered, (await host.ConsultationAsync(number)).Status);
    }

    [Fact]
    public async Task A_signature_is_void_when_what_was_signed_changes_and_stands_when_it_is_saved_unchanged()
    {
        var number = await ReadyButForTheNurseAsync();
        var form = await FormAsync();
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        await SignedAsync(number);
        Assert.Empty(await head.MissingForAsync(number, "ADVANCE"));

        Assert.Equal(HttpStatusCode.NoContent, (await head.PutEvidenceAsync(number, form, DecidingHost.Answered[form], version: 1)).StatusCode);
        Assert.Empty(await head.MissingForAsync(number, "ADVANCE"));
        Assert.Equal(HttpStatusCode.NoContent, (await head.PutEvidenceAsync(number, form, Changed(form), version: 1)).StatusCode);

        Assert.EndsWith("har ändrats sedan MAS läste den. Be MAS läsa igen.", Assert.Single(await head.MissingForAsync(number, "ADVANCE")), StringComparison.Ordinal);
        Assert.Equal(["signatur-MAS"], await (await head.DecideAsync(number, Test)).ErrorFieldsAsync());
        using var nurse = await host.LogInAsAsync(Personas.QualityOfficer);
        Assert.True((await nurse.GetAsync($"/arbete/samrad/{(await host.ConsultationAsync(number)).Id}")).Says("Signaturen gäller inte längre."));
    }

    [Fact]
    public async Task Nobody_slips_other_answers_past_the_signature_together_with_the_decision()
    {
        var number = await ReadyButForTheNurseAsync();
        var form = await FormAsync();
        await SignedAsync(number);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);

        var answer = await head.DecideAsync(number, new { gate = Gates.Test, outcome = "ADVANCE", reason = "Vi testar.", impartial = true, evidence = new Dictionary<string, object> { [form] = JsonDocument.Parse(Changed(form)).RootElement } });

        Assert.Equal(["signatur-MAS"], await answer.ErrorFieldsAsync());
    }

    [Fact]
    public async Task What_was_changed_while_the_nurse_read_it_is_not_signed()
    {
        var number = await ReadyButForTheNurseAsync();
        var form = await FormAsync();
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var nurse = await host.LogInAsAsync(Personas.QualityOfficer);
        var id = await coach.ConsultedAsync(number, ConsultationBodies.ResponsibleNurse, Later);
        var read = await (await nurse.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/consultations/{id}")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.NoContent, (await coach.PutEvidenceAsync(number, form, Changed(form), version: 1)).StatusCode);

        var answer = await nurse.ReplyAsync(id, new { verdict = "YES", seenVersion = read.GetProperty("formVersion").GetInt32() });

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_filled_in_cannot_be_signed()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full, Eldercare);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var nurse = await host.LogInAsAsync(Personas.QualityOfficer);
        var id = await coach.ConsultedAsync(number, ConsultationBodies.ResponsibleNurse, Later);

        Assert.Equal([await FormAsync()], await (await nurse.ReplyAsync(id, new { verdict = "YES", seenVersion = 0 })).ErrorFieldsAsync());
    }

    private static void Eldercare(Idea idea) => (idea.WorkflowKey, idea.WorkflowVersion) = ("PITEA_ALDREOMSORG_V1", 2);

    private async Task<string> ReadyButForTheNurseAsync()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full, Eldercare);
        await host.FillAllAsync(number, Gates.Test);
        await host.AdvisedAsync(number);
        await host.ReceivedByAsync(number, Personas.OtherNeedOwner);
        return number;
    }

    private async Task SignedAsync(string number)
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var nurse = await host.LogInAsAsync(Personas.QualityOfficer);
        var id = await coach.ConsultedAsync(number, ConsultationBodies.ResponsibleNurse, Later);
        Assert.Equal(HttpStatusCode.NoContent, (await nurse.ReplyAsync(id, new { verdict = "YES", seenVersion = 1 })).StatusCode);
    }

    /// <summary>The form that the workflow has signed.</summary>
    private Task<string> FormAsync() => host.InScopeAsync(services => Task.FromResult(
        services.GetRequiredService<IWorkflowRegistry>().Current("PITEA_ALDREOMSORG_V1")!.GateOf(Gates.Test).Requirements!.Single(one => one.Code == Requirements.FormSigned).Form!));

    /// <summary>The same answers with another text in the first row of the first question.</summary>
    private static string Changed(string form)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(DecidingHost.Answered[form])!.AsObject();
        var row = json.First().Value![0]!.AsObject();
        row[row.First().Key] = "Något helt annat.";
        return json.ToJsonString();
    }
}
