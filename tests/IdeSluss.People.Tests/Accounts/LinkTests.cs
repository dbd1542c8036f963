using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.People.Tests.Accounts;

public class LinkTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Asking_for_a_new_password_is_answered_the_same_whether_there_is_an_account()
    {
        var person = await host.NewPersonAsync();
        await ForgetLastLinkAsync(person.Email!);
        using var visitor = host.Visitor();

        var known = await visitor.PostFormAsync("/glomt-losenord", new { Email = person.Email });
        var unknown = await visitor.PostFormAsync("/glomt-losenord", new { Email = People.NewAddress() });

        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(known.Address, unknown.Address);
        Assert.Equal(known.Text, unknown.Text);
        await host.Mails.ArrivedAsync(person.Email!, "nytt lösenord");
    }

    [Fact]
    public async Task The_link_to_reset_works_once_and_ends_sessions()
    {
        var person = await host.NewPersonAsync();
        await ForgetLastLinkAsync(person.Email!);
        using var browser = host.Visitor();
        await browser.LogInAsync(person.Email!, People.GoodPassword);
        using var visitor = host.Visitor();
        await visitor.PostFormAsync("/glomt-losenord", new { Email = person.Email });
        var link = await host.LinkToAsync(person.Email!, "aterstall-losenord");

        var tooShort = await visitor.PostFormAsync(link, new { Password = "kort" });
        Assert.Equal(422, tooShort.StatusCode);
        var done = await visitor.PostFormAsync(link, new { Password = "helt andra ord nu" });

        Assert.True(done.Says("Ditt nya lösenord gäller nu"), done.Text);
        Assert.True((await visitor.GetAsync(link)).Says("Länken gäller inte längre"));
        Assert.StartsWith("/logga-in", (await browser.GetAsync("/konto")).Address, StringComparison.Ordinal);
        Assert.True((await browser.LogInAsync(person.Email!, "helt andra ord nu")).IsLoggedIn());
    }

    [Fact]
    public async Task Asking_again_and_again_sends_one_mail()
    {
        var person = await host.NewPersonAsync();
        await ForgetLastLinkAsync(person.Email!);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var visitor = host.Visitor();
            await visitor.ApiAsync(HttpMethod.Post, "/api/v1/people/password-reset", new { email = person.Email });
        }));

        await host.MessagesSettledAsync();
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from mail.message where \"to\" = $1 and body like '%aterstall-losenord%'", person.Email!));
    }

    [Theory]
    [InlineData("/inbjudan")]
    [InlineData("/inbjudan?id=0199a7c41f0070008000000000000001&kod=hej")]
    [InlineData("/inbjudan?id=inte-ett-id&kod=%F0%9F%98%80")]
    [InlineData("/aterstall-losenord?id=0199a7c41f0070008000000000000001&kod=hej")]
    public async Task A_broken_link_says_so(string link)
    {
        using var visitor = host.Visitor();

        Assert.True((await visitor.GetAsync(link)).Says("Länken gäller inte längre"));
    }

    [Fact]
    public async Task An_invited_person_chooses_name_and_password_once_and_is_logged_in()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var email = People.NewAddress();
        var invited = await administrator.PostFormAsync("/admin/behorigheter/bjud-in", new { Email = email, Name = "Inbjuden Person", Title = "enhetschef" });
        Assert.True(invited.Says("Inbjudan är på väg"), invited.Text);
        var link = await host.LinkToAsync(email);
        using var visitor = host.Visitor();
        Assert.Equal(422, (await visitor.LogInAsync(email, People.GoodPassword)).StatusCode);

        var page = await visitor.PostFormAsync(link, new { Name = "Eget Namn", Password = People.GoodPassword });

        Assert.True(page.IsLoggedIn(), page.Text);
        Assert.Equal("Eget Namn", (await host.PersonAsync(email)).DisplayName);
        Assert.True((await host.Visitor().GetAsync(link)).Says("Länken gäller inte längre"));
    }

    [Fact]
    public async Task A_resident_makes_an_account_that_works_first_when_the_address_is_confirmed()
    {
        var email = People.NewAddress();
        using var visitor = host.Visitor();

        var sent = await visitor.PostFormAsync("/skapa-konto", new { Email = email, Name = "Ny Invånare" });
        Assert.True(sent.Says("Titta i din e-post"), sent.Text);
        var page = await visitor.PostFormAsync(await host.LinkToAsync(email), new { Password = People.GoodPassword });

        Assert.True(page.IsLoggedIn(), page.Text);
        Assert.Empty((await host.PersonAsync(email)).Assignments);
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_answer_and_a_mail_that_says_so()
    {
        var person = await host.NewPersonAsync();
        await ForgetLastLinkAsync(person.Email!);
        using var visitor = host.Visitor();

        var taken = await visitor.PostFormAsync("/skapa-konto", new { Email = person.Email!.ToUpperInvariant(), Name = "Någon Annan" });
        var free = await visitor.PostFormAsync("/skapa-konto", new { Email = People.NewAddress(), Name = "Någon Annan" });

        Assert.Equal(free.Text, taken.Text);
        await host.Mails.ArrivedAsync(person.Email!, "redan ett konto");
        Assert.Equal("Prov Person", (await host.PersonAsync(person.Email!)).DisplayName);
    }

    [Fact]
    public async Task A_hundred_at_once_with_the_same_address_make_one_account_and_one_mail()
    {
        var email = People.NewAddress();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            using var visitor = host.Visitor();
            return (int)(await visitor.ApiAsync(HttpMethod.Post, "/api/v1/people/accounts", new { email = i % 2 == 0 ? email : email.ToUpperInvariant(), name = $"Person {i}" })).StatusCode;
        }));

        Assert.All(answers, status => Assert.Equal(202, status));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from people.person where normalized_email = $1", email.ToUpperInvariant()));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from mail.message where lower(\"to\") = $1", email));
    }

    [Fact]
    public async Task Nothing_about_accounts_is_written_to_the_log()
    {
        var email = People.NewAddress();
        using var visitor = host.Visitor();
        await visitor.PostFormAsync("/skapa-konto", new { Email = email, Name = "Loggfri Person" });
        await visitor.PostFormAsync(await host.LinkToAsync(email), new { Password = People.GoodPassword });

        Assert.DoesNotContain(host.Logs.Entries, entry => entry.Contains(email) || entry.Contains("Loggfri"));
    }

    /// <summary>The invitation was a link too; its pause is not what these tests are about.</summary>
    private Task ForgetLastLinkAsync(string email) => host.Database.ExecuteAsync($"update people.person set link_sent_at = null where email = '{email}'");
}
