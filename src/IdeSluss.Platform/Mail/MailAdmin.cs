using IdeSluss.Platform.Data;
using IdeSluss.Platform.Messaging;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Mail;

/// <param name="MaskedTo"><c>a***@example.se</c>: enough to recognise, not enough to learn.</param>
/// <param name="Body">Only in an instance with demo content that sends no real mail.</param>
internal sealed record MailLine(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset NotBefore, DateTimeOffset? SentAt, string Reference, string MaskedTo, string Subject, MailStatus Status, int Attempts, string? Error, string? Body);

/// <summary>The newest mail, for <c>/admin/utskick</c>. Scoped.</summary>
internal sealed class MailAdmin(PlatformDbContext context, PlatformDataOptions options, CurrentUser user, TimeProvider time, Wakes wakes)
{
    private const int PageSize = 50;

    /// <summary>True when mail becomes files under the data folder instead of leaving.</summary>
    public bool WritesFiles => options.Smtp is null;

    public string FileFolder => Path.Combine(options.DataFolder, "mail");

    /// <summary>Newest first; <paramref name="before"/> continues after the last line of the page before.</summary>
    public async Task<IReadOnlyList<MailLine>> NewestAsync(Guid? before, CancellationToken cancellationToken)
    {
        var showBody = options.Demo && WritesFiles;
        var rows = context.Set<MailRow>().AsNoTracking();
        // Ids are version 7: their order is that of time.
        if (before is { } last) rows = rows.Where(row => row.Id.CompareTo(last) < 0);
        return [.. (await rows.OrderByDescending(row => row.Id).Take(PageSize).ToListAsync(cancellationToken)).Select(row => new MailLine(
            row.Id, row.CreatedAt, row.NotBefore, row.SentAt, row.Reference, Mask(row.To), row.Subject, row.Status, row.Attempt, row.LastError, showBody ? row.Body : null))];
    }

    /// <summary>Tries a parked mail again. False when it is not parked any more.</summary>
    public async Task<bool> RetryAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await context.Set<MailRow>().FirstOrDefaultAsync(mail => mail.Id == id && mail.Status == MailStatus.Parked, cancellationToken);
        if (row is null) return false;
        row.Status = MailStatus.Queued;
        row.Attempt = 0;
        row.NotBefore = time.GetUtcNow();
        context.Audit(new("platform.mail-retried", "mail", row.Id, user.Id));
        await context.SaveChangesAsync(cancellationToken);
        wakes.Committed();
        return true;
    }

    public static string Mask(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 1 ? "***" : $"{address[0]}***{address[at..]}";
    }
}
