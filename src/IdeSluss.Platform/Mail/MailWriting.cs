using System.Text;
using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Composition;
using MimeKit;

namespace IdeSluss.Platform.Mail;

/// <summary>Makes the message that leaves. Its Message-ID follows from the row, so that a repeat after a crash is recognised as one.</summary>
internal sealed class MailWriting(PlatformDataOptions options, InstanceInfo? instance = null)
{
    public MimeMessage Write(ClaimedMail mail)
    {
        var from = MailboxAddress.Parse(options.MailFrom);
        if (instance is not null) from.Name = instance.Branding.ServiceName;
        var message = new MimeMessage
        {
            MessageId = $"{mail.Id:N}@{from.Domain}",
            Date = mail.CreatedAt,
            Subject = mail.Subject,
            Body = new TextPart("plain") { Text = mail.Body, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(mail.To));
        // RFC 3834: holiday answers and the like must not reply to us.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        ((TextPart)message.Body).ContentType.Charset = Encoding.UTF8.WebName;
        return message;
    }
}
