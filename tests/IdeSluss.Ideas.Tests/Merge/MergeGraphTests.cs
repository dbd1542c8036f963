using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Ideas.Features.Ideas.MyIdeas;
using IdeSluss.Ideas.Tests.Coach;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Merge;

/// <summary>Questions are seen at once, so that many merges fit in a test.</summary>
public sealed class HostWithoutHold() : TestHost(new TestHostOptions { Settings = new Dictionary<string, string?> { ["IdeSluss:ReplyHold"] = "00:00:00" } });

public sealed class MergeGraphTests(HostWithoutHold host) : IClassFixture<HostWithoutHold>
{
    private const int Ideas = 5;
    private readonly CoachDesk desk = new(host);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_merges_in_a_circle_at_once_leave_one_idea_whole_and_no_circle()
    {
        var numbers = await SubmitAsync(100);
        for (var at = 0; at < numbers.Count; at++) CoachDesk.Value(await AskAsync(numbers[at], numbers[(at + 1) % numbers.Count]));
        var answers = await Task.WhenAll(numbers.Select(number => Task.Run(() => AnswerAsync(number), Ct)));

        Assert.All(answers, answer => Assert.Null(answer.Problem));
        var ideas = await desk.QueryAsync(db => db.Ideas.AsNoTracking().Where(idea => numbers.Contains(idea.CaseNumber)).ToListAsync(Ct));
        var whole = Assert.Single(ideas, idea => idea.MergedIntoId is null);
        Assert.True(whole.IsOpen);
        Assert.All(ideas.Where(idea => idea != whole), idea => Assert.Equal(whole.Id, idea.MergedIntoId));
        Assert.Equal(0, await host.Database.QueryAsync<long>($"select count(*) from ideas.merge m join ideas.ideas i on i.id = m.idea_id where m.state = 'Asked' and i.case_number = any(array['{string.Join("','", numbers)}'])"));
    }

    [Fact]
    public async Task Any_row_of_merges_and_divisions_keeps_every_link_and_count_and_can_be_undone()
    {
        foreach (var steps in Gen.Choose(0, 1_000_000).ListOf(14).Sample(12, 8)) await WalkAsync([.. steps]);
    }

    /// <summary>Even numbers merge two ideas, odd ones divide one; what the product says is compared with what the arrows say.</summary>
    private async Task WalkAsync(IReadOnlyList<int> steps)
    {
        var numbers = await SubmitAsync(Ideas);
        await host.Database.ExecuteAsync($"update ideas.ideas set published_at = now(), public_text = 'Offentlig' where case_number = any(array['{string.Join("','", numbers)}'])");
        var followers = numbers.Select((_, index) => Enumerable.Range(0, index).ToHashSet()).ToList();
        var people = Enumerable.Range(0, Ideas).Select(_ => Guid.CreateVersion7()).ToList();
        for (var idea = 0; idea < Ideas; idea++) foreach (var person in followers[idea]) await FollowAsync(people[person], numbers[idea]);
        var start = await StateAsync(numbers);
        var arrows = new int?[Ideas];

        foreach (var step in steps)
        {
            var (one, other) = (step / 2 % Ideas, step / 2 / Ideas % Ideas);
            if (step % 2 == 0)
            {
                var possible = arrows[one] is null && one != other && Whole(arrows, other) != one;
                if (!possible) Assert.NotNull((await AskAsync(numbers[one], numbers[other])).Problem);
                else
                {
                    CoachDesk.Value(await AskAsync(numbers[one], numbers[other]));
                    CoachDesk.Value(await AnswerAsync(numbers[one]));
                    arrows[one] = Whole(arrows, other);
                }
            }
            else
            {
                Assert.Equal(arrows[one] is null, (await DivideAsync(numbers[one])).Problem is not null);
                arrows[one] = null;
            }

            await CompareAsync(numbers, arrows, followers);
        }

        for (var idea = 0; idea < Ideas; idea++) if (arrows[idea] is not null) CoachDesk.Value(await DivideAsync(numbers[idea]));
        Assert.Equal(start, await StateAsync(numbers));
    }

    private async Task CompareAsync(IReadOnlyList<string> numbers, int?[] arrows, List<HashSet<int>> followers)
    {
        var ideas = await desk.QueryAsync(db => db.Ideas.AsNoTracking().Where(idea => numbers.Contains(idea.CaseNumber)).ToDictionaryAsync(idea => idea.CaseNumber, Ct));
        for (var idea = 0; idea < Ideas; idea++)
        {
            var whole = Whole(arrows, idea);
            Assert.Equal(whole == idea ? null : ideas[numbers[whole]].Id, ideas[numbers[idea]].MergedIntoId);
            if (whole == idea) Assert.Equal(Enumerable.Range(0, Ideas).Where(other => Whole(arrows, other) == idea).SelectMany(other => followers[other]).Distinct().Count(), ideas[numbers[idea]].FollowerCount);
        }
    }

    private static int Whole(int?[] arrows, int idea) => arrows[idea] is { } next ? Whole(arrows, next) : idea;

    /// <summary>All that merging touches, but for the clock's pauses: those are real time here.</summary>
    private Task<List<string>> StateAsync(IReadOnlyList<string> numbers) => desk.QueryAsync(db => db.Ideas.AsNoTracking().Where(idea => numbers.Contains(idea.CaseNumber)).OrderBy(idea => idea.CaseNumber)
        .Select(idea => idea.CaseNumber + idea.Stage + idea.Status + idea.CloseReason + idea.MergedIntoId + idea.FollowerCount + idea.StageEnteredAt + idea.PromiseDue + idea.PausedAt + idea.ClosedAt + idea.PublishedAt + idea.PublicText + idea.People.Count)
        .ToListAsync(Ct));

    private async Task<IReadOnlyList<string>> SubmitAsync(int count)
    {
        var numbers = new List<string>();
        for (var i = 0; i < count; i++) numbers.Add((await desk.SubmitAsync("En bänk.")).CaseNumber);
        return numbers;
    }

    private Task FollowAsync(Guid person, string number) => host.InScopeAsync(async services =>
    {
        services.GetRequiredService<CurrentUser>().Become(person, "Påhittad", "pahittad@exempel.example", [], new Dictionary<string, PermissionScope>());
        CoachDesk.Value(await services.GetRequiredService<FollowIdea>().HandleAsync(number, follow: true, Ct));
    });

    private Task<Outcome<Done>> AskAsync(string number, string into) => desk.AsCoachAsync(async services => await services.GetRequiredService<ProposeMerge>().HandleAsync(new(number, into, "Samma bänk.", true, await VersionAsync(services, number)), Ct));

    private Task<Outcome<Done>> AnswerAsync(string number) => host.InScopeAsync(async services =>
    {
        var id = await services.GetRequiredService<IdeasDbContext>().Ideas.Where(idea => idea.CaseNumber == number).Select(idea => idea.Id).SingleAsync(Ct);
        return await services.GetRequiredService<AnswerMerge>().BySubmitterAsync(id, yes: true, null, Ct);
    });

    private Task<Outcome<Done>> DivideAsync(string number) => desk.AsCoachAsync(async services => await services.GetRequiredService<Unmerge>().HandleAsync(new(number, "Olika bänkar.", await VersionAsync(services, number)), Ct));

    private static Task<int> VersionAsync(IServiceProvider services, string number) => services.GetRequiredService<IdeasDbContext>().Ideas.AsNoTracking().Where(idea => idea.CaseNumber == number).Select(idea => idea.Version).SingleAsync(Ct);
}
