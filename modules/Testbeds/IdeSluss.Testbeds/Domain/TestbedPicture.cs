using IdeSluss.Sdk.Data;

namespace IdeSluss.Testbeds.Domain;

/// <summary>A picture of a test bed. The first stands in the catalogue too; the bytes are in the file store.</summary>
internal sealed class TestbedPicture : IVersioned
{
    public const int MostPerTestbed = 12;

    public required Guid Id { get; init; }
    public required Guid TestbedId { get; init; }
    public required Guid FileId { get; init; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public required string Description { get; set; }

    /// <summary>In which order they are shown, from the lowest.</summary>
    public required int Place { get; set; }

    // Of the file, which never changes: a page then knows how much room it takes without asking for it.
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public int Version { get; set; }
}
