using System.Reflection;
using IdeSluss.Platform.Composition;
using IdeSluss.Sdk.Composition;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Platform.Plugins;

/// <summary>
/// Takes one plugin from its folder to being part of the host, step by step. A step that throws ends the way with its name and reason; only after the last
/// step is anything of the plugin added to <paramref name="accepted"/>. Isolation is for faults, not for security: a plugin is trusted code.
/// </summary>
/// <param name="shared">Assemblies with pages of our own, for the check of page paths.</param>
/// <param name="scratchServices">Builds a provider with the given contributions added; nothing is started in it.</param>
internal sealed class PluginLoading(
    IConfiguration configuration,
    Contributions accepted,
    IReadOnlyList<Assembly> shared,
    Func<Contributions, IMunicipalityPlugin?, IServiceProvider> scratchServices)
{
    public LoadedPlugin Load(string root, string slug, bool isMunicipality)
    {
        PluginFolder? folder = null;
        PluginVersions? versions = null;
        Assembly? assembly = null;
        IPlugin? plugin = null;
        Contributions? own = null;
        PluginStep? reached = null;
        PluginStep? failedAt = null;
        IReadOnlyList<string> reasons = [];

        Step(PluginStep.Found, () => folder = PluginFolder.Find(root, slug));
        Step(PluginStep.VersionsRead, () =>
        {
            versions = folder!.ReadVersions();
            Refuse(versions.Misfits());
        });
        Step(PluginStep.Loaded, () =>
        {
            assembly = new PluginLoadContext(folder!.MainAssembly).LoadFromAssemblyPath(folder.MainAssembly);
            _ = assembly.GetTypes();
        });
        Step(PluginStep.MembersResolved, () => Refuse(PluginMembers.Missing(assembly!)));
        Step(PluginStep.Created, () => plugin = Create(assembly!, slug, isMunicipality));
        Step(PluginStep.Composed, () => own = ContributionBuilder.Compose(new(plugin!.Slug, assembly!, null, plugin), configuration));
        Step(PluginStep.Validated, () => Refuse(ErrorsOf(own!, assembly!, plugin!, isMunicipality)));
        Step(PluginStep.Mapped, () =>
        {
            using var services = (IDisposable)scratchServices(own!, isMunicipality ? (IMunicipalityPlugin)plugin! : null);
            Refuse(PluginEndpoints.Check(plugin!, (IServiceProvider)services));
        });
        Step(PluginStep.Active, () => accepted.Add(own!));

        var status = new PluginStatus(slug, versions?.Version ?? "", isMunicipality, folder?.Path, reached, failedAt, reasons, own is null ? [] : Describe(own, assembly!));
        return new(status, failedAt is null ? plugin : null);

        void Step(PluginStep step, Action take)
        {
            if (failedAt is not null) return;
            try
            {
                take();
                reached = step;
            }
            catch (Exception error)
            {
                // An isolation point: whatever a plugin does wrong becomes its status.
                failedAt = step;
                reasons = ReasonsOf(error);
            }
        }
    }

    private List<string> ErrorsOf(Contributions own, Assembly assembly, IPlugin plugin, bool isMunicipality)
    {
        var all = new Contributions();
        all.Add(accepted);
        all.Add(own);
        return
        [
            .. ContributionChecks.CheckNames(own, accepted),
            .. ContributionChecks.CheckContents(own, all),
            .. isMunicipality ? ContributionChecks.CheckMunicipality((IMunicipalityPlugin)plugin) : [],
            .. PluginPages.Errors(assembly, shared.Concat(accepted.Contributors.Select(contributor => contributor.Assembly)).Distinct(), own.SlotFills.Select(fill => fill.PartialView)),
        ];
    }

    private static IPlugin Create(Assembly assembly, string slug, bool isMunicipality)
    {
        var types = assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && typeof(IPlugin).IsAssignableFrom(type)).ToList();
        if (types.Count != 1) throw new PluginException($"{assembly.GetName().Name} has {types.Count} classes that implement IPlugin; exactly one is the plugin.");
        var plugin = (IPlugin)Activator.CreateInstance(types[0], nonPublic: true)!;
        if (plugin.Slug != slug) throw new PluginException($"it calls itself '{plugin.Slug}', but lies in the folder '{slug}'.");
        if (isMunicipality && plugin is not IMunicipalityPlugin) throw new PluginException($"{types[0].Name} is no municipality: it does not implement IMunicipalityPlugin.");
        return plugin;
    }

    private static void Refuse(IEnumerable<string> errors)
    {
        var found = errors.ToList();
        if (found.Count > 0) throw new PluginException(found);
    }

    private static IReadOnlyList<string> ReasonsOf(Exception error) => error switch
    {
        PluginException known => known.Reasons,
        ReflectionTypeLoadException types => [.. types.LoaderExceptions.OfType<Exception>().Select(inner => inner.Message).Distinct()],
        TargetInvocationException { InnerException: { } inner } => ReasonsOf(inner),
        RegistrationException registration => registration.Errors,
        _ => [$"{error.GetType().Name}: {error.Message}"],
    };

    private static List<PluginContribution> Describe(Contributions own, Assembly assembly)
    {
        IEnumerable<PluginContribution> all =
        [
            new("Behörigheter", [.. own.Permissions.Select(permission => permission.Code)]),
            new("Formulär", [.. own.Forms.Select(form => $"{form.Title} v{form.Version}")]),
            new("Arbetsflöden", [.. own.Workflows.Select(workflow => $"{workflow.Name} v{workflow.Version}"), .. own.Variants.Select(variant => $"{variant.Name} v{variant.Version}")]),
            new("Platser på sidor", [.. own.SlotFills.Select(fill => fill.SlotName).Distinct()]),
            new("Händelser", [.. own.Events.Select(item => item.Name)]),
            new("Lyssnar på", [.. own.Subscriptions.Select(item => item.EventName).Distinct()]),
            new("Schemalagda jobb", [.. own.Jobs.Select(job => job.Key)]),
            new("Databasscheman", [.. own.Databases.Select(_ => "plugin_" + own.Contributors[0].Name)]),
            new("Sidor", [.. PluginPages.PathsIn(assembly).Where(path => !Path.GetFileName(path).StartsWith('_'))]),
        ];
        return [.. all.Where(contribution => contribution.Names.Count > 0)];
    }
}

/// <param name="Plugin">Null when it failed.</param>
internal sealed record LoadedPlugin(PluginStatus Status, IPlugin? Plugin);
