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
/// <param name="IsHeld">A decision waits to be shown.</param>
internal sealed record PublicIdea(
    Guid Id, string CaseNumber, string Title, string Text, string? Need, string? Area, string Authority, string? Unit, string Channel, DateTimeOffset PublishedAt, string Language,
    IReadOnlyList<ShownTranslation> Translations, IReadOnlyList<MergedIdea> Merged, bool HasLesson, bool IsHeld, int Version, Story Story, IdeaPageSlot Slot);

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
        var found = await Found(db.Ideas.Where(one => one.CaseNumber == number)).FirstOrDefaultAsync(cancellationToken);
        if (found?.Idea.MergedIntoId is { } whole) found = await Found(db.Ideas.Where(one => one.Id == whole)).FirstOrDefaultAsync(cancellationToken);
        if (found is not { Idea: { PublicText: not null } idea } || !idea.IsPublic(now)) return NoSuchIdea;

        var told = await story.TellAsync(idea, toSubmitter: false, now, cancellationToken);
        var channel = channels.FirstOrDefault(one => one.Code == idea.Channel)?.Name ?? idea.Channel;
        return new PublicIdea(
            idea.Id, idea.CaseNumber, idea.PublicTitle ?? texts["Idé {0}", idea.CaseNumber], idea.PublicText, idea.NeedSentence, idea.Area is { } area ? texts[IdeaAreas.NameOf(area)].Value : null,
            (await organisation.AuthorityAsync(idea.AuthorityId, cancellationToken))?.Name ?? "", idea.UnitId is { } unit ? (await organisation.UnitAsync(unit, cancellationToken))?.Name : null,
            texts[channel], idea.PublishedAt!.Value, idea.Language, found.IsTranslated ? await translations.OfIdeaAsync(idea.Id, cancellationToken) : [],
            found.IsMerged ? await MergedAsync(idea.Id, now, cancellationToken) : [], found.HasLesson && await lessons.OfAsync(idea, cancellationToken) is not null, idea.HeldUntil > now, idea.Version, told,
            new IdeaPageSlot(idea.Id, idea.CaseNumber, idea.Channel, idea.ShownStage(now), idea.HeldUntil > now ? null : idea.Track, idea.WorkflowKey));
    }

    /// <summary>With what few ideas have, so that it is only asked for where it is.</summary>
    private IQueryable<FoundIdea> Found(IQueryable<Idea> ideas) => ideas.AsNoTracking().Select(idea => new FoundIdea(
        idea,
        db.Ideas.Any(other => other.MergedIntoId == idea.Id),
        db.Translations.Any(translation => translation.IdeaId == idea.Id),
        ReadLesson.ReadLesson.Sheets(db.Evidence).Any(sheet => sheet.IdeaId == idea.Id)));

    private async Task<IReadOnlyList<MergedIdea>> MergedAsync(Guid whole, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var merged = await db.Ideas.AsNoTracking().Where(one => one.MergedIntoId == whole).OrderBy(one => one.ReceivedAt)
            .Select(one => new { one.CaseNumber, one.PublicTitle, one.PublicText, one.Language, Shown = one.PublishedAt != null && one.PublishedAt <= now }).ToListAsync(cancellationToken);
        return [.. merged.Select(one => new MergedIdea(one.CaseNumber, one.Shown ? one.PublicTitle : null, one.Shown ? one.PublicText : null, one.Language))];
    }

    private sealed record FoundIdea(Idea Idea, bool IsMerged, bool IsTranslated, bool HasLesson);
}
