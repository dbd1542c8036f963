using System.Security.Cryptography;
using System.Text.Json;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.DataProtection;

namespace IdeSluss.Evaluation.Features.Evaluation.Profiles;

/// <summary>How voluntary answers are sealed, and the links by which somebody may answer.</summary>
internal sealed class SealedProfiles(IInstanceSecret secret, IDataProtectionProvider protection)
{
    private static readonly TimeSpan LinkTime = TimeSpan.FromDays(30);

    /// <summary>One for each idea or person, so that a second answer takes the place of the first; it leads back to nobody without the instance's secret.</summary>
    public Guid IdOf(ProfileKind kind, Guid subject) => new(secret.Derive($"evaluation.profile.{kind}", subject.ToByteArray()).AsSpan(0, 16));

    public byte[] Seal(ProfileAnswers answers) => protection.CreateProtector("evaluation", "profile").Protect(JsonSerializer.SerializeToUtf8Bytes(answers));

    /// <summary>Null when it cannot be opened any more.</summary>
    public ProfileAnswers? Open(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<ProfileAnswers>(protection.CreateProtector("evaluation", "profile").Unprotect(content));
        }
        catch (CryptographicException)
        {
            // The key is gone: nobody can read it, and it is forgotten with the others.
            return null;
        }
    }

    public string LinkFor(Guid idea) => Links.Protect(idea.ToString("N"), LinkTime);

    /// <summary>Null when it is no link of ours, or too old.</summary>
    public Guid? IdeaOf(string? link)
    {
        if (link is not { Length: > 0 and < 1_000 }) return null;
        try
        {
            return Guid.TryParseExact(Links.Unprotect(link), "N", out var idea) ? idea : null;
        }
        catch (CryptographicException)
        {
            // Typed by hand, from another instance, or too old.
            return null;
        }
    }

    private ITimeLimitedDataProtector Links => protection.CreateProtector("evaluation", "profile-link").ToTimeLimitedDataProtector();
}
