using System.Net;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.People.Tests.Accounts;

/// <summary>The language at the foot of the page goes with the account, so that mail and the next browser follow.</summary>
public sealed class RememberedLanguageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task One_who_is_logged_in_and_chooses_English_has_it_in_the_next_browser_and_in_mail()
    {
        var person = await host.NewPersonAsync();
        using var browser = host.Visitor();
        await browser.LogInAsync(person.Email!, People.GoodPassword);
        var page = await browser.PostFormAsync("/tillganglighet", new { }, "English");
        Assert.Equal("/tillganglighet", page.Address);
        Assert.Contains("<html lang=\"en\"", page.Html, StringComparison.Ordinal);

        using var other = host.Visitor();
        var start = await other.LogInAsync(person.Email!, People.GoodPassword);
        Assert.Contains("<html lang=\"en\"", start.Html, StringComparison.Ordinal);
        // Mail is written in the account's language.
        Assert.Equal("en", await host.Database.QueryAsync<string>("select language from people.person where id = $1", person.Id));
    }

    [Fact]
    public async Task A_post_from_another_site_does_not_change_it()
    {
        var person = await host.NewPersonAsync();
        using var browser = host.Visitor();
        await browser.LogInAsync(person.Email!, People.GoodPassword);
        var forged = await browser.PostRawAsync("/sprak", ("sprak", "en"), ("till", "/"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal("sv", await host.Database.QueryAsync<string>("select language from people.person where id = $1", person.Id));
    }

    [Fact]
    public async Task Anonymous_pages_choose_by_a_link_and_hold_no_form_for_it()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/tillganglighet");

        Assert.Contains("/sprak/en?till=%2Ftillganglighet", page.Links);
        Assert.DoesNotContain(page.Forms, form => form.Action == "/sprak");
    }
}
