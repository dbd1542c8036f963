using System.Net;
using IdeSluss.Evaluation.Features.Evaluation.Profiles;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests.Statistics;

/// <summary>What people say of themselves: wholly of their own will, apart from the idea, counted once, and forgotten.</summary>
public class ProfileTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    [Fact]
    public async Task The_receipt_leads_to_two_questions_whose_answers_lie_apart_and_can_be_taken_back()
    {
        using var resident = host.Visitor();
        var receipt = await resident.SubmitAsync(await resident.PostFormAsync("/lamna-ide", new { Text = "Bänkar längs hela kanalen.", AnswerWay = "Code" }), new { });
        var link = receipt.Html.Split("/om-dig?kod=")[1].Split('"')[0];
        Assert.Equal(200, (await resident.GetAsync($"/om-dig?kod={link}")).StatusCode);
        var (status, _) = await resident.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/profiles/{link}", new { sex = "kvinna", age = "From65To79" });
        Assert.Equal(204, status);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.profile"));
        // Another answer takes its place, and neither idea nor answer can be read from the row.
        await resident.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/profiles/{link}", new { sex = "man" });
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.profile"));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from evaluation.profile p join ideas.ideas i on i.id = p.id or position(replace(i.id::text, '-', '')::bytea in p.sealed) > 0 or position('kvinna'::bytea in p.sealed) > 0"));
        Assert.Equal(204, (await resident.JsonAsync(HttpMethod.Delete, $"{JudgingHost.Api}/profiles/{link}", null, Asking.OwnHeader)).Status);
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from evaluation.profile"));
    }

    [Fact]
    public async Task A_link_that_is_not_ours_opens_nothing_and_only_what_is_asked_for_is_taken()
    {
        using var anyone = host.Visitor();
        Assert.Equal(404, (await anyone.GetAsync("/om-dig?kod=abc")).StatusCode);
        Assert.Equal(404, (await anyone.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/profiles/abc", new { sex = "kvinna" })).Status);
        var link = await host.InScopeAsync(services => Task.FromResult(services.GetRequiredService<SealedProfiles>().LinkFor(Guid.CreateVersion7())));
        Assert.Equal(422, (await anyone.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/profiles/{link}", new { sex = "kvinna", age = "44" })).Status);
    }

    [Fact]
    public async Task Answers_are_counted_with_the_idea_and_forgotten_when_it_is_closed_and_settled_or_two_years_old()
    {
        var open = await host.WaitingAsync("Räcken på båda sidor av trappan.");
        var closed = await host.WaitingAsync("Ljusare gångvägar till skolan.");
        await host.Database.ExecuteAsync($"update ideas.ideas set status = 'Closed', closed_at = '2026-09-01' where case_number = '{closed}'");
        async Task<Guid> IdeaAsync(string number) => await host.Database.QueryAsync<Guid>("select id from ideas.ideas where case_number = $1", number);
        var (kept, done, old) = (await IdeaAsync(open), await IdeaAsync(closed), Guid.CreateVersion7());
        await host.InScopeAsync(async services =>
        {
            var (profiles, answer) = (services.GetRequiredService<SealedProfiles>(), services.GetRequiredService<AnswerProfile>());
            foreach (var (idea, sex) in new[] { (kept, "kvinna"), (done, "man"), (old, "man") }) await answer.SaveAsync(profiles.LinkFor(idea), new() { Sex = sex }, TestContext.Current.CancellationToken);
        });
        var aged = await host.InScopeAsync(services => Task.FromResult(services.GetRequiredService<SealedProfiles>().IdOf(Domain.ProfileKind.Submitter, old)));
        await host.Database.ExecuteAsync($"update evaluation.profile set quarter = '2024Q3' where id = '{aged}'");
        await host.InScopeAsync(async services =>
        {
            var counting = services.GetRequiredService<CountProfiles>();
            var (counts, _) = await counting.OfSubmittersAsync(new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);
            Assert.Equal(("kvinna|Unknown", 1), counts.Where(one => one.Gate is null && one.Group.StartsWith("kvinna", StringComparison.Ordinal)).Select(one => (one.Group, one.Count)).Single());
            await counting.ForgetAsync(new(2026, 10, 1), TestContext.Current.CancellationToken);
        });
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.profile"));
        await host.Database.ExecuteAsync("delete from evaluation.profile");
    }

    [Fact]
    public async Task Who_decides_may_say_their_sex_and_is_counted_once()
    {
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(204, (await manager.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/profiles/me", new { sex = "kvinna" })).Status);
        Assert.Equal(204, (await manager.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/profiles/me", new { sex = "kvinna" })).Status);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.profile where kind = 'Decider'"));
        await manager.JsonAsync(HttpMethod.Delete, $"{JudgingHost.Api}/profiles/me", null, Asking.OwnHeader);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal((int)HttpStatusCode.Forbidden, (await resident.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/profiles/me", new { sex = "man" })).Status);
    }

    [Fact]
    public void Those_who_have_not_said_are_all_the_others()
    {
        // 30 came in: 12 women, of them 5 who are 80, and 6 men. 20 were decided on in G1, of them 8 by women of whom 6 went on.
        var tables = QuarterTables.Of(
            "2026Q3",
            new([new("WEB", null, "Resident", "sv", Guid.Empty, null, 30)], [new(Gates.Triage, "Resident", null, true, 13), new(Gates.Triage, "Resident", null, false, 7)], [])
            {
                Answered = [new("kvinna|From80", null, false, 5), new("kvinna|Unknown", null, false, 7), new("man|From18To64", null, false, 6), new("okand|From80", null, false, 2), new("kvinna|From80", Gates.Triage, true, 6), new("kvinna|Unknown", Gates.Triage, false, 2)],
            },
            new(["WEB"], [], new Dictionary<Guid, string>()));
        int Of(string what, params string[] parts) => tables.Single(table => table.What == what && table.Dimensions[0] == (parts[0] is "From80" or "Unknown" ? Dimensions.Age : Dimensions.Sex)).Counts.Single(count => count.Parts.SequenceEqual(parts)).Count;
        Assert.Equal((12, 6, 0, 12), (Of(Indicator.HandedIn, "kvinna"), Of(Indicator.HandedIn, "man"), Of(Indicator.HandedIn, "annat"), Of(Indicator.HandedIn, Dimensions.Unsaid)));
        Assert.Equal((7, 17), (Of(Indicator.HandedIn, "From80"), Of(Indicator.HandedIn, "Unknown")));
        Assert.Equal((6, 2, 7, 5), (Of(Indicator.Accepted, "kvinna", "ja"), Of(Indicator.Accepted, "kvinna", "nej"), Of(Indicator.Accepted, Dimensions.Unsaid, "ja"), Of(Indicator.Accepted, Dimensions.Unsaid, "nej")));
        Assert.All(tables.Where(table => table.What == Indicator.Deciders), table => Assert.False(table.AddsUp));
    }
}
