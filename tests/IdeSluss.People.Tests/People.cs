using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using IdeSluss.People.Data;
using IdeSluss.People.Demo;
using IdeSluss.People.Domain;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Outside;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.People.Tests;

/// <summary>What tests of accounts do again and again.</summary>
internal static partial class People
{
    public const string GoodPassword = "cykel moln gaffel";

    /// <summary>What a call without body says, so that the cookie counts: no form of another site can.</summary>
    public static readonly (string Name, string Value) OwnHeader = ("X-IdeSluss", "api");

    public static string NewAddress() => $"p{Guid.CreateVersion7():N}@exempel.se";

    public static Task<Page> LogInAsync(this Visitor visitor, string email, string password) =>
        visitor.PostFormAsync("/logga-in", new { Email = email, Password = password });

    public static bool IsLoggedIn(this Page page) => page.Forms.Any(form => form.Action == "/logga-ut");

    public static async Task<string> TokenAsync(this Visitor visitor, string email, string password)
    {
        var answer = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/people/token", new { email, password });
        Assert.Equal(200, (int)answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    public static Visitor WithToken(this TestHost host, string token)
    {
        var visitor = host.Visitor();
        visitor.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return visitor;
    }

    public static Task<Person> PersonAsync(this TestHost host, string email) =>
        host.InScopeAsync(services => services.GetRequiredService<PeopleDbContext>().People.Include(person => person.Assignments).SingleAsync(person => person.Email == email));

    /// <summary>Someone invited by the demo's administrator, who has chosen <see cref="GoodPassword"/>.</summary>
    public static async Task<Person> NewPersonAsync(this TestHost host)
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var email = NewAddress();
        var answer = await administrator.ApiAsync(HttpMethod.Post, "/api/v1/people/people", new { email, name = "Prov Person" });
        Assert.Equal(201, (int)answer.StatusCode);
        using var visitor = host.Visitor();
        var page = await visitor.PostFormAsync(await host.LinkToAsync(email), new { Name = "Prov Person", Password = GoodPassword });
        Assert.True(page.IsLoggedIn(), page.Text);
        return await host.PersonAsync(email);
    }

    public static async Task<string> LinkToAsync(this TestHost host, string email, string text = "")
    {
        var mail = await host.Mails.ArrivedAsync(email, text);
        return Link().Match(mail.TextBody ?? "").Groups[1].Value;
    }

    public static async Task<(string Name, string Value)> IfMatchAsync(this Visitor visitor, string address) =>
        ("If-Match", (await visitor.ApiAsync(HttpMethod.Get, address)).Headers.ETag!.ToString());

    [GeneratedRegex(@"https?://[^/\s]+(/\S+)")]
    private static partial Regex Link();
}
