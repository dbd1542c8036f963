using IdeSluss.Sdk.Data;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Platform.Features.Platform.Outgoing;

/// <summary>States of a mail in words, keys of their translations.</summary>
internal static class MailWords
{
    public static bool CanRetry(MailStatus status) => status == MailStatus.Parked;

    public static StatusKind KindOf(MailStatus status) => status switch
    {
        MailStatus.Sent => StatusKind.Success,
        MailStatus.Parked => StatusKind.Danger,
        _ => StatusKind.Neutral,
    };

    public static string NameOf(MailStatus status) => status switch
    {
        MailStatus.Queued => "Väntar",
        MailStatus.Sent => "Skickat",
        MailStatus.Cancelled => "Återtaget",
        MailStatus.Parked => "Har fastnat",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown state."),
    };
}
