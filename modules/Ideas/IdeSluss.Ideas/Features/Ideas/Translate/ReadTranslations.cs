using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Translate;

/// <param name="Language">BCP 47, as <c>lang</c>.</param>
internal sealed record ShownTranslation(Guid? DecisionId, string Language, string FromLanguage, string Text, TranslatedBy By, DateTimeOffset At)
{
    /// <summary>Who stands for it: a translation is never shown as if it were the original.</summary>
    public Text Origin(DateOnly today) => new(By switch
    {
        TranslatedBy.Interpreter => "Översatt från {0} av en tolk eller översättare, {1}.",
        TranslatedBy.CheckedMachine => "Översatt från {0} av ett program och granskad av någon som kan språket, {1}.",
        _ => "Översatt från {0} av en medarbetare som kan språket, {1}.",
    }, new Text(TextLanguages.NameOf(FromLanguage)), At.StockholmDay().ForPeopleShort(today));
}

/// <summary>The text that everyone may read with its translations, as one partial shows it on every page where an idea is judged.</summary>
internal sealed record IdeaWords(string? Text, string Language, IReadOnlyList<ShownTranslation> Translations);

/// <summary>The translations of a case, the newest in each language.</summary>
internal sealed class ReadTranslations(IdeasDbContext db)
{
    public async Task<IReadOnlyList<ShownTranslation>> OfCaseAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        var all = await db.Translations.AsNoTracking().Where(translation => translation.IdeaId == ideaId).OrderByDescending(translation => translation.Id).Take(200)
            .Select(translation => new ShownTranslation(translation.DecisionId, translation.Language, translation.FromLanguage, translation.Text, translation.By, translation.At)).ToListAsync(cancellationToken);
        return [.. all.DistinctBy(translation => (translation.DecisionId, translation.Language))];
    }

    /// <summary>What someone needs who is to judge the idea: nothing where it is in Swedish.</summary>
    public async Task<IReadOnlyList<ShownTranslation>> ForReadingAsync(Idea idea, CancellationToken cancellationToken) =>
        TextLanguages.NeedsReader(idea.Language) ? await OfIdeaAsync(idea.Id, cancellationToken) : [];

    public async Task<IReadOnlyList<ShownTranslation>> OfIdeaAsync(Guid ideaId, CancellationToken cancellationToken) =>
        [.. (await OfCaseAsync(ideaId, cancellationToken)).Where(translation => translation.DecisionId is null)];
}
