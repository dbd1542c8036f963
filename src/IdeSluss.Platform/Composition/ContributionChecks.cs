using System.Text.RegularExpressions;
using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Platform.Composition;

/// <summary>
/// What cannot work in a contributor's declarations, given what is already accepted. Every error at once, in words for the developer.
/// In two steps, because modules may refer to each other's forms and events whatever their order.
/// </summary>
internal static partial class ContributionChecks
{
    /// <summary>Names: well formed, below the contributor's own name, and not taken.</summary>
    public static IReadOnlyList<string> CheckNames(Contributions own, Contributions accepted)
    {
        var errors = new List<string>();
        var name = own.Contributors.Single().Name;
        if (!ContributorName().IsMatch(name)) errors.Add($"the name '{name}' must be lower-case ASCII letters, digits and hyphens, starting with a letter.");
        if (accepted.Contributors.Any(other => other.Name == name)) errors.Add($"the name '{name}' is taken: it is a route segment, a schema and a telemetry name.");

        Unique("permission", own.Permissions.Select(permission => permission.Code), accepted.Permissions.Select(permission => permission.Code));
        Unique("event", own.Events.Select(item => item.Name), accepted.Events.Select(item => item.Name));
        Unique("consumer", own.Subscriptions.Select(item => item.Consumer), accepted.Subscriptions.Select(item => item.Consumer));
        Unique("job", own.Jobs.Select(job => job.Key), accepted.Jobs.Select(job => job.Key));
        Unique("command", own.Commands.Select(command => command.Name), accepted.Commands.Select(command => command.Name).Concat(CommandCatalogue.Own));
        Unique("form", own.Forms.Select(form => $"{form.Key} v{form.Version}"), accepted.Forms.Select(form => $"{form.Key} v{form.Version}"));
        Unique("requirement", own.Requirements.Select(requirement => requirement.Code), accepted.Requirements.Select(requirement => requirement.Code));
        Unique("workflow", WorkflowNames(own), WorkflowNames(accepted));

        foreach (var permission in own.Permissions)
        {
            Below("permission", permission.Code);
            if (permission.Name.Length == 0) errors.Add($"permission {permission.Code}: has no name for administrators.");
        }

        foreach (var item in own.Events)
        {
            Below("event", item.Name);
            if (!EventName().IsMatch(item.Name)) errors.Add($"event {item.Name}: must be named module.what-happened.v1.");
        }

        foreach (var subscription in own.Subscriptions) Below("consumer", subscription.Consumer);
        foreach (var command in own.Commands.Where(command => !CommandName().IsMatch(command.Name))) errors.Add($"command '{command.Name}': must be one to three lower-case words.");
        foreach (var job in own.Jobs.Where(job => !IsCron(job.Cron))) errors.Add($"job {job.Key}: '{job.Cron}' is not a cron text that Quartz understands.");
        return errors;

        void Unique(string kind, IEnumerable<string> mine, IEnumerable<string> others)
        {
            var taken = others.ToHashSet(StringComparer.Ordinal);
            foreach (var item in mine)
                if (!taken.Add(item)) errors.Add($"{kind} {item} is declared twice.");
        }

        void Below(string kind, string item)
        {
            if (!item.StartsWith(name + ".", StringComparison.Ordinal)) errors.Add($"{kind} {item}: must begin with '{name}.'.");
        }
    }

    /// <summary>Contents: forms, workflows and variants that hold together, and events that somebody publishes. <paramref name="all"/> includes <paramref name="own"/>.</summary>
    public static IReadOnlyList<string> CheckContents(Contributions own, Contributions all)
    {
        var errors = new List<string>();
        foreach (var form in own.Forms) errors.AddRange(FormChecks.Check(form));
        errors.AddRange(FormChecks.CheckTogether(own.Forms, all.Forms));

        var forms = all.Forms.Select(form => form.Key).ToHashSet(StringComparer.Ordinal);
        var requirements = all.Requirements.ToDictionary(requirement => requirement.Code, StringComparer.Ordinal);
        foreach (var workflow in own.Workflows) errors.AddRange(WorkflowChecks.Check(workflow, forms.Contains, requirements.GetValueOrDefault));
        foreach (var variant in own.Variants)
        {
            if (WorkflowRegistry.BaseOf(variant, all.Workflows) is not { } basis)
            {
                errors.Add($"variant {variant.Key} v{variant.Version}: is based on {variant.BasedOn}, which does not exist.");
                continue;
            }

            var unknown = variant.UnknownTo(basis);
            errors.AddRange(unknown.Count > 0 ? unknown : WorkflowChecks.Check(variant.ApplyTo(basis), forms.Contains, requirements.GetValueOrDefault));
        }

        var published = all.Events.Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(own.Subscriptions.Where(subscription => !published.Contains(subscription.EventName))
            .Select(subscription => $"consumer {subscription.Consumer}: listens to {subscription.EventName}, which nobody publishes."));
        return errors;
    }

    /// <summary>What the municipality says of itself must be enough to run on.</summary>
    public static IReadOnlyList<string> CheckMunicipality(IMunicipalityPlugin plugin)
    {
        var errors = new List<string>();
        var municipality = plugin.Municipality;
        if (municipality.Authorities.Count == 0) errors.Add("the municipality has no authority (nämnd).");
        if (municipality.Authorities.All(authority => authority.Code != municipality.ReceivingAuthority))
            errors.Add($"the receiving authority {municipality.ReceivingAuthority} is not one of the authorities.");
        foreach (var twice in municipality.Authorities.GroupBy(authority => authority.Code).Where(group => group.Count() > 1)) errors.Add($"authority {twice.Key} is declared {twice.Count()} times.");
        foreach (var twice in municipality.Authorities.SelectMany(authority => Flatten(authority.Units)).GroupBy(unit => unit.Code).Where(group => group.Count() > 1))
            errors.Add($"unit {twice.Key} is declared {twice.Count()} times.");
        if (string.IsNullOrWhiteSpace(plugin.Branding.Contact.DutyPhone)) errors.Add("the branding names no duty telephone for serious irregularities.");
        if (plugin.Branding.Languages.Count == 0) errors.Add("the branding names no language.");
        errors.AddRange(Contrast.Check(plugin.Branding));
        return errors;
    }

    private static bool IsCron(string text)
    {
        try
        {
            _ = new Quartz.CronExpression(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<UnitSeed> Flatten(IEnumerable<UnitSeed> units) => units.SelectMany(unit => Flatten(unit.Children ?? []).Prepend(unit));

    private static IEnumerable<string> WorkflowNames(Contributions contributions) =>
        contributions.Workflows.Select(workflow => $"{workflow.Key} v{workflow.Version}").Concat(contributions.Variants.Select(variant => $"{variant.Key} v{variant.Version}"));

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex ContributorName();

    [GeneratedRegex("^[a-z][a-z-]*( [a-z][a-z-]*){0,2}$")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z0-9-]+(\.[a-z0-9-]+)*\.v[1-9][0-9]*$")]
    private static partial Regex EventName();
}
