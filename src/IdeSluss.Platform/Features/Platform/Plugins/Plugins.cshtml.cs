using IdeSluss.Platform.Hosting;
using IdeSluss.Platform.Plugins;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Platform.Features.Platform.Plugins;

[RequirePermission(PlatformPermissions.ReadPlugins)]
internal sealed class PluginsModel(PluginReport report) : IdeSlussPageModel
{
    public PluginReport Report => report;
}

/// <summary>The steps in words, keys of their translations.</summary>
internal static class PluginSteps
{
    public static string NameOf(PluginStep step) => step switch
    {
        PluginStep.Found => "hitta",
        PluginStep.VersionsRead => "läsa versioner",
        PluginStep.Loaded => "ladda",
        PluginStep.MembersResolved => "kontrollera att allt det använder finns",
        PluginStep.Created => "skapa",
        PluginStep.Composed => "deklarera",
        PluginStep.Validated => "kontrollera deklarationerna",
        PluginStep.Mapped => "kontrollera adresserna",
        PluginStep.Active => "ta i bruk",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };
}
