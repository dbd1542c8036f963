using Autofac;
using IdeSluss.Sdk.Composition;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>Invented content for an instance in demo mode.</summary>
internal static class DemoSeeding
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.SeedDemo<DemoIdeas>();
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[] { typeof(DemoContent), typeof(DemoCast), typeof(DemoIntake), typeof(DemoEvidence), typeof(DemoPreparations), typeof(DemoAftermath), typeof(DemoDecisions) })
                builder.RegisterType(part).InstancePerLifetimeScope();
        }
    }
}
