using System.Security.Cryptography;
using System.Text.Json;
using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Evaluation.Features.Evaluation.Trust;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

internal sealed record CodebookTable(string Code, string Name, IReadOnlyList<string> Dimensions);

internal sealed record CodebookDimension(string Code, string Name, IReadOnlyList<PartName> Parts);

/// <summary>What every column and code of an export means. An export is made for one version of it and for no other.</summary>
/// <param name="Version">Follows from the content: another content is another version.</param>
internal sealed record Codebook(string Version, IReadOnlyList<Indicator> Indicators, IReadOnlyList<CodebookTable> Tables, IReadOnlyList<CodebookDimension> Dimensions);

internal sealed class WriteCodebook(StatisticsNames names)
{
    private static readonly string[] Divided =
    [
        Dimensions.Area, Dimensions.Submitter, Dimensions.Channel, Dimensions.Language, Dimensions.Sex, Dimensions.Age, Dimensions.Role, Dimensions.Gate, Dimensions.Stage, Dimensions.Majority, Dimensions.Adapted, Dimensions.Outcome,
        Dimensions.Nature, Dimensions.Benefit, .. TrustForm.Questions.Select(question => question.Dimension), .. BarometerForm.Divided,
    ];

    public async Task<Codebook> OfTodayAsync(CancellationToken cancellationToken)
    {
        var dimensions = new List<CodebookDimension>();
        foreach (var dimension in Divided) dimensions.Add(new(dimension, StatisticsWords.Dimension(dimension), await names.OfAsync(dimension, cancellationToken)));
        // Authorities and units have pseudonyms of the agreement instead of names.
        foreach (var dimension in new[] { Dimensions.Authority, Dimensions.Unit }) dimensions.Add(new(dimension, StatisticsWords.Dimension(dimension), []));
        var book = new Codebook("", Indicator.All, [.. ResearchTable.All.Select(table => new CodebookTable(table.Code, table.Name, table.Dimensions))], dimensions);
        return book with { Version = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(book)))[..12] };
    }
}
