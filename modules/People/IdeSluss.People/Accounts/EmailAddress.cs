using System.Net.Mail;
using IdeSluss.People.Domain;

namespace IdeSluss.People.Accounts;

internal static class EmailAddress
{
    /// <summary>The address as typed, trimmed; null when no mail can go there.</summary>
    public static string? Parse(string? text)
    {
        var trimmed = text?.Trim();
        return trimmed is { Length: > 0 and <= Person.LongestEmail }
            && !trimmed.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
            && MailAddress.TryCreate(trimmed, out var address)
            // "Name <address>" is an address too for MailAddress; here only the bare one is.
            && address.Address == trimmed
            && address.Host.Contains('.', StringComparison.Ordinal)
                ? trimmed
                : null;
    }
}
