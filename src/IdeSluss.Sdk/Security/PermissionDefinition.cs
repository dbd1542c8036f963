namespace IdeSluss.Sdk.Security;

/// <summary>Something one may be allowed to do. What is not granted is denied.</summary>
/// <param name="Code"><c>{module}.{verb-object}</c>, for example <c>ideas.sort</c>. Never changes.</param>
/// <param name="Name">Swedish text for administrators, also the key of its translation.</param>
/// <param name="GrantedTo">Role codes that have it; each assignment of a role has a scope (everything, an authority, a unit with all below).</param>
public sealed record PermissionDefinition(string Code, string Name, IReadOnlyList<string> GrantedTo);

/// <summary>Every permission of every module and plugin.</summary>
public interface IPermissionCatalogue
{
    IReadOnlyList<PermissionDefinition> All { get; }
}
