using System.Globalization;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

[OpenToAll("numbers of ideas under way, without any text or person")]
internal sealed class SluiceModel(PublicSluice sluice) : IdeSlussPageModel
{
    public PublicSluiceView Sluice { get; private set; } = null!;

    public bool Empty => Sluice.Stages.All(stage => stage.Count == 0);

    public IReadOnlyList<SluiceMapKind> Kinds => [.. SluiceBands.Ages.Select(band => band.Kind(Texts))];

    public IReadOnlyList<SluiceMapStage> Chambers => [.. Sluice.Stages.Select(stage => new SluiceMapStage(Texts[stage.Name], stage.Ages, Shown(stage)))];

    public string Shown(PublicStage stage) => stage.Count?.ToString(CultureInfo.InvariantCulture) ?? Texts["1–4"];

    /// <summary>One cell per band also where nothing is told.</summary>
    public static IEnumerable<string> AgesOf(PublicStage stage) =>
        stage.Ages.Count > 0 ? stage.Ages.Select(count => count.ToString(CultureInfo.InvariantCulture)) : SluiceBands.Ages.Select(_ => "–");

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sluice = await sluice.ReadAsync(cancellationToken);
}
