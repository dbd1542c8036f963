using System.Net;
using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Tests.Consult;
using IdeSluss.Ideas.Tests.Receiver;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.Ideas.Tests.Decide;

/// <summary>Nobody decides on other evidence than they have opened.</summary>
public sealed class SeenBasisTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    [Fact]
    public async Task A_decision_on_evidence_that_was_changed_in_between_is_refused_and_says_what_changed()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAllAsync(number, Gates.Need);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var opened = await OpenedAsync(manager, number);
        Assert.Equal(HttpStatusCode.NoContent, (await coach.PutEvidenceAsync(number, FormKeys.Focus, """{ "fokus": "Hur kan vi göra något helt annat?" }""", version: 1)).StatusCode);

        var refused = await PostAsync(manager, number, opened, "ADVANCE");
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal([FormKeys.Focus], await refused.ErrorFieldsAsync());
        Assert.Equal(Stages.Need, (await host.IdeaAsync(number)).Stage);

        Assert.Equal(HttpStatusCode.Created, (await PostAsync(manager, number, await OpenedAsync(manager, number), "ADVANCE")).StatusCode);
    }

    [Fact]
    public async Task Saving_the_same_answers_again_changes_nothing_for_whoever_decides()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAllAsync(number, Gates.Need);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var opened = await OpenedAsync(manager, number);
        Assert.Equal(HttpStatusCode.NoContent, (await coach.PutEvidenceAsync(number, FormKeys.Focus, DecidingHost.Answered[FormKeys.Focus], version: 1)).StatusCode);

        Assert.Equal(HttpStatusCode.Created, (await PostAsync(manager, number, opened, "ADVANCE")).StatusCode);
    }

    [Fact]
    public async Task Advice_a_receiver_and_consultations_are_evidence_too()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        await host.FillAllAsync(number, Gates.Test);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var opened = await OpenedAsync(head, number);
        await host.AdvisedAsync(number);
        await host.ReceivedByAsync(number, Personas.NeedOwner);
        await coach.ConsultedAsync(number, ConsultationBodies.Unions, DateOnly.FromDateTime(DecidingHost.Morning.UtcDateTime).AddDays(20));

        Assert.Equal([SeenBasis.Receiver, SeenBasis.Advice, SeenBasis.Consultations], await (await PostAsync(head, number, opened, "DECLINE")).ErrorFieldsAsync());
    }

    [Fact]
    public async Task A_yes_by_someone_who_has_not_opened_the_evidence_is_refused()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAllAsync(number, Gates.Need);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var refused = await PostAsync(manager, number, "\"v0\"", "ADVANCE");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["Seen"], await refused.ErrorFieldsAsync());
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(manager, number, "\"v0\"", "PARK")).StatusCode);
    }

    [Fact]
    public async Task The_page_shows_the_new_and_keeps_what_was_written_so_that_the_next_press_decides()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAllAsync(number, Gates.Need);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var page = await manager.GetAsync($"/att-besluta/{number}");
        await coach.PutEvidenceAsync(number, FormKeys.Focus, """{ "fokus": "Hur kan vi göra något helt annat?" }""", version: 1);

        var refused = await manager.SubmitAsync(page, [("Input.Outcome", "ADVANCE"), ("Input.Reason", "Behovet är tydligt."), ("Input.Impartial", "true")], "Besluta");
        Assert.Equal(412, refused.StatusCode);
        Assert.True(refused.Says("Underlaget har ändrats sedan du öppnade ärendet.") && refused.Says("Hur kan vi göra något helt annat?") && refused.Says("Behovet är tydligt."), refused.Text);
        Assert.Contains($"#{FormKeys.Focus}", refused.Links);

        Assert.True((await manager.SubmitAsync(refused, [], "Besluta")).Says("Beslutet är fattat"));
    }

    [Fact]
    public void Every_basis_reads_back_as_it_was_written_and_anything_else_is_no_basis() => Prop.ForAll(
        ArbMap.Default.ArbFor<Dictionary<byte, PositiveInt>>(), ArbMap.Default.ArbFor<string>(), (parts, noise) =>
        {
            var basis = new SeenBasis(parts.ToDictionary(part => $"form-{part.Key}", part => $"{part.Value.Get}"));
            Assert.Empty(SeenBasis.Parse(basis.ToString())!.ChangedUntil(basis, key => key));
            Assert.Equal(basis.Parts.Keys.Order(StringComparer.Ordinal), SeenBasis.Parse("")!.ChangedUntil(basis, key => key).Select(error => error.Field));
            // Whatever a client sends is read or refused, and never throws.
            _ = SeenBasis.Parse(noise)?.ToString();
        }).QuickCheckThrowOnFailure();

    private static async Task<string> OpenedAsync(Visitor visitor, string number) =>
        (await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate")).Headers.ETag!.Tag;

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string number, string opened, string outcome) => visitor.ApiAsync(
        HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions",
        new { gate = outcome == "DECLINE" ? Gates.Test : Gates.Need, outcome, reason = "Det är värt det.", impartial = true, closeReason = outcome == "DECLINE" ? CloseReasons.DeclinedCostBenefit : null },
        ("If-Match", opened));
}
