using System.Reflection;
using Autofac;
using Autofac.Builder;
using Autofac.Extensions.DependencyInjection;
using IdeSluss.Platform.Api;
using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Features.Platform.Language;
using IdeSluss.Platform.Health;
using IdeSluss.Platform.Localization;
using IdeSluss.Platform.Pdf;
using IdeSluss.Platform.Plugins;
using IdeSluss.Platform.Telemetry;
using IdeSluss.Platform.Web;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Slots;
using IdeSluss.Sdk.Web;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Platform.Hosting;

/// <summary>Puts one host together: framework, platform, modules, then plugins against all of it.</summary>
internal sealed class HostAssembly(WebApplicationBuilder builder, IReadOnlyList<IModule> modules, HostOverrides? overrides)
{
    private static readonly Assembly[] Own = [typeof(IdeSlussPageModel).Assembly, typeof(HostAssembly).Assembly];

    private readonly PluginReport report = new();
    private Contributions contributions = new();
    private InstanceInfo? instance;

    private PlatformDataOptions DataOptions => field ??= PlatformDataOptions.From(builder.Configuration, builder.Environment.ContentRootPath);

    /// <summary>What the composed host can do beside serving.</summary>
    public CommandCatalogue Commands => new(contributions.Commands);

    /// <summary>What there is to set here, plugins included.</summary>
    public IReadOnlyList<Setting> Settings => [.. contributions.Settings.DistinctBy(setting => setting.Key)];

    public void Compose()
    {
        contributions = ModuleComposition.Compose([new PlatformModule(), .. modules], builder.Configuration);
        // Before anything reads them. Names that only a plugin may know are looked at when plugins are loaded.
        SettingChecks.CheckValues(builder.Configuration, contributions.Settings);
        // What ./idesluss built but did not publish is read from where it was built.
        Microsoft.AspNetCore.Hosting.WebHostBuilderExtensions.UseStaticWebAssets(builder.WebHost);
        builder.AddObservability();
        var parts = builder.AddWeb();
        builder.Services.AddApi();
        AddPlatformServices(builder.Services);
        var framework = builder.Services.ToList();
        LoadPlugins(framework);
        SettingChecks.CheckAll(builder.Configuration, contributions.Settings);

        builder.Services.Clear();
        foreach (var service in Assemble(framework, contributions)) builder.Services.Add(service);
        overrides?.Services?.Invoke(builder.Services);
        builder.Host.ConfigureContainer<ContainerBuilder>((_, container) =>
        {
            foreach (var register in contributions.Registrations) register(container);
            overrides?.Container?.Invoke(container);
        });
        PluginPages.Use(parts, [.. Own, .. contributions.Contributors.Select(contributor => contributor.Assembly)]);
    }

    /// <summary>Each contributor's API below its own name.</summary>
    public void MapApis(WebApplication app)
    {
        foreach (var contributor in contributions.Contributors)
        {
            var group = app.MapGroup($"{ApiPath.Root}/{contributor.Name}").WithTags(contributor.Name);
            ((IEndpointConventionBuilder)group).Finally(WithoutEmptyBodies);
            contributor.Module?.MapApi(group);
            contributor.Plugin?.MapApi(group);
        }

        ApiReference.Map(app);
        HealthApi.Map(app);
        ChooseLanguage.Map(app);
    }

    /// <summary>What is written at build time cannot know a service from a body and says of both that there may be one: a body of no type, which no description can show.</summary>
    private static void WithoutEmptyBodies(EndpointBuilder endpoint)
    {
        for (var i = endpoint.Metadata.Count - 1; i >= 0; i--)
            if (endpoint.Metadata[i] is IAcceptsMetadata { RequestType: null }) endpoint.Metadata.RemoveAt(i);
    }

    private void AddPlatformServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(report);
        services.AddSingleton<PluginFiles>();
        services.AddSingleton<IPluginFiles>(provider => provider.GetRequiredService<PluginFiles>());
        services.AddSingleton(_ => instance ?? throw new InvalidOperationException("The municipality's plugin is not loaded yet."));
        services.AddSingleton<IFormRegistry>(_ => new FormRegistry(contributions));
        services.AddSingleton<IWorkflowRegistry>(_ => new WorkflowRegistry(contributions));
        services.AddSingleton<IPermissionCatalogue>(_ => new PermissionCatalogue(contributions));
        services.AddSingleton<ISlotFills>(_ => new SlotFills(contributions));
        services.AddSingleton(_ => new TextCatalogue(Own.Concat(contributions.Contributors.Select(contributor => contributor.Assembly)).Distinct()));
        services.AddSingleton<CatalogueLocalizer>();
        services.AddSingleton<IStringLocalizer>(provider => provider.GetRequiredService<CatalogueLocalizer>());
        services.AddSingleton<IStringLocalizerFactory>(provider => provider.GetRequiredService<CatalogueLocalizer>());
        services.AddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.AddSingleton<Readiness>();
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<IPdfWriter, PdfWriter>();
        services.AddSingleton<IQrCodes, QrCodes>();
    }

    private void LoadPlugins(IReadOnlyList<ServiceDescriptor> framework)
    {
        var configuration = builder.Configuration;
        var municipality = configuration["IdeSluss:Municipality"]!;
        var root = PluginRoot.Of(configuration, builder.Environment.ContentRootPath);
        var loading = new PluginLoading(configuration, contributions, Own, (own, asMunicipality) => Scratch(framework, own, asMunicipality));

        var own = loading.Load(root, municipality, isMunicipality: true);
        report.Add(own.Status);
        if (own.Plugin is IMunicipalityPlugin plugin) instance = InstanceOf(plugin);
        foreach (var slug in (configuration.GetSection("IdeSluss:Plugins").Get<string[]>() ?? []).Where(slug => slug != municipality).Distinct())
            report.Add(loading.Load(root, slug, isMunicipality: false).Status);
        if (instance is null)
            throw new StartUpException($"Kommunens tillägg '{municipality}' gick inte att ladda, och utan det startar inte IdeSluss.{Environment.NewLine}{report}");
    }

    private InstanceInfo InstanceOf(IMunicipalityPlugin plugin)
    {
        var address = builder.Configuration["IdeSluss:PublicAddress"] is { Length: > 0 } configured ? configured : ListeningAddresses.Of(builder.Configuration)[0];
        return new(plugin.Slug, plugin.Municipality, plugin.Branding, DataOptions.Demo, address.TrimEnd('/'));
    }

    /// <summary>Framework and platform services, then each contributor's in order: later registrations win.</summary>
    private ServiceCollection Assemble(IEnumerable<ServiceDescriptor> framework, Contributions all)
    {
        var services = new ServiceCollection();
        foreach (var service in framework) ((ICollection<ServiceDescriptor>)services).Add(service);
        services.AddPlatformData(all, DataOptions);
        foreach (var register in all.Services) register(services);
        return services;
    }

    private AutofacServiceProvider Scratch(IReadOnlyList<ServiceDescriptor> framework, Contributions own, IMunicipalityPlugin? municipality)
    {
        var all = new Contributions();
        all.Add(contributions);
        all.Add(own);
        var container = new ContainerBuilder();
        container.Populate(Assemble(framework, all));
        if (municipality is not null) container.RegisterInstance(InstanceOf(municipality));
        foreach (var register in all.Registrations) register(container);
        return new(container.Build(ContainerBuildOptions.IgnoreStartableComponents));
    }
}

/// <summary>Where plugins lie: as configured, otherwise beside the program, otherwise <c>artifacts/plugins</c> of the checkout it was built in.</summary>
internal static class PluginRoot
{
    public static string Of(IConfiguration configuration, string contentRoot)
    {
        if (configuration["IdeSluss:PluginFolder"] is { Length: > 0 } configured) return Path.GetFullPath(configured, contentRoot);
        var beside = Path.Combine(contentRoot, "plugins");
        if (Directory.Exists(beside)) return beside;
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "artifacts", "plugins"))) return Path.Combine(folder.FullName, "artifacts", "plugins");
        return beside;
    }
}
