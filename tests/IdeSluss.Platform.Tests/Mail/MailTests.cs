using IdeSluss.Platform.Data;
using IdeSluss.Platform.Mail;
using IdeSluss.Platform.Messaging;
using IdeSluss.Platform.Tests.Data;
using IdeSluss.Sdk.Data;
using IdeSluss.TestKit.Outside;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Xunit;

namespace IdeSluss.Platform.Tests.Mail;

public sealed class MailTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly SmtpServer server = new();
    private Instance instance = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => instance = await StartAsync(options => options with { Smtp = new("127.0.0.1", server.Port, null, null, UseTls: false), MailFrom = "ideslussen@example.se" });

    public async ValueTask DisposeAsync()
    {
        await instance.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_leaves_as_plain_text_with_swedish_letters_and_says_that_a_machine_sent_it()
    {
        var id = await SendAsync(instance, "åsa@example.se", "Tack för din idé 25IDE1", "Vi läser den senast tisdag.\n\nHälsningar från Piteå");

        await instance.Get<MailSender>().SendDueAsync(Token);

        var message = Assert.Single(server.Mails).Message;
        Assert.Equal("Tack för din idé 25IDE1", message.Subject);
        Assert.Equal("Vi läser den senast tisdag.\n\nHälsningar från Piteå", message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Null(message.HtmlBody);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal($"{id:N}@example.se", message.MessageId);
        Assert.Equal("Sent", await StatusAsync(id));
    }

    [Fact]
    public async Task A_repeat_after_a_crash_has_the_same_message_id()
    {
        var id = await SendAsync(instance);
        await instance.Get<MailSender>().SendDueAsync(Token);
        // The host died between sending and noting it; its lease runs out.
        await instance.SqlAsync($"update mail.message set status = 'Queued', leased_until = '{time.GetUtcNow().AddMinutes(5):O}' where id = '{id}'");

        Assert.Equal(0, await instance.Get<MailSender>().SendDueAsync(Token));
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await instance.Get<MailSender>().SendDueAsync(Token));

        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Select(mail => mail.Message.MessageId).Distinct());
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_mail_once()
    {
        for (var i = 0; i < 40; i++) await SendAsync(instance);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => instance.Get<MailSender>().SendDueAsync(Token)));

        Assert.Equal(40, server.Mails.Select(mail => mail.Message.MessageId).Distinct().Count());
        Assert.Equal(40, server.Mails.Count);
    }

    [Fact]
    public async Task A_held_mail_waits_can_be_taken_back_and_can_be_sent_at_once()
    {
        var hold = time.GetUtcNow().AddMinutes(10);
        var (taken, early, late) = (await SendAsync(instance, notBefore: hold), await SendAsync(instance, notBefore: hold), await SendAsync(instance, notBefore: hold));
        Assert.Equal(0, await instance.Get<MailSender>().SendDueAsync(Token));

        await instance.InScopeAsync(async context =>
        {
            Assert.True(await context.CancelMailAsync(taken, time.GetUtcNow(), Token));
            await context.SendMailNowAsync(early, time.GetUtcNow(), Token);
            await context.SaveChangesAsync(Token);
        });
        Assert.Equal(1, await instance.Get<MailSender>().SendDueAsync(Token));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await instance.Get<MailSender>().SendDueAsync(Token));

        Assert.Equal(("Cancelled", "Sent", "Sent"), (await StatusAsync(taken), await StatusAsync(early), await StatusAsync(late)));
        await instance.InScopeAsync(async context => Assert.False(await context.CancelMailAsync(late, time.GetUtcNow(), Token)));
    }

    [Fact]
    public async Task A_busy_server_is_tried_again_later_and_the_other_mails_still_leave()
    {
        var first = await SendAsync(instance);
        await SendAsync(instance);
        server.RefuseNext(1);

        await instance.Get<MailSender>().SendDueAsync(Token);
        Assert.Single(server.Mails);
        Assert.StartsWith("SMTP 451", (string?)await instance.SqlAsync($"select max(last_error) from mail.message"), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromSeconds(1));
        await instance.Get<MailSender>().SendDueAsync(Token);
        Assert.Equal(2, server.Mails.Count);
        Assert.Equal("Sent", await StatusAsync(first));
    }

    [Fact]
    public async Task Mail_waits_for_a_server_that_is_gone_for_a_day_and_leaves_within_half_an_hour_of_its_return()
    {
        int port;
        await using (var gone = new SmtpServer()) port = gone.Port;
        await using var cutOff = await StartAsync(options => options with { Smtp = new("127.0.0.1", port, null, null, UseTls: false) });
        for (var i = 0; i < 12; i++) await SendAsync(cutOff);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromDays(1); passed += TimeSpan.FromHours(1))
        {
            await cutOff.Get<MailSender>().SendDueAsync(Token);
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(12L, await cutOff.SqlAsync("select count(*) from mail.message where status = 'Queued' and attempt > 12"));
        await using var back = new SmtpServer(port);
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(12, await cutOff.Get<MailSender>().SendDueAsync(Token));
        Assert.Equal(12, back.Mails.Count);
    }

    [Fact]
    public async Task Mail_that_nobody_took_for_five_days_is_parked_and_an_administrator_can_try_again()
    {
        var id = await SendAsync(instance);
        await instance.SqlAsync($"update mail.message set attempt = {RetryPauses.MailAttempts - 1}");
        server.RefuseNext(1);
        await instance.Get<MailSender>().SendDueAsync(Token);

        await using var scope = instance.Services.CreateAsyncScope();
        var admin = scope.ServiceProvider.GetRequiredService<MailAdmin>();
        var line = Assert.Single(await admin.NewestAsync(null, Token));
        Assert.Equal((MailStatus.Parked, "a***@example.se"), (line.Status, line.MaskedTo));
        Assert.Null(line.Body);
        Assert.True(await admin.RetryAsync(id, Token));
        Assert.Equal("Queued", await StatusAsync(id));
        Assert.False(await admin.RetryAsync(id, Token));
        Assert.InRange(Enumerable.Range(1, RetryPauses.MailAttempts - 1).Sum(attempt => RetryPauses.AfterMail(attempt)!.Value.TotalDays), 4.9, 5.1);
    }

    [Fact]
    public async Task A_mail_written_while_the_clock_was_a_day_ahead_does_not_wait_for_that_day()
    {
        time.Advance(TimeSpan.FromDays(1));
        var id = await SendAsync(instance);
        var held = await SendAsync(instance, notBefore: time.GetUtcNow().AddMinutes(10));
        time.AdjustTime(time.GetUtcNow().AddDays(-1));
        await instance.Get<MailSender>().SendDueAsync(Token);
        Assert.Equal(("Sent", "Queued"), (await StatusAsync(id), await StatusAsync(held)));
    }

    [Fact]
    public async Task An_address_that_is_none_is_parked_at_once()
    {
        var id = await SendAsync(instance, to: "inte en adress");

        await instance.Get<MailSender>().SendDueAsync(Token);

        Assert.Equal("Parked", await StatusAsync(id));
    }

    [Fact]
    public async Task Without_a_mail_server_each_mail_becomes_one_file_and_demo_shows_the_body()
    {
        await using var demo = await StartAsync(options => options with { Demo = true });
        var id = await SendAsync(demo, body: "Hej på dig");
        await demo.Get<MailSender>().SendDueAsync(Token);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(demo.Get<PlatformDataOptions>().DataFolder, "mail")));
        Assert.Equal($"{id:N}.eml", Path.GetFileName(file));
        Assert.Equal("Hej på dig", (await MimeMessage.LoadAsync(file, Token)).TextBody!.Trim());
        await using var scope = demo.Services.CreateAsyncScope();
        Assert.Equal("Hej på dig", Assert.Single(await scope.ServiceProvider.GetRequiredService<MailAdmin>().NewestAsync(null, Token)).Body);
    }

    [Fact]
    public async Task The_list_continues_after_its_last_line()
    {
        for (var i = 0; i < 60; i++) await SendAsync(instance);

        await using var scope = instance.Services.CreateAsyncScope();
        var admin = scope.ServiceProvider.GetRequiredService<MailAdmin>();
        var first = await admin.NewestAsync(null, Token);
        var second = await admin.NewestAsync(first[^1].Id, Token);

        Assert.Equal((50, 10), (first.Count, second.Count));
        Assert.Equal(60, first.Concat(second).Select(line => line.Id).Distinct().Count());
    }

    private Task<Instance> StartAsync(Func<PlatformDataOptions, PlatformDataOptions> with) =>
        Instance.StartAsync(register: services => services.AddSingleton<TimeProvider>(time), with: with);

    private static async Task<Guid> SendAsync(Instance instance, string to = "anna@example.se", string subject = "Ärende", string body = "Hej", DateTimeOffset? notBefore = null) =>
        await instance.InScopeAsync(async context =>
        {
            var id = context.Send(new(to, subject, body, "25IDE1", notBefore));
            await context.SaveChangesAsync(Token);
            return id;
        });

    private Task<object?> StatusAsync(Guid id) => instance.SqlAsync($"select status from mail.message where id = '{id}'");
}
