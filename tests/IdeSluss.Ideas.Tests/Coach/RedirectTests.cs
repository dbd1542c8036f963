using System.Net;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Inbox;
using IdeSluss.Ideas.Features.Ideas.OpenCase;
using IdeSluss.Ideas.Workflow;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Coach;

public sealed class RedirectTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Secret = "Personalen lämnade en dam ensam i duschen, kanariefågel-4711.";
    private readonly CoachDesk desk = new(host);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Targets() => [.. DefaultWorkflowDefinition.Build().Redirects.Select(target => target.Code)];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_coach_sends_a_matter_where_it_belongs(string code)
    {
        var target = DefaultWorkflowDefinition.Build().Redirects.First(one => one.Code == code);
        var receipt = await desk.SubmitAsync("En sak som hör hemma någon annanstans.");
        var decided = CoachDesk.Value(await desk.SortAsync(receipt.CaseNumber, CoachDesk.Decide("REDIRECT", code)));

        var idea = await desk.CaseAsync(receipt.CaseNumber);
        Assert.Equal((Stages.Closed, code, CloseReasons.Redirected, target.Restricted), (idea.Stage, idea.RedirectTarget, idea.CloseReason, idea.Restricted));
        Assert.Equal("En sak som hör hemma någon annanstans.", idea.OriginalText);
        Assert.Null(idea.PublishedAt);
        Assert.Equal(target.ReceiverRole, (await desk.QueryAsync(db => db.Redirects.SingleAsync(one => one.IdeaId == idea.Id, Ct))).ReceiverRole);
        var task = await desk.QueryAsync(db => db.Tasks.SingleAsync(one => one.IdeaId == idea.Id && one.DecisionId == decided.Decision!.DecisionId, Ct));
        Assert.Equal(target.ReceiverRole ?? Roles.IdeaCoach, task.Role);
        // A restricted matter is with its receiver at once; everything else waits until the decision can no longer be taken back.
        Assert.Equal(target.Restricted, task.VisibleFrom == task.CreatedAt);
        var open = await desk.AsCoachAsync(services => services.GetRequiredService<OpenCase>().FindAsync(receipt.CaseNumber, Ct));
        Assert.Equal(target.Restricted, open.Problem?.Kind == ProblemKind.NotFound);
    }

    [Fact]
    public async Task Lex_Sarah_leaves_every_other_view_at_once_and_alerts_its_receiver()
    {
        var receipt = await desk.SubmitAsync(Secret);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var answer = await coach.PostFormAsync($"/arbete/{receipt.CaseNumber}/sortera", new[] { ("Input.Outcome", "REDIRECT"), ("Input.RedirectTarget", Redirects.LexSarah), ("Input.Impartial", "true") }, "handling=besluta");
        Assert.Equal(200, answer.StatusCode);
        Assert.StartsWith("/arbete", answer.Address, StringComparison.Ordinal);

        foreach (var address in new[] { $"/arbete/{receipt.CaseNumber}", $"/arbete/{receipt.CaseNumber}/sortera", $"/arbete/{receipt.CaseNumber}/fordela", $"/arbete/{receipt.CaseNumber}/underlag/sortering", $"/ideer/{receipt.CaseNumber}" })
            Assert.Equal(404, (await coach.GetAsync(address)).StatusCode);
        foreach (var list in new[] { "/arbete?visa=alla", "/arbete?visa=mina", "/arbete", "/ideer?q=kanarief%C3%A5gel-4711", "/arbete/forsenade" })
            Assert.DoesNotContain(receipt.CaseNumber, (await coach.GetAsync(list)).Text, StringComparison.Ordinal);
        using var api = await coach.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/cases/{receipt.CaseNumber}");
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);

        await host.MessagesSettledAsync();
        var mails = host.Mails.To(Personas.AddressOf(Personas.QualityOfficer)).Where(mail => mail.Subject?.Contains(receipt.CaseNumber, StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.DoesNotContain("4711", mail.ToString(), StringComparison.Ordinal));

        using var quality = await host.LogInAsAsync(Personas.QualityOfficer);
        var desk2 = await quality.GetAsync("/arbete/missforhallanden");
        Assert.Contains("kanariefågel-4711", desk2.Text, StringComparison.Ordinal);
        using var acknowledged = await quality.ApiAsync(HttpMethod.Get, "/api/v1/ideas/irregularities");
        Assert.Equal(HttpStatusCode.OK, acknowledged.StatusCode);
    }

    [Fact]
    public async Task The_receiver_acknowledges_or_hands_back_to_sorting()
    {
        var receipt = await desk.SubmitAsync(Secret);
        CoachDesk.Value(await desk.SortAsync(receipt.CaseNumber, CoachDesk.Decide("REDIRECT", Redirects.LexSarah)));
        var decision = await desk.QueryAsync(db => db.Decisions.SingleAsync(one => one.RedirectTarget == Redirects.LexSarah && db.Ideas.Any(idea => idea.Id == one.IdeaId && idea.CaseNumber == receipt.CaseNumber), Ct));
        Assert.StartsWith("Tack för att du berättade.", decision.Reply, StringComparison.Ordinal);
        Assert.Equal(decision.DecidedAt, decision.EffectiveAt);

        using var quality = await host.LogInAsAsync(Personas.QualityOfficer);
        await quality.SubmitAsync(Only(await quality.GetAsync("/arbete/missforhallanden"), receipt.CaseNumber, "Receive"), Array.Empty<(string, string)>());
        var record = await desk.QueryAsync(db => db.Redirects.SingleAsync(one => one.IdeaId == decision.IdeaId, Ct));
        Assert.NotNull(record.ReceivedAt);

        await quality.SubmitAsync(Only(await quality.GetAsync("/arbete/missforhallanden"), receipt.CaseNumber, "HandBack"), [("Input.Why", "Det är en idé.")]);
        var idea = await desk.CaseAsync(receipt.CaseNumber);
        Assert.Equal((Stages.Triage, false, (string?)null, IdeaStatus.Active), (idea.Stage, idea.Restricted, idea.RedirectTarget, idea.Status));
        Assert.NotNull((await desk.AsCoachAsync(services => services.GetRequiredService<OpenCase>().FindAsync(receipt.CaseNumber, Ct))).Value);
    }

    [Fact]
    public async Task A_hint_tells_the_duty_role_to_look_and_leaves_the_case_with_the_coach()
    {
        var receipt = await desk.SubmitAsync(Secret);
        Assert.True(receipt.Irregularity);
        await host.MessagesSettledAsync();
        await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.QualityOfficer), receipt.CaseNumber);
        var idea = await desk.CaseAsync(receipt.CaseNumber);
        Assert.Equal((Stages.Triage, false), (idea.Stage, idea.Restricted));
        using var quality = await host.LogInAsAsync(Personas.QualityOfficer);
        Assert.Contains(receipt.CaseNumber, (await quality.GetAsync("/arbete/missforhallanden")).Text, StringComparison.Ordinal);
        Assert.Contains((await desk.AsCoachAsync(services => services.GetRequiredService<Inbox>().FindAsync(new(InboxFilter.AllOpen, Count: 100), Ct))).Items, item => item.CaseNumber == receipt.CaseNumber && item.MaybeIrregular);
    }

    /// <summary>The page with only the form of one case, as the one a person would press.</summary>
    private static TestKit.Web.Page Only(TestKit.Web.Page page, string number, string handler)
    {
        var form = page.Html.Split("<form", StringSplitOptions.None).First(part => part.Contains($"value=\"{number}\"", StringComparison.Ordinal) && part.Contains(handler, StringComparison.Ordinal));
        return page with { Html = "<form" + form[..(form.IndexOf("</form>", StringComparison.Ordinal) + 7)] };
    }
}
