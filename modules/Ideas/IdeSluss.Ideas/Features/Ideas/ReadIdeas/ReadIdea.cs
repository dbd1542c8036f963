using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

/// <summary>An idea as everyone may read it: what a coach has let through, nothing of what the submitter alone wrote.</summary>
internal sealed record PublicIdea(
    Guid Id, string CaseNumber, string Title, string Text, string? Need, string? Area, string Authority, string? Unit, string Channel, DateTimeOffset PublishedAt, string Language,
    IReadOnlyList<ShownTranslation> Translations, IReadOnlyList<MergedIdea> Merged, bool HasLesson, int Version, Story Story, IdeaPageSlot Slot);

/// <summary>An idea that is part of the one shown. Its text only if it was shown by itself before: what no coach has read is not shown.</summary>
internal sealed record MergedIdea(string CaseNumber, string? Title, string? Text, string Language);

internal sealed class ReadIdea(IdeasDbContext db, CaseStory story, ReadTranslations translations, ReadLesson.ReadLesson lessons, IOrganisation organisation, IEnumerable<IntakeChannel> channels, IStringLocalizer texts, TimeProvider time)
{
    /// <summary>The same for what never was, is not public yet, is withdrawn from view, or belongs elsewhere: the answer must not tell which.</summary>
    public static readonly Problem NoSuchIdea = Problem.NotFound("Idén finns inte, eller så visas den inte öppet.");

    /// <returns>The idea with this number, or the one that it is merged into: the caller tells by the number.</returns>
    public async Task<Outcome<PublicIdea>> HandleAsync(string number, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (number.Length > 40) return NoSuchIdea;
        var idea = await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.CaseNumber == number, cancellationToken);
        if (idea?.MergedIntoId is { } whole) idea = await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.Id == whole, cancellationToken);
        if (idea is null || !idea.IsPublic(now) || idea.PublicText is null) return NoSuchIdea;

        var told = await story.TellAsync(idea, toSubmitter: false, now, cancellationToken);
        var merged = await db.Ideas.AsNoTracking().Where(one => one.MergedIntoId == idea.Id).OrderBy(one => one.ReceivedAt)
            .Select(one => new { one.CaseNumber, one.PublicTitle, one.PublicText, one.Language, Shown = one.PublishedAt != null && one.PublishedAt <= now }).ToListAsync(cancellationToken);
        var channel = channels.FirstOrDefault(one => one.Code == idea.Channel)?.Name ?? idea.Channel;
        return new PublicIdea(
            idea.Id, idea.CaseNumber, idea.PublicTitle ?? texts["Idé {0}", idea.CaseNumber], idea.PublicText, idea.NeedSentence, idea.Area is { } area ? texts[IdeaAreas.NameOf(area)].Value : null,
            (await organisation.AuthorityAsync(idea.AuthorityId, cancellationToken))?.Name ?? "", idea.UnitId is { } unit ? (await organisation.UnitAsync(unit, cancellationToken))?.Name : null,
            texts[channel], idea.PublishedAt!.Value, idea.Language, await translations.OfIdeaAsync(idea.Id, cancellationToken),
            [.. merged.Select(one => new MergedIdea(one.CaseNumber, one.Shown ? one.PublicTitle : null, one.Shown ? one.PublicText : null, one.Language))], await lessons.OfAsync(idea, cancellationToken) is not null, idea.Version, told,
            new IdeaPageSlot(idea.Id, idea.CaseNumber, idea.Channel, idea.ShownStage(now), idea.HeldUntil > now ? null : idea.Track, idea.WorkflowKey));
    }
}
