namespace IdeSluss.Sdk.Admin;

/// <summary>An entry on <c>/admin</c>, offered by a module or plugin with <c>Provide</c>. Shown to those who have the permission.</summary>
/// <param name="Text">Swedish, also the key of its translation.</param>
/// <param name="Address">For example <c>/admin/behorigheter</c>.</param>
/// <param name="Explanation">One sentence on what one does there; Swedish, also the key of its translation.</param>
/// <example><code>module.Provide(new AdminLink("Behörigheter", "/admin/behorigheter", "people.manage-roles", "Vem får göra vad."));</code></example>
public sealed record AdminLink(string Text, string Address, string Permission, string Explanation);

/// <summary>Finds what an administrator should look at. Registered as a service; every source is asked when <c>/admin</c> is opened.</summary>
public interface IAttentionSource
{
    Task<IReadOnlyList<AttentionItem>> FindAsync(CancellationToken cancellationToken);
}

/// <param name="What">What is wrong, in words for the administrator.</param>
/// <param name="Address">Where "Åtgärda" leads.</param>
/// <param name="Urgent">Something does not work until it is mended.</param>
public sealed record AttentionItem(Results.Text What, string Address, bool Urgent = false);
