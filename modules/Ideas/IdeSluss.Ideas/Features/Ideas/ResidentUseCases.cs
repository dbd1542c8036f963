using Autofac;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Handing in, following, reading.</summary>
internal static class ResidentUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Job<DraftCleanup>("draft-cleanup", "0 20 3 * * ?");
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<CaseNumbers>().InstancePerLifetimeScope();
            builder.RegisterType<FollowCodes>().SingleInstance();
            builder.RegisterType<SubmitIdea>().InstancePerLifetimeScope();
            builder.RegisterType<Drafts>().InstancePerLifetimeScope();
            builder.RegisterType<Receipts>().InstancePerLifetimeScope();
            builder.RegisterType<DraftCleanup>().InstancePerLifetimeScope();
        }
    }
}
