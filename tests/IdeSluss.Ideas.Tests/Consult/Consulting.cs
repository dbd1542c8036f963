using System.Globalization;
using System.Net;
using System.Text.Json;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Sdk.Web;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Tests.Consult;

/// <summary>Asking and answering by the API, as a coach and those who are asked do.</summary>
internal static class Consulting
{
    public const string Councils = "PENSIONERS_COUNCIL";

    public static async Task<Guid> ConsultedAsync(this Visitor coach, string number, string body, DateOnly lastDay)
    {
        var answer = await coach.AskAsync(number, body, lastDay);
        var text = await answer.Content.ReadAsStringAsync();
        Xunit.Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetGuid();
    }

    public static Task<HttpResponseMessage> AskAsync(this Visitor coach, string number, string body, DateOnly lastDay) =>
        coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/consultations", new { body, question = "Hur ser ni på det här?", lastDay = lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });

    public static Task<HttpResponseMessage> ReplyAsync(this Visitor visitor, Guid consultation, object reply, int version = 0) =>
        visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/consultations/{consultation}/answer", reply, ("If-Match", VersionTag.Of(version)));

    public static Task<HttpResponseMessage> PostAsync(this Visitor visitor, Guid consultation, string what, int version = 0) =>
        visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/consultations/{consultation}/{what}", new { }, ("If-Match", VersionTag.Of(version)));

    public static Task<Consultation> ConsultationAsync(this DecidingHost host, string number) =>
        host.ReadAsync(number, (db, idea) => db.Consultations.OrderByDescending(one => one.Id).FirstAsync(one => one.IdeaId == idea.Id));
}
