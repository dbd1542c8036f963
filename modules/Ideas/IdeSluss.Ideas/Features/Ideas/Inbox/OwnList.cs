using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Ideas.Features.Ideas.Inbox;

/// <summary>Where somebody's own list of what waits is, when they open another role's: a refusal that knows the way shows it.</summary>
internal static class OwnList
{
    /// <returns>Null for those who neither decide, give advice nor sit in a nämnd.</returns>
    public static async Task<string?> OfAsync(CurrentUser me, IOrganisation organisation, CancellationToken cancellationToken)
    {
        if (me.Has(IdeasPermissions.Decide)) return "/att-besluta";
        if (me.Has(IdeasPermissions.Advise)) return "/att-bedoma";
        // With several they are chosen among on the start page.
        return await CommitteesAsync(me, organisation, cancellationToken) switch { [] => null, [var only] => $"/namnd/{only.Code}", _ => "/arbete" };
    }

    /// <summary>Those whose documents the reader reads.</summary>
    public static async Task<IReadOnlyList<AuthorityInfo>> CommitteesAsync(CurrentUser me, IOrganisation organisation, CancellationToken cancellationToken)
    {
        var read = me.Scope(IdeasPermissions.ReadCommittee);
        return read.IsNone ? [] : [.. (await organisation.AuthoritiesAsync(cancellationToken)).Where(authority => read.Covers(authority.Id, null))];
    }
}
