using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.People.Tests.Accounts;

public class SessionTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Deactivation_ends_cookie_bearer_token_and_refresh_token_at_once()
    {
        var person = await host.NewPersonAsync();
        using var browser = host.Visitor();
        await browser.LogInAsync(person.Email!, People.GoodPassword);
        using var anonymous = host.Visitor();
        var tokens = await (await anonymous.ApiAsync(HttpMethod.Post, "/api/v1/people/token", new { email = person.Email, password = People.GoodPassword })).Content.ReadFromJsonAsync<JsonElement>();
        using var client = host.WithToken(tokens.GetProperty("accessToken").GetString()!);
        Assert.True((await browser.GetAsync("/konto")).IsLoggedIn());
        Assert.Equal(200, await StatusAsync(client));

        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var done = await administrator.PostFormAsync($"/admin/behorigheter/{person.Id}", new { }, "Stäng av kontot");
        Assert.True(done.Says("Kontot är avstängt"), done.Text);

        Assert.StartsWith("/logga-in", (await browser.GetAsync("/konto")).Address, StringComparison.Ordinal);
        Assert.Equal(401, await StatusAsync(client));
        Assert.Equal(403, (int)(await anonymous.ApiAsync(HttpMethod.Post, "/api/v1/people/token/refresh", new { refreshToken = tokens.GetProperty("refreshToken").GetString() })).StatusCode);
        Assert.Equal(422, (await host.Visitor().LogInAsync(person.Email!, People.GoodPassword)).StatusCode);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from messaging.event where name = 'people.person-deactivated.v1' and stream = $1", person.Id));
    }

    [Fact]
    public async Task A_reactivated_person_logs_in_again_but_old_sessions_stay_ended()
    {
        var person = await host.NewPersonAsync();
        using var browser = host.Visitor();
        await browser.LogInAsync(person.Email!, People.GoodPassword);
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        await administrator.PostFormAsync($"/admin/behorigheter/{person.Id}", new { }, "Stäng av kontot");

        await administrator.PostFormAsync($"/admin/behorigheter/{person.Id}", new { }, "Öppna kontot igen");

        Assert.StartsWith("/logga-in", (await browser.GetAsync("/konto")).Address, StringComparison.Ordinal);
        Assert.True((await browser.LogInAsync(person.Email!, People.GoodPassword)).IsLoggedIn());
    }

    [Fact]
    public async Task A_refresh_token_gives_a_new_token()
    {
        var person = await host.NewPersonAsync();
        using var anonymous = host.Visitor();
        var tokens = await (await anonymous.ApiAsync(HttpMethod.Post, "/api/v1/people/token", new { email = person.Email, password = People.GoodPassword })).Content.ReadFromJsonAsync<JsonElement>();

        var renewed = await anonymous.ApiAsync(HttpMethod.Post, "/api/v1/people/token/refresh", new { refreshToken = tokens.GetProperty("refreshToken").GetString() });

        var token = (await renewed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
        using var client = host.WithToken(token);
        Assert.Equal(200, await StatusAsync(client));
    }

    [Fact]
    public async Task A_new_password_ends_other_sessions_and_keeps_this_one()
    {
        var person = await host.NewPersonAsync();
        using var here = host.Visitor();
        using var elsewhere = host.Visitor();
        await here.LogInAsync(person.Email!, People.GoodPassword);
        await elsewhere.LogInAsync(person.Email!, People.GoodPassword);

        var page = await here.PostFormAsync("/konto", new { CurrentPassword = People.GoodPassword, Password = "nya ord i en rad" });

        Assert.True(page.IsLoggedIn(), page.Text);
        Assert.StartsWith("/logga-in", (await elsewhere.GetAsync("/konto")).Address, StringComparison.Ordinal);
        Assert.Equal(422, (await elsewhere.LogInAsync(person.Email!, People.GoodPassword)).StatusCode);
        Assert.True((await elsewhere.LogInAsync(person.Email!, "nya ord i en rad")).IsLoggedIn());
    }

    [Fact]
    public async Task One_ends_ones_other_sessions()
    {
        var person = await host.NewPersonAsync();
        using var here = host.Visitor();
        using var elsewhere = host.Visitor();
        await here.LogInAsync(person.Email!, People.GoodPassword);
        await elsewhere.LogInAsync(person.Email!, People.GoodPassword);

        var page = await here.PostFormAsync("/konto", new { }, "Avsluta andra inloggningar");

        Assert.True(page.IsLoggedIn(), page.Text);
        Assert.StartsWith("/logga-in", (await elsewhere.GetAsync("/konto")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_current_password_changes_nothing_and_keeps_the_other_form()
    {
        var person = await host.NewPersonAsync();
        using var visitor = host.Visitor();
        await visitor.LogInAsync(person.Email!, People.GoodPassword);

        var page = await visitor.PostFormAsync("/konto", new { CurrentPassword = "fel lösenord här", Password = "nya ord i en rad" });

        Assert.Equal(422, page.StatusCode);
        Assert.Contains("value=\"Prov Person\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_edit_of_ones_account_is_refused()
    {
        var person = await host.NewPersonAsync();
        using var client = host.WithToken(await host.Visitor().TokenAsync(person.Email!, People.GoodPassword));
        var seen = await client.IfMatchAsync("/api/v1/people/me");

        Assert.Equal(204, (int)(await client.ApiAsync(HttpMethod.Patch, "/api/v1/people/me", new { name = "Nytt Namn", language = "sv" }, seen)).StatusCode);
        Assert.Equal(412, (int)(await client.ApiAsync(HttpMethod.Patch, "/api/v1/people/me", new { name = "Annat Namn", language = "sv" }, seen)).StatusCode);
    }

    private static async Task<int> StatusAsync(Visitor client) => (int)(await client.ApiAsync(HttpMethod.Get, "/api/v1/people/me")).StatusCode;
}
