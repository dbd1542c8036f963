using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Ideas.Features.Ideas.Translate;

/// <summary>The rights to a language that hold in this municipality (lag 2009:724, 8 §), as its plugin has declared them.</summary>
internal sealed class LanguageRights(IEnumerable<LanguageRight> declared)
{
    public LanguageRight? For(string language, DateOnly day) => declared.FirstOrDefault(right => right.Holds(language, day));

    /// <summary>Tags of every language that someone has a right to here on this day.</summary>
    public IReadOnlyList<string> On(DateOnly day) => [.. declared.SelectMany(right => right.Languages.Where(language => right.Holds(language, day))).Distinct()];
}
