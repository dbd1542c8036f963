using System.Text;
using System.Text.RegularExpressions;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Effect;

namespace IdeSluss.Training.Tests.FollowUp;

public partial class ExchangeTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_list_of_people_is_read_in_whole_or_not_at_all_and_unknown_people_are_learners_without_an_account()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var authority = await host.Database.QueryAsync<string>("select code from people.authority order by code limit 1");
        var (status, refused) = await SendAsync(administrator, $"epost;namn;enhet;roll\nny@prov.example;Ny Person;{authority};Medarbetare\ninte en adress;X;FINNSEJ;Kejsare\n");
        Assert.Equal(422, status);
        foreach (var said in new[] { "Rad 3: adressen ser inte rätt ut", "Rad 3: ingen enhet eller nämnd har koden FINNSEJ", "Rad 3: rollen Kejsare finns inte" }) Assert.Contains(said, refused, StringComparison.Ordinal);
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from training.learner where email = 'ny@prov.example'"));

        var (_, first) = await SendAsync(administrator, $"﻿Epost;Namn;Enhet;Roll\nNY@prov.example;Ny Person;{authority};Förtroendevald\nny@prov.example;Ny Person;{authority};Chef\n{Personas.AddressOf(Personas.CommitteeMember)};Nils Nämndlöv;{authority};förtroendevald\n");
        Assert.Contains("\"withoutAccount\":1", first, StringComparison.Ordinal);
        Assert.Equal("{ElectedMember,Manager}", await host.Database.QueryAsync<string>("select tracks::text from training.learner where email = 'ny@prov.example'"));
        var (_, again) = await SendAsync(administrator, $"epost,namn,enhet,roll\n{Personas.AddressOf(Personas.CommitteeMember)},Nils Nämndlöv,{authority},Förtroendevald\n", complete: true);
        Assert.Contains("\"added\":0", again, StringComparison.Ordinal);
        Assert.False(await host.Database.QueryAsync<bool>("select listed from training.learner where email = 'ny@prov.example'"));

        foreach (var wrong in new[] { "", "bara skräp", "epost;namn\nx@y.se;X\n", $"epost;namn;enhet;roll\n\"oavslutad;{authority}" }) Assert.Equal(422, (await SendAsync(administrator, wrong)).Status);
        Assert.Equal(422, (await administrator.PostFormAsync("/admin/utbildning/las-in", new { })).StatusCode);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(403, (await SendAsync(coach, "x")).Status);
    }

    /// <summary>U8. The structure of the specification, xAPI 1.0.3, part two, section 2.</summary>
    [Fact]
    public async Task Completions_go_out_as_statements_of_the_specifications_structure_without_names()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (status, result) = await coach.JsonAsync(HttpMethod.Get, "/api/v1/training/xapi/statements");
        Assert.Equal(200, status);
        Assert.Equal("", result.GetProperty("more").GetString());
        var statements = result.GetProperty("statements").EnumerateArray().ToList();
        Assert.NotEmpty(statements);
        Assert.Equal(statements.Count, statements.Select(one => one.GetProperty("id").GetString()).Distinct().Count());
        foreach (var statement in statements)
        {
            Assert.Equal(["actor", "context", "id", "object", "result", "timestamp", "verb", "version"], statement.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
            Assert.True(Guid.TryParseExact(statement.GetProperty("id").GetString(), "D", out _));
            // An agent has exactly one way to be known.
            var actor = statement.GetProperty("actor");
            Assert.Equal(["account", "objectType"], actor.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
            Assert.True(Uri.TryCreate(actor.GetProperty("account").GetProperty("homePage").GetString(), UriKind.Absolute, out _) && actor.GetProperty("account").GetProperty("name").GetString()!.Length > 0);
            Assert.True(Uri.TryCreate(statement.GetProperty("verb").GetProperty("id").GetString(), UriKind.Absolute, out _));
            var activity = statement.GetProperty("object");
            Assert.Equal("Activity", activity.GetProperty("objectType").GetString());
            Assert.True(Uri.TryCreate(activity.GetProperty("id").GetString(), UriKind.Absolute, out _) && Uri.TryCreate(activity.GetProperty("definition").GetProperty("type").GetString(), UriKind.Absolute, out _));
            Assert.All(activity.GetProperty("definition").GetProperty("name").EnumerateObject().Concat(statement.GetProperty("verb").GetProperty("display").EnumerateObject()), name => Assert.Matches(LanguageTag(), name.Name));
            Assert.True(statement.GetProperty("result").GetProperty("completion").GetBoolean());
            if (statement.GetProperty("result").TryGetProperty("duration", out var duration)) Assert.Matches(Duration(), duration.GetString());
            Assert.Matches(Timestamp(), statement.GetProperty("timestamp").GetString());
            Assert.Equal("1.0.3", statement.GetProperty("version").GetString());
        }

        // The member of the demo attended one session: that they attended it and that they completed the course, once each, with the time.
        var attended = statements.Where(one => one.GetProperty("result").TryGetProperty("duration", out var time) && time.GetString() == "PT180M").ToList();
        Assert.Equal(["attended", "completed"], attended.Select(one => one.GetProperty("verb").GetProperty("display").GetProperty("en-GB").GetString()!));
        Assert.Single(attended.Select(one => one.GetProperty("actor").ToString()).Distinct());
        Assert.DoesNotContain("Nils", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("@demo.example", result.ToString(), StringComparison.Ordinal);
        Assert.Empty((await coach.JsonAsync(HttpMethod.Get, "/api/v1/training/xapi/statements?since=2099-01-01T00:00:00Z")).Body.GetProperty("statements").EnumerateArray());
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(403, (await owner.JsonAsync(HttpMethod.Get, "/api/v1/training/xapi/statements")).Status);
    }

    [Fact]
    public async Task The_effect_page_shows_nothing_of_so_few_that_one_could_tell_who()
    {
        DecisionFact Fact(int decider, int days, bool returned = false) => new() { DecisionId = Guid.CreateVersion7(), IdeaId = Guid.CreateVersion7(), DecidedById = new Guid(decider, 0, 0, new byte[8]), Gate = "G2_NEED", DecidedAt = DateTimeOffset.UnixEpoch, WorkingDays = days, Returned = returned };
        Assert.Null(EffectSide.Of([.. Enumerable.Range(0, 20).Select(at => Fact(at % 4, 3))]).Decisions);
        Assert.Null(EffectSide.Of([.. Enumerable.Range(0, 9).Select(at => Fact(at, 3))]).Decisions);
        Assert.Equal(new EffectSide(10, 5.5m, 30), EffectSide.Of([.. Enumerable.Range(1, 10).Select(at => Fact(at % 5, at, at <= 3))]));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.True((await coach.GetAsync("/arbete/utbildning/effekt")).Says("Hela kommunen"));
    }

    private static async Task<(int Status, string Text)> SendAsync(Visitor visitor, string csv, bool complete = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/training/people/import.csv?complete={(complete ? "true" : "false")}") { Content = new StringContent(csv, Encoding.UTF8, "text/csv") };
        request.Headers.Add(Asking.OwnHeader.Name, Asking.OwnHeader.Value);
        using var answer = await visitor.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("^[a-z]{2}-[A-Z]{2}$")]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^PT\d+M$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex Timestamp();
}
