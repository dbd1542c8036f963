using System.Globalization;
using System.Text.Json;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Training.Tests.Sessions;

public sealed class StandingHost() : TestHost(new TestHostOptions { ClockStandsAt = new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero) });

/// <summary>What tests of sessions do again and again.</summary>
internal static class Planning
{
    public const string Training = "/api/v1/training";

    public static string Day(this TestHost host, int inDays) => host.Clock.GetUtcNow().StockholmDay().AddDays(inDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<string> PlannedAsync(this TestHost host, Visitor coach, string course, int seats, int inDays = 40, object? reserved = null, string from = "09.00", string to = "12.00", bool open = true, int leastSeats = 0)
    {
        var (status, body) = await coach.JsonAsync(HttpMethod.Post, $"{Training}/office/courses/{course}/sessions", new
        {
            parts = new[] { new { day = host.Day(inDays), from, to } }, place = "Kurslokalen", teachers = "Idécoacherna", seats, leastSeats, reserved = reserved ?? new { },
        });
        Assert.True(status == 201, $"{status} {body}");
        var id = body.GetProperty("id").GetString()!;
        if (open) Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Training}/office/sessions/{id}/opening", null, Asking.OwnHeader)).Status);
        return id;
    }

    public static Task<(int Status, JsonElement Body)> EnrolAsync(this Visitor visitor, string session, object? input = null) => visitor.JsonAsync(HttpMethod.Post, $"{Training}/sessions/{session}/enrolments", input ?? new { });

    public static async Task<(string State, string Token)> EnrolledAsync(this Visitor visitor, string session, object? input = null)
    {
        var (status, body) = await visitor.EnrolAsync(session, input);
        Assert.True(status == 201, $"{status} {body}");
        return (body.GetProperty("state").GetString()!, body.GetProperty("token").GetString()!);
    }

    public static async Task<string> StateAsync(this Visitor visitor, string token) => (await visitor.JsonAsync(HttpMethod.Get, $"{Training}/enrolments/{token}")).Body.GetProperty("state").GetString()!;

    public static async Task<(int Status, JsonElement Body)> PressAsync(this Visitor visitor, string token, string what) => await visitor.JsonAsync(HttpMethod.Post, $"{Training}/enrolments/{token}/{what}", null, Asking.OwnHeader);
}
