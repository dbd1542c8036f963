using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

/// <summary>Similar ideas as a page shows them: first those that may be the same, then those that have words in common.</summary>
/// <param name="InNewTab">So that what someone is writing stays where it is.</param>
/// <param name="CanMerge">With a button that chooses an open one to merge with.</param>
internal sealed record SimilarList(IReadOnlyList<SimilarIdea> Ideas, SimilarPlace Place, bool InNewTab = false, bool CanMerge = false)
{
    public static SimilarList None { get; } = new([], SimilarPlace.Writing);

    /// <summary>While someone writes there are only those that may be the same, and no heading to read past.</summary>
    public IEnumerable<(string? Heading, IReadOnlyList<SimilarIdea> Ideas)> Groups =>
        new (string? Heading, IReadOnlyList<SimilarIdea> Ideas)[]
        {
            (Place == SimilarPlace.Writing ? null : "Kan vara samma sak", [.. Ideas.Where(idea => idea.Same)]),
            ("Har några ord gemensamt", [.. Ideas.Where(idea => !idea.Same)]),
        }.Where(group => group.Ideas.Count > 0);

    public string AddressOf(SimilarIdea idea) => $"/liknande/{idea.CaseNumber}?plats={Place}";
}
