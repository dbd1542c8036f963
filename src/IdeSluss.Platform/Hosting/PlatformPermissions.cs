using IdeSluss.Sdk.Security;

namespace IdeSluss.Platform.Hosting;

internal static class PlatformPermissions
{
    public const string ReadAdmin = "platform.admin.read";
    public const string ReadPlugins = "platform.plugins.read";
    public const string ManageMail = "platform.mail.manage";
    public const string ReadAudit = "platform.audit.read";

    // Role codes belong to the module that owns people; the platform knows the one that keeps it running by name only.
    private static readonly string[] SystemAdmin = ["SystemAdmin"];

    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(ReadAdmin, "Se vad som behöver åtgärdas i systemet", SystemAdmin),
        new(ReadPlugins, "Se tillägg och deras status", SystemAdmin),
        new(ManageMail, "Se utskick och försöka igen när något fastnat", SystemAdmin),
        new(ReadAudit, "Läsa granskningsloggen", ["SystemAdmin", "Archivist", "DataProtectionOfficer"]),
    ];
}
