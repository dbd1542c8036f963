using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

/// <summary>A change that may be seen on a public page. Most are not: what has just come in, and what the office writes for itself.</summary>
internal static class PublicChange
{
    public static bool IsOne(EntityEntry change) => change.Entity switch
    {
        Idea idea => idea.PublishedAt is not null || change.OriginalValues.GetValue<DateTimeOffset?>(nameof(Idea.PublishedAt)) is not null,
        TimelineEntry line => line.Audience == Audience.Public && change.Context.Set<Idea>().Local.FindEntry(line.IdeaId)?.Entity is not { PublishedAt: null },
        _ => true,
    };
}
