using IdeSluss.Platform.Api;
using IdeSluss.Platform.Audit;
using IdeSluss.Platform.Features.Platform.Files;
using IdeSluss.Platform.Features.Platform.Overview;
using IdeSluss.Platform.Files;
using IdeSluss.Platform.Messaging;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Legal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Hosting;

/// <summary>What the platform itself contributes: the administrator's pages and its own upkeep. Declared the same way as everyone else's.</summary>
internal sealed class PlatformModule : IModule
{
    public string Name => "platform";

    public void Compose(IModuleBuilder module)
    {
        foreach (var setting in OwnSettings.All) module.Setting(setting);
        foreach (var permission in PlatformPermissions.All) module.Permission(permission);
        foreach (var law in CommonLaw.All) module.Provide(law);
        module.Provide(new AdminLink("Tillägg", "/admin/tillagg", PlatformPermissions.ReadPlugins, "Vilka tillägg som är igång, och varför något inte är det."));
        module.Provide(new AdminLink("Utskick", "/admin/utskick", PlatformPermissions.ManageMail, "Brev som skickats, väntar eller har fastnat."));
        module.Provide(new AdminLink("Filer", "/admin/filer", PlatformPermissions.ReadAdmin, "Hur många filer som är sparade, och om de är hela."));
        module.Provide(new AdminLink("Lagrum", "/admin/lagrum", PlatformPermissions.ReadAdmin, "De lagar som systemet hänvisar till, och när de gäller."));
        module.Provide(new AdminLink("Granskningslogg", "/admin/granskningslogg", PlatformPermissions.ReadAudit, "Vem som gjort vad, och om loggen är hel."));
        module.Job<ForgetIdempotentAnswers>("forget-idempotent-answers", "0 17 * * * ?");
        module.Job<ForgetOldEvents>("forget-old-events", "0 40 3 * * ?");
        module.Job<CheckAuditChain>("check-audit-chain", "0 20 3 * * ?");
        module.Job<RemoveFilesNobodyKeeps>("remove-files-nobody-keeps", "0 25 * * * ?");
        module.Job<VerifyFiles>("verify-files", "0 50 * * * ?");
        module.Services(services =>
        {
            services.AddScoped<WhatNeedsAttention>();
            services.AddScoped<IAttentionSource, PlatformAttention>();
        });
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
        LegalReferenceApi.Map(api);
        FilesApi.Map(api);
    }
}
