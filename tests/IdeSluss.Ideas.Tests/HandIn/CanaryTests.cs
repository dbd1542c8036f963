using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Ideas.Tests.HandIn;

public sealed class CanaryTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task What_is_typed_into_any_field_is_in_no_log_trace_mail_or_public_page()
    {
        using var canary = new Canary();
        using var visitor = host.Visitor();
        var c = canary.Text;
        var receipt = await HandInTests.SendAsync(visitor, $"Idé {c}", ("Title", c), ("WhoHasNeed", c), ("Place", c), ("Name", c), ("Email", $"{c[..30]}@exempel.example"), ("Telephone", c[..40]), ("Address", c), ("AnswerWay", "Email"));
        // Wrong input too: errors are what most often ends in a log.
        await visitor.PostFormAsync("/lamna-ide", [("Text", c + new string('x', 20_001)), ("Email", c)]);
        await visitor.PostRawAsync("/lamna-ide", ("Input.Text", c));
        await visitor.PostFormAsync("/folj", new { Code = c });
        using var api = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = c, area = c });
        using var broken = await visitor.Http.PostAsync("/api/v1/ideas/ideas", new StringContent("{ \"text\": \"" + c, System.Text.Encoding.UTF8, "application/json"));
        var own = await visitor.PostFormAsync("/folj", new { Code = HandInTests.CodeIn(receipt) });
        Assert.True(canary.Holds(own.Html), "the submitter reads their own words");
        await visitor.SubmitAsync(own, new { Text = $"Mer {c}" });
        await host.MessagesSettledAsync();

        Assert.Empty(canary.LeaksFrom(host));
        using var other = host.Visitor();
        foreach (var address in new[] { "/", "/ideer", $"/ideer/{HandInTests.NumberOf(receipt)}", $"/kvitto/{HandInTests.NumberOf(receipt)}", "/api/v1/ideas/ideas", $"/api/v1/ideas/ideas/{HandInTests.NumberOf(receipt)}", "/folj", "/folj/arende", "/lamna-ide" })
            Assert.False(canary.Holds((await other.GetAsync(address)).Html), address);
    }

    [Fact]
    public async Task No_event_and_no_audit_entry_carries_what_someone_wrote()
    {
        using var canary = new Canary();
        using var visitor = host.Visitor();
        await HandInTests.SendAsync(visitor, canary.Text);
        Assert.Equal(0, await host.Database.QueryAsync<long>("select (select count(*) from messaging.event where payload::text like '%' || $1 || '%') + (select count(*) from audit.entry where facts::text like '%' || $1 || '%')", canary.Text));
    }
}
