using System.Diagnostics;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Messaging;
using IdeSluss.Platform.Telemetry;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace IdeSluss.Platform.Mail;

/// <summary>Sends what is due, at least once: a crash between sending and noting it repeats the mail with the same Message-ID.</summary>
internal sealed class MailSender(MailQueue queue, IMailTransport transport, MailWriting writing, Wakes wakes, ILogger<MailSender> log)
{
    private const int Batch = 10;

    /// <returns>How many were tried.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var tried = 0;
        while (await queue.ClaimAsync(Batch, cancellationToken) is { Count: > 0 } claimed)
        {
            await SendAsync(claimed, cancellationToken);
            tried += claimed.Count;
            wakes.Done.Beat();
        }

        return tried;
    }

    private async Task SendAsync(IReadOnlyList<ClaimedMail> claimed, CancellationToken cancellationToken)
    {
        var left = new Queue<ClaimedMail>(claimed);
        try
        {
            await using var batch = await transport.OpenAsync(cancellationToken);
            while (left.TryPeek(out var mail))
            {
                await SendOneAsync(batch, mail, cancellationToken);
                left.Dequeue();
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The way out is closed, for these and not for one alone.
            log.LogWarning("Mail cannot leave: {Error}", SafeError.Of(error));
            PlatformMetrics.Mail.Add(left.Count, PlatformMetrics.Outcome("failed"));
            foreach (var mail in left) await queue.FailedAsync(mail, SafeError.Of(error), hopeless: false, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            foreach (var mail in left) await queue.ReleaseAsync(mail);
            throw;
        }
    }

    private async Task SendOneAsync(IMailBatch batch, ClaimedMail mail, CancellationToken cancellationToken)
    {
        using var activity = PlatformMetrics.Spans.StartActivity("send mail", ActivityKind.Producer, mail.TraceParent);
        activity?.SetTag("idesluss.reference", mail.Reference);
        try
        {
            await batch.SendAsync(writing.Write(mail), mail.Id, cancellationToken);
        }
        catch (Exception error) when (error is SmtpCommandException or ParseException)
        {
            // This message was refused; the connection still serves the others. 5xx and an address that is none never get better.
            var hopeless = error is ParseException or SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 };
            activity?.SetStatus(ActivityStatusCode.Error, SafeError.Of(error));
            log.LogWarning("Mail {MailId} about {Reference} was refused on attempt {Attempt}: {Error}", mail.Id, mail.Reference, mail.Attempt, SafeError.Of(error));
            PlatformMetrics.Mail.Add(1, PlatformMetrics.Outcome("refused"));
            await queue.FailedAsync(mail, SafeError.Of(error), hopeless, cancellationToken);
            return;
        }

        PlatformMetrics.Mail.Add(1, PlatformMetrics.Outcome("sent"));
        // It has left: that must be noted even if the host is just stopping.
        await queue.SentAsync(mail, CancellationToken.None);
    }
}

/// <summary>Sends when woken, and every few seconds for mail that was held.</summary>
internal sealed class MailSenderService(MailSender sender, Wakes wakes, ReadOnlyMode readOnly, PlatformDataOptions options, TimeProvider time, ILogger<MailSenderService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var beat = wakes.Mail.Next;
            try
            {
                if (!readOnly.IsOn) await sender.SendDueAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The database may be away for a while: the sender must outlive that.
                log.LogError("Mail waits: {Error}", SafeError.Of(error));
            }

            await Pulse.WaitAsync(beat, options.Poll, time, stoppingToken);
        }
    }
}
