using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>Finds the idea that another may be merged into. One that is itself merged leads to the one it is part of.</summary>
internal sealed class MergeTargets(IdeasDbContext db, CurrentUser user)
{
    public async Task<Outcome<Idea>> FindAsync(Idea idea, string? number, PermissionScope scope, CancellationToken cancellationToken)
    {
        var typed = number?.Trim();
        if (string.IsNullOrEmpty(typed)) return Problem.Invalid(new FieldError("MergeInto", "Skriv numret på idén som den ska slås ihop med."));
        var named = await db.Ideas.Within(scope).WithOwners().FirstOrDefaultAsync(one => one.CaseNumber == typed && one.RedirectTarget == null, cancellationToken);
        var target = named?.MergedIntoId is { } whole ? await db.Ideas.Within(scope).WithOwners().FirstOrDefaultAsync(one => one.Id == whole, cancellationToken) : named;
        if (MergeRules.CheckTarget(idea, named, target) is { } wrong) return Problem.Invalid(wrong);
        return SeparationOfDuties.IsOwn(target!, user.RequiredId, user.Email)
            ? Problem.Invalid(new FieldError("MergeInto", "Den idén är din egen, eller så har du anmält jäv. Låt någon annan slå ihop dem."))
            : target!;
    }
}
