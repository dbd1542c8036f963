using System.Net;
using IdeSluss.Platform.Tests.Web;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.Platform.Tests.Api;

[Collection(nameof(SharedHost))]
public sealed class IdempotencyTests(TrialHost host)
{
    private const string Address = "/api/v1/trial/things";

    [Fact]
    public async Task The_same_key_gives_the_first_answer_again_and_makes_nothing()
    {
        using var visitor = host.Visitor();
        using var first = await MakeAsync(visitor, "chair", "key-1");
        var made = host.Trial.Made;
        using var second = await MakeAsync(visitor, "chair", "key-1");

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.True(second.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(made, host.Trial.Made);
    }

    [Fact]
    public async Task The_same_key_with_another_content_is_refused()
    {
        using var visitor = host.Visitor();
        using var first = await MakeAsync(visitor, "table", "key-2");
        using var second = await MakeAsync(visitor, "lamp", "key-2");
        await AnswerTests.ProblemAsync(second, 422);
    }

    [Fact]
    public async Task While_the_first_is_being_answered_the_second_is_told_to_wait()
    {
        using var visitor = host.Visitor();
        var (arrived, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Trial.Slow["sofa"] = (arrived, answer);
        var running = MakeAsync(visitor, "sofa", "key-3");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));

        using var second = await MakeAsync(visitor, "sofa", "key-3");
        await AnswerTests.ProblemAsync(second, 409);

        answer.SetResult();
        using var first = await running;
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        host.Trial.Slow.Clear();
        using var third = await MakeAsync(visitor, "sofa", "key-3");
        Assert.Equal(HttpStatusCode.Created, third.StatusCode);
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free_for_the_corrected_one()
    {
        using var visitor = host.Visitor();
        using var wrong = await MakeAsync(visitor, "", "key-4");
        await AnswerTests.ProblemAsync(wrong, 422);
        using var right = await MakeAsync(visitor, "shelf", "key-4");
        Assert.Equal(HttpStatusCode.Created, right.StatusCode);
    }

    [Fact]
    public async Task A_request_that_broke_keeps_its_key_when_it_had_saved_something_and_leaves_it_free_when_not()
    {
        using var visitor = host.Visitor();
        foreach (var (when, second) in new[] { ("before", 500), ("after", 409) })
        {
            for (var time = 0; time < 2; time++)
            {
                using var answer = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/trial/breaks", new { name = when }, ("Idempotency-Key", "key-broken-" + when));
                var problem = await AnswerTests.ProblemAsync(answer, time == 0 ? 500 : second);
                if (time == 1 && when == "after") Assert.StartsWith("Det första anropet med den här nyckeln fick aldrig något svar.", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_same_key_from_someone_else_is_another_key()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var employee = await host.LogInAsAsync(Personas.Employee);
        using var first = await MakeAsync(coach, "desk", "key-5");
        using var second = await MakeAsync(employee, "desk", "key-5");
        Assert.NotEqual(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task Twenty_at_once_with_one_key_make_one_thing()
    {
        using var visitor = host.Visitor();
        var before = host.Trial.Made;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => MakeAsync(visitor, "bed", "key-6")));
        Assert.Equal(1, host.Trial.Made - before);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        using var visitor = host.Visitor();
        using var answer = await MakeAsync(visitor, "stool", new string('k', 201));
        await AnswerTests.ProblemAsync(answer, 400);
    }

    private static Task<HttpResponseMessage> MakeAsync(Visitor visitor, string name, string key) =>
        visitor.ApiAsync(HttpMethod.Post, Address, new { name }, ("Idempotency-Key", key));
}
