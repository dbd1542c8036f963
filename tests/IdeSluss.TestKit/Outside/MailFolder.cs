using MimeKit;

namespace IdeSluss.TestKit.Outside;

/// <summary>The mails that a host without a mail server writes as <c>.eml</c> files below its data folder.</summary>
public sealed class MailFolder(string dataFolder)
{
    public IReadOnlyList<string> Files =>
        Directory.Exists(dataFolder) ? [.. Directory.EnumerateFiles(dataFolder, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<MimeMessage> All => [.. Files.Select(file => MimeMessage.Load(file)).OrderBy(mail => mail.Date)];

    public IReadOnlyList<MimeMessage> To(string address) =>
        [.. All.Where(mail => mail.To.Mailboxes.Any(mailbox => string.Equals(mailbox.Address, address, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Waits for the newest mail to someone whose subject or body holds <paramref name="text"/>.</summary>
    public async Task<MimeMessage> ArrivedAsync(string to, string text = "")
    {
        MimeMessage? found = null;
        await Eventually.TrueAsync(
            () => (found = To(to).LastOrDefault(mail => (mail.Subject ?? "").Contains(text, StringComparison.OrdinalIgnoreCase) || (mail.TextBody ?? "").Contains(text, StringComparison.OrdinalIgnoreCase))) is not null,
            $"a mail to {to} with «{text}»");
        return found!;
    }
}
