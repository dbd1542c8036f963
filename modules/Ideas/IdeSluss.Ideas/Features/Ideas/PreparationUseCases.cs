using Autofac;
using IdeSluss.Ideas.Features.Ideas.Receiver;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>What a decision needs beside the forms: a receiver, consultations, the legal clocks.</summary>
internal static class PreparationUseCases
{
    public static void Compose(IModuleBuilder module) => module.Services(new Registrations());

    public static void MapApi(IEndpointRouteBuilder api) => ReceiverApi.Map(api);

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<CaseReceiver>().InstancePerLifetimeScope();
            builder.RegisterType<ProposeReceiver>().InstancePerLifetimeScope();
            builder.RegisterType<AnswerReceiver>().InstancePerLifetimeScope();
            builder.RegisterType<AcceptByDeciding>().InstancePerLifetimeScope();
        }
    }
}
