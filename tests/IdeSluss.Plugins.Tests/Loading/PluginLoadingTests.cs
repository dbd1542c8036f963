using IdeSluss.Platform.Plugins;
using IdeSluss.Sdk.Security;
using Xunit;

namespace IdeSluss.Plugins.Tests.Loading;

public sealed class PluginLoadingTests : IDisposable
{
    private readonly PluginWorkshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    public void A_good_plugin_takes_part_with_everything()
    {
        workshop.Make(
            "good",
            compose: """
                plugin.Permission(new PermissionDefinition("good.look", "Titta", new[] { "SystemAdmin" }));
                plugin.Publishes<Seen>();
                """,
            map: """api.MapGet("/look", () => "ok").RequirePermission("good.look");""",
            types: """[Event("good.seen.v1")] public sealed record Seen(Guid Id);""");

        var loaded = workshop.Load("good");

        Assert.Equal(PluginStep.Active, loaded.Status.Reached);
        Assert.Empty(loaded.Status.Reasons);
        Assert.Equal("1.0.0", loaded.Status.Version);
        Assert.NotNull(loaded.Plugin);
        Assert.Equal("good.look", Assert.Single(workshop.Accepted.Permissions).Code);
        Assert.Contains(loaded.Status.Contributes, contribution => contribution is { Kind: "Händelser", Names: ["good.seen.v1"] });
    }

    [Fact]
    public void A_missing_folder_names_what_lies_beside_it()
    {
        workshop.Make("other");
        FailsAt("gone", PluginStep.Found, "other");
    }

    [Theory]
    [InlineData("../other")]
    [InlineData("Other")]
    [InlineData("")]
    public void A_name_that_is_no_plugin_name_is_never_a_path(string slug) => FailsAt(slug, PluginStep.Found, "not a plugin name");

    [Fact]
    public void A_folder_without_a_main_assembly_is_no_plugin()
    {
        Directory.CreateDirectory(Path.Combine(workshop.Root, "empty"));
        FailsAt("empty", PluginStep.Found, "0 *.deps.json");
    }

    [Fact]
    public void A_main_assembly_that_is_no_assembly_is_found_before_loading()
    {
        workshop.Make("text");
        File.WriteAllText(Directory.GetFiles(Path.Combine(workshop.Root, "text"), "*.dll").Single(), "not a program");
        FailsAt("text", PluginStep.VersionsRead, "BadImageFormatException");
    }

    [Fact]
    public void An_assembly_of_ours_that_this_host_lacks_is_found_before_loading()
    {
        var future = workshop.Ours("IdeSluss.Future.Contracts", "namespace IdeSluss.Future.Contracts { public static class Times { public static string Now() => \"\"; } }");
        workshop.Make("early", compose: "IdeSluss.Future.Contracts.Times.Now();", instead: future);
        FailsAt("early", PluginStep.VersionsRead, "IdeSluss.Future.Contracts");
    }

    [Fact]
    public void A_member_of_ours_that_does_not_exist_here_is_found_although_nobody_calls_it()
    {
        var other = workshop.Ours("IdeSluss.People.Contracts", "namespace IdeSluss.People.Contracts { public static class Roles { public static string Retired(int year) => \"\"; } }");
        workshop.Make("old", members: "public void AtNight() => IdeSluss.People.Contracts.Roles.Retired(2020);", instead: other);
        FailsAt("old", PluginStep.MembersResolved, "Roles.Retired");
    }

    [Fact]
    public void A_type_of_ours_that_does_not_exist_here_is_found_although_nobody_uses_it()
    {
        var other = workshop.Ours("IdeSluss.People.Contracts", "namespace IdeSluss.People.Contracts { public static class Weather { public static string Today() => \"\"; } }");
        workshop.Make("older", members: "public void AtNight() => IdeSluss.People.Contracts.Weather.Today();", instead: other);
        FailsAt("older", PluginStep.MembersResolved, "Weather");
    }

    [Fact]
    public void A_throwing_constructor_fails_at_creation_with_its_own_message()
    {
        workshop.Make("explosive", members: "public TestPlugin() => throw new InvalidOperationException(\"no licence file\");");
        FailsAt("explosive", PluginStep.Created, "no licence file");
    }

    [Fact]
    public void A_plugin_that_calls_itself_something_else_is_refused()
    {
        workshop.Make("fox", calledSlug: "hen");
        FailsAt("fox", PluginStep.Created, "'hen'");
    }

    [Fact]
    public void A_plugin_that_is_no_municipality_cannot_be_the_municipality()
    {
        workshop.Make("helper");
        Assert.Contains("IMunicipalityPlugin", Assert.Single(workshop.Load("helper", isMunicipality: true).Status.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_throwing_Compose_leaves_nothing_of_what_it_had_declared()
    {
        workshop.Make("half", compose: """
            plugin.Permission(new PermissionDefinition("half.first", "Först", Array.Empty<string>()));
            throw new InvalidOperationException("half way");
            """);
        FailsAt("half", PluginStep.Composed, "half way");
    }

    [Fact]
    public void Every_fault_of_the_declarations_is_told_at_once()
    {
        workshop.Accepted.Permissions.Add(new PermissionDefinition("wrong.look", "Titta", []));
        workshop.Make("wrong", compose: """
            plugin.Permission(new PermissionDefinition("wrong.look", "Titta", Array.Empty<string>()));
            plugin.Permission(new PermissionDefinition("elsewhere.look", "Titta", Array.Empty<string>()));
            plugin.WorkflowVariant(new WorkflowVariant("WRONG_V1", 1, "Fel", "NO_SUCH_BASE", Array.Empty<string>()));
            """);

        var status = workshop.Load("wrong").Status;

        Assert.Equal(PluginStep.Validated, status.FailedAt);
        Assert.Contains(status.Reasons, reason => reason.Contains("permission wrong.look is declared twice", StringComparison.Ordinal));
        Assert.Contains(status.Reasons, reason => reason.Contains("elsewhere.look: must begin with 'wrong.'", StringComparison.Ordinal));
        Assert.Contains(status.Reasons, reason => reason.Contains("WRONG_V1", StringComparison.Ordinal) && reason.Contains("NO_SUCH_BASE", StringComparison.Ordinal));
        Assert.Empty(workshop.Accepted.Variants);
    }

    [Fact]
    public void A_slot_cannot_be_filled_with_a_view_that_does_not_exist()
    {
        workshop.Make("blank", compose: """plugin.Fill(new Slot<string>("ideas.idea-page.aside"), "/Features/Blank/Nothing.cshtml");""");
        FailsAt("blank", PluginStep.Validated, "/Features/Blank/Nothing.cshtml");
    }

    [Fact]
    public void An_endpoint_with_an_unregistered_service_stays_the_plugins_problem()
    {
        workshop.Make("needy", map: """api.MapGet("/look", (INobody nobody) => "ok").OpenToAll("test");""", types: "public interface INobody;");
        FailsAt("needy", PluginStep.Mapped, "Body was inferred");
    }

    [Fact]
    public void An_unregistered_interface_in_a_POST_is_not_mistaken_for_the_body()
    {
        workshop.Make("greedy", map: """api.MapPost("/look", (INobody nobody) => "ok").OpenToAll("test");""", types: "public interface INobody { void Nothing(); }");
        FailsAt("greedy", PluginStep.Mapped, "INobody");
    }

    [Fact]
    public void An_endpoint_that_declares_nothing_is_refused()
    {
        workshop.Make("open", map: """api.MapGet("/look", () => "ok");""");
        FailsAt("open", PluginStep.Mapped, "neither a permission nor");
    }

    private void FailsAt(string slug, PluginStep step, string reason)
    {
        var permissions = workshop.Accepted.Permissions.Count;
        var loaded = workshop.Load(slug);
        Assert.Equal(step, loaded.Status.FailedAt);
        Assert.Contains(loaded.Status.Reasons, text => text.Contains(reason, StringComparison.Ordinal));
        Assert.Null(loaded.Plugin);
        Assert.Empty(workshop.Accepted.Contributors);
        Assert.Equal(permissions, workshop.Accepted.Permissions.Count);
    }
}
