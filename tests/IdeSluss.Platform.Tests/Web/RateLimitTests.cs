using System.Globalization;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.Platform.Tests.Web;

public sealed class RateLimitTests(RateLimitTests.Limited host) : IClassFixture<RateLimitTests.Limited>
{
    [Fact]
    public async Task The_third_of_two_allowed_writes_is_told_in_Swedish_when_to_come_back()
    {
        using var visitor = host.Visitor();
        Assert.Equal(204, await WriteAsync(visitor, "192.0.2.1"));
        Assert.Equal(204, await WriteAsync(visitor, "192.0.2.1"));
        using var refused = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/trial/limited", null, ("X-Forwarded-For", "192.0.2.1"));
        var problem = await AnswerTests.ProblemAsync(refused, 429);
        Assert.Equal("Det kom för många anrop på kort tid. Vänta en stund och försök igen.", problem.GetProperty("title").GetString());
        Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 3_600);
    }

    [Fact]
    public async Task People_behind_a_known_proxy_are_counted_apart()
    {
        using var visitor = host.Visitor();
        for (var i = 0; i < 2; i++) Assert.Equal(204, await WriteAsync(visitor, "192.0.2.2"));
        Assert.Equal(429, await WriteAsync(visitor, "192.0.2.2"));
        Assert.Equal(204, await WriteAsync(visitor, "192.0.2.3"));
    }

    [Fact]
    public async Task Only_the_last_proxy_is_believed_and_not_what_a_client_writes_before_it()
    {
        using var visitor = host.Visitor();
        for (var i = 0; i < 2; i++) Assert.Equal(204, await WriteAsync(visitor, $"198.51.100.{i}, 192.0.2.4"));
        Assert.Equal(429, await WriteAsync(visitor, "198.51.100.9, 192.0.2.4"));
    }

    private static async Task<int> WriteAsync(Visitor visitor, string forwardedFor)
    {
        using var answer = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/trial/limited", null, ("X-Forwarded-For", forwardedFor));
        return (int)answer.StatusCode;
    }

    public sealed class Limited() : TrialHost(new Dictionary<string, string?>
    {
        ["IdeSluss:RateLimits:write:Permits"] = "2",
        ["IdeSluss:RateLimits:write:Seconds"] = "3600",
        ["IdeSluss:KnownProxies:0"] = "127.0.0.0/8",
        ["IdeSluss:KnownProxies:1"] = "::1",
    });
}

public sealed class UnknownProxyTests(UnknownProxyTests.Limited host) : IClassFixture<UnknownProxyTests.Limited>
{
    [Fact]
    public async Task Without_known_proxies_nobody_chooses_their_own_address()
    {
        using var visitor = host.Visitor();
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/trial/limited", null, ("X-Forwarded-For", $"192.0.2.{i}"));
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([204, 204, 429], statuses);
    }

    public sealed class Limited() : TrialHost(new Dictionary<string, string?> { ["IdeSluss:RateLimits:write:Permits"] = "2", ["IdeSluss:RateLimits:write:Seconds"] = "3600" });
}
