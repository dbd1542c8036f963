using Microsoft.AspNetCore.Identity;

namespace IdeSluss.People.Domain;

/// <summary>
/// An account: an employee, an elected member or a resident. Never deleted while decisions bear the name; deactivated instead.
/// Change it through its methods, so that <see cref="Version"/> follows what people edit and not what log-in counts (failed attempts, stamps).
/// </summary>
internal sealed class Person : IdentityUser<Guid>
{
    public const int LongestName = 120;
    public const int LongestEmail = 254;

    public required string DisplayName { get; set; }

    /// <summary>As printed after the name on a decision: <c>enhetschef, hemtjänsten norr</c>.</summary>
    public string? Title { get; set; }

    /// <summary>Preferred interface language as BCP 47.</summary>
    public string Language { get; set; } = "sv";

    public bool IsActive { get; set; } = true;

    /// <summary>Exists only to show the product; cannot log in unless the instance is a demo.</summary>
    public bool IsDemo { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeactivatedAt { get; set; }

    /// <summary>The last time a link to choose a password was mailed, so that a form that anyone can post cannot fill someone's mailbox.</summary>
    public DateTimeOffset? LinkSentAt { get; set; }

    /// <summary>Concurrency token and ETag of what administrators and the person edit.</summary>
    public int Version { get; set; }

    public List<RoleAssignment> Assignments { get; } = [];

    /// <summary>False until the link in the invitation or registration mail has been used.</summary>
    public bool HasChosenPassword => PasswordHash is not null;

    public static Person New(string email, string displayName, DateTimeOffset now, bool isDemo = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Email = email,
        UserName = email,
        DisplayName = displayName,
        CreatedAt = now,
        IsDemo = isDemo,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
        LockoutEnabled = true,
    };

    public void Describe(string displayName, string? title, string language)
    {
        DisplayName = displayName;
        Title = title;
        Language = language;
        Version++;
    }

    /// <summary>Ends every session at its next request: each request compares the stamp.</summary>
    public void EndSessions() => SecurityStamp = Guid.CreateVersion7().ToString("N");

    public void Deactivate(DateTimeOffset now)
    {
        IsActive = false;
        DeactivatedAt = now;
        EndSessions();
        Version++;
    }

    public void Reactivate()
    {
        IsActive = true;
        DeactivatedAt = null;
        Version++;
    }
}
