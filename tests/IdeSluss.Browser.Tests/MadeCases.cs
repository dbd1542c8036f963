using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Forms;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Cases that tests in the browser begin with, made without one.</summary>
internal static class MadeCases
{
    public static async Task<string> HandInAsync(TestHost host, string text)
    {
        using var resident = host.Visitor();
        return await HandInAsync(resident, new { Text = text, AnswerWay = "Telephone", Telephone = "0911-00 00 00" });
    }

    public static async Task<string> HandInAsync(Visitor resident, object fields)
    {
        var review = await resident.PostFormAsync("/lamna-ide", fields);
        var receipt = await resident.SubmitAsync(review, new { });
        return receipt.Address.StartsWith("/kvitto/", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(receipt.Address["/kvitto/".Length..].Split('?')[0])
            : throw new InvalidOperationException($"Handing in ended at {receipt.Address}: {receipt.Text}");
    }

    public static Task<Guid> UnitOfNeedOwnerAsync(TestHost host) => host.Database.QueryAsync<Guid>(
        "select unit_id from people.role_assignment a join people.person p on p.id = a.person_id where p.email = $1", Personas.AddressOf(Personas.NeedOwner));

    public static async Task SortAsync(TestHost host, Visitor coach, string number, string title = "Ett förslag som alla får läsa")
    {
        var unit = await UnitOfNeedOwnerAsync(host);
        var sorting = $"Input.{FormKeys.Sorting}.";
        var page = await coach.PostFormAsync(
            $"/arbete/{number}/sortera",
            [
                ("Input.PublicTitle", title), ("Input.NeedSentence", "Många behöver det."), ("Input.Area", IdeaAreas.All[0].Code), ("Input.Unit", unit.ToString()),
                (sorting + "liknande", "ja"), (sorting + "ratt-plats", "ja"), (sorting + "jamstalldhet", "nej"), (sorting + "tillganglighet", "nej"),
                (sorting + "vard-risk", "nej"), (sorting + "kostnad", "ja"), (sorting + "flera-enheter", "nej"),
                ("Input.Track", Tracks.Full), ("Input.Outcome", "ADVANCE"), ("Input.Reason", "Behovet är tydligt."), ("Input.Impartial", "true"),
            ],
            "Besluta");
        if (!page.Address.StartsWith("/arbete", StringComparison.Ordinal) || page.Address.Contains("sortera", StringComparison.Ordinal))
            throw new InvalidOperationException($"{number} could not be sorted: {page.StatusCode} {page.Address}: {page.Text}");
    }

    /// <summary>The coach says no to an idea that has just come in.</summary>
    public static async Task DeclineAsync(Visitor coach, string number)
    {
        using var gate = await coach.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate");
        using var declined = await coach.ApiAsync(
            HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions",
            new { gate = Gates.Triage, outcome = "DECLINE", closeReason = CloseReasons.DeclinedAlreadyExists, reason = "Det finns redan.", impartial = true }, ("If-Match", gate.Headers.ETag!.Tag));
        Assert.True(declined.IsSuccessStatusCode, await declined.Content.ReadAsStringAsync());
    }

    /// <summary>A sorted idea whose concept is ready to be decided on: every form that the decision to test rests on is filled in, somebody has promised to receive the result, and the advice is given.</summary>
    public static async Task<string> WithConceptAsync(TestHost host, string text, string title)
    {
        var number = await HandInAsync(host, text);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await SortAsync(host, coach, number, title);
        await host.Database.ExecuteAsync($"""
            update ideas.ideas set stage = '{Stages.Concept}', workflow_key = '{DefaultWorkflow.Key}', workflow_version = {DefaultWorkflow.Version},
                   authority_id = (select authority_id from people.org_unit where id = unit_id) where case_number = '{number}'
            """);
        foreach (var form in new[] { FormKeys.Focus, FormKeys.Baseline, FormKeys.Screening, FormKeys.Concept, FormKeys.TestPlan, FormKeys.RiskAnalysis, FormKeys.Consent })
        {
            var answers = await host.InScopeAsync(async services =>
                CompleteAnswers.For(services.GetRequiredService<IFormRegistry>().Current(form)!, await services.GetRequiredService<CaseEvidence>().OfAsync(number, TestContext.Current.CancellationToken)));
            // The days of the plan must be such that a test can start today.
            if (form == FormKeys.TestPlan) (answers.Json["start"], answers.Json["slut"]) = (Day(0), Day(30));
            using var filled = await coach.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/ideas/{number}/evidence/{form}?complete=true", answers.Json);
            filled.EnsureSuccessStatusCode();
        }

        using var asked = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/receiver", new
        {
            unitId = await UnitOfNeedOwnerAsync(host), ifStopped = "Vi slutar och berättar varför.", ifRetested = "En månad till.", ifGoesOn = "Vi inför på enheten.", hours = 40, money = 15000,
        });
        asked.EnsureSuccessStatusCode();
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        await owner.PostFormAsync($"/att-besluta/{number}/mottagare", new { Accepts = "ja" }, "Svara");
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        using var advice = await board.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/advice", new { recommendation = "YES", text = "Gå vidare." });
        advice.EnsureSuccessStatusCode();
        return number;
    }

    /// <param name="ahead">Days from today.</param>
    public static string Day(int ahead) => TimeProvider.System.StockholmToday().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
