using IdeSluss.Sdk.Composition;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Platform.Composition;

/// <summary>Composes the modules the host lists. A module that cannot work stops the start: all errors of all modules in one exception.</summary>
internal static class ModuleComposition
{
    public static Contributions Compose(IReadOnlyList<IModule> modules, IConfiguration configuration)
    {
        var all = new Contributions();
        var errors = new List<string>();
        var composed = new List<(string Name, Contributions Own)>();
        foreach (var module in modules)
        {
            var own = ContributionBuilder.Compose(new(module.Name, module.GetType().Assembly, module, null), configuration);
            errors.AddRange(ContributionChecks.CheckNames(own, all).Select(error => $"{module.Name}: {error}"));
            composed.Add((module.Name, own));
            all.Add(own);
        }

        foreach (var (name, own) in composed) errors.AddRange(ContributionChecks.CheckContents(own, all).Select(error => $"{name}: {error}"));
        return errors.Count == 0 ? all : throw new RegistrationException("IdeSluss", errors);
    }
}
