using IdeSluss.People.Demo;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.People.Tests.Accounts;

public class LogInTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_right_password_opens_and_the_cookie_is_kept_from_scripts()
    {
        using var visitor = host.Visitor();

        var page = await visitor.LogInAsync(Personas.AddressOf(Personas.Coach), DemoPeople.Password);

        Assert.Equal("/arbete", page.Address.Split('?')[0]);
        var cookie = Assert.Single(visitor.Cookies.GetAllCookies(), cookie => cookie.Name == "idesluss.inloggad");
        Assert.True(cookie.HttpOnly);
    }

    [Fact]
    public async Task Every_refusal_has_the_same_words()
    {
        var person = await host.NewPersonAsync();
        using var visitor = host.Visitor();

        var unknown = await visitor.LogInAsync(People.NewAddress(), People.GoodPassword);
        var wrong = await visitor.LogInAsync(person.Email!, "inte rätt lösenord");

        Assert.Equal(422, unknown.StatusCode);
        Assert.Equal(422, wrong.StatusCode);
        Assert.StartsWith("Fel:", wrong.Title, StringComparison.Ordinal);
        Assert.Equal(unknown.Text, wrong.Text);
        Assert.False(wrong.IsLoggedIn());
    }

    [Fact]
    public async Task Five_wrong_attempts_lock_the_account_also_for_the_right_password()
    {
        var person = await host.NewPersonAsync();
        using var visitor = host.Visitor();
        for (var i = 0; i < 5; i++) await visitor.LogInAsync(person.Email!, "inte rätt lösenord");

        var page = await visitor.LogInAsync(person.Email!, People.GoodPassword);

        Assert.Equal(422, page.StatusCode);
        Assert.False(page.IsLoggedIn());
    }

    [Fact]
    public async Task Forty_guesses_at_once_are_still_only_five()
    {
        var person = await host.NewPersonAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var visitor = host.Visitor();
            // The right password comes last: whoever gets to try it has had more than five tries if it opens.
            return (int)(await visitor.ApiAsync(HttpMethod.Post, "/api/v1/people/token", new { email = person.Email, password = $"gissning nummer {i}" })).StatusCode;
        }));

        Assert.All(answers, status => Assert.Equal(422, status));
        Assert.NotNull((await host.PersonAsync(person.Email!)).LockoutEnd);
    }

    [Fact]
    public async Task The_right_password_forgets_earlier_mistakes()
    {
        var person = await host.NewPersonAsync();
        using var visitor = host.Visitor();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) await visitor.LogInAsync(person.Email!, "inte rätt lösenord");
            Assert.True((await visitor.LogInAsync(person.Email!, People.GoodPassword)).IsLoggedIn());
            await visitor.PostFormAsync("/logga-ut", new { });
        }
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_return_address_on_another_site_is_ignored(string returnUrl)
    {
        using var visitor = host.Visitor();

        var page = await visitor.PostFormAsync("/logga-in?returnUrl=" + Uri.EscapeDataString(returnUrl), new { Email = Personas.AddressOf(Personas.Employee), Password = DemoPeople.Password });

        Assert.Equal("/mina-ideer", page.Address.Split('?')[0]);
    }

    [Fact]
    public async Task One_comes_back_to_the_page_one_asked_for()
    {
        using var visitor = host.Visitor();
        var asked = await visitor.GetAsync("/konto");
        Assert.StartsWith("/logga-in", asked.Address, StringComparison.Ordinal);

        var page = await visitor.SubmitAsync(asked, new { Email = Personas.AddressOf(Personas.Resident), Password = DemoPeople.Password });

        Assert.Equal("/konto", page.Address);
    }

    [Theory]
    [InlineData("/logga-in")]
    [InlineData("/logga-ut")]
    [InlineData("/glomt-losenord")]
    [InlineData("/skapa-konto")]
    public async Task A_forged_form_is_refused(string address)
    {
        using var visitor = host.Visitor();

        var page = await visitor.PostRawAsync(address, ("Input.Email", "coach@demo.example"), ("Input.Password", DemoPeople.Password), ("__RequestVerificationToken", "forged"));

        Assert.Equal(400, page.StatusCode);
        Assert.DoesNotContain(visitor.Cookies.GetAllCookies(), cookie => cookie.Name == "idesluss.inloggad");
    }

    [Theory]
    [InlineData("")]
    [InlineData("' or 1=1 --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\ud83d\ude00 giella \u0161\u0161")]
    public async Task Strange_input_gets_an_ordinary_answer(string typed)
    {
        using var visitor = host.Visitor();

        var page = await visitor.LogInAsync(typed, typed);

        Assert.Equal(422, page.StatusCode);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logging_out_ends_the_session_of_this_browser()
    {
        using var visitor = await host.LogInAsAsync(Personas.Coach);

        await visitor.PostFormAsync("/logga-ut", new { });

        Assert.StartsWith("/logga-in", (await visitor.GetAsync("/konto")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_with_protected_identity_are_told_before_any_field()
    {
        using var visitor = host.Visitor();
        foreach (var address in new[] { "/logga-in", "/skapa-konto", "/glomt-losenord" })
        {
            var html = (await visitor.GetAsync(address)).Html;
            var notice = html.IndexOf("skyddad", StringComparison.OrdinalIgnoreCase);
            Assert.InRange(notice, 0, html.IndexOf("<input", StringComparison.OrdinalIgnoreCase));
        }
    }
}
