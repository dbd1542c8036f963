using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Legal;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Platform.Features.Platform.LegalReferences;

/// <summary>Every law that the system cites, for whoever checks that it is right: what it says, when it holds, where it was read.</summary>
[RequirePermission(PlatformPermissions.ReadAdmin)]
internal sealed class LegalReferencesPageModel(IEnumerable<LegalReference> laws) : IdeSlussPageModel
{
    /// <summary>By name and place, what follows a law that moved below it.</summary>
    public IReadOnlyList<LegalReference> Laws { get; } = LegalReferenceList.Of(laws);
}

internal static class LegalReferenceList
{
    public static IReadOnlyList<LegalReference> Of(IEnumerable<LegalReference> laws) =>
        [.. laws.GroupBy(law => law.Code).OrderBy(group => group.Last().Citation, StringComparer.CurrentCulture).SelectMany(group => group.OrderBy(law => law.From))];
}
