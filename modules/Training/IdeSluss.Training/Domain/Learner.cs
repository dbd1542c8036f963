using IdeSluss.Training.Contracts;

namespace IdeSluss.Training.Domain;

/// <summary>Someone who learns: with an account, or known from a list of elected members and staff. The e-mail address is what ties the two together.</summary>
internal sealed class Learner
{
    public const int LongestName = 200;
    public const int LongestEmail = 254;

    public required Guid Id { get; init; }

    /// <summary>The account; null for one who has none yet.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Lower case; unique.</summary>
    public required string Email { get; set; }
    public required string Name { get; set; }
    public string Language { get; set; } = "sv";

    /// <summary>Where they work or are elected, by their own or a list's word; whose manager approves.</summary>
    public Guid? AuthorityId { get; set; }
    public Guid? UnitId { get; set; }

    /// <summary>What a list says they are, beside what their roles say.</summary>
    public RoleTrack[] Tracks { get; set; } = [];

    /// <summary>False when the latest list no longer has them.</summary>
    public bool Listed { get; set; }
}
