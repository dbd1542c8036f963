using System.Collections.Frozen;
using System.Reflection;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Training.Features.Training.Lessons;
using Microsoft.AspNetCore.Html;

namespace IdeSluss.Training.Features.Training.Guides;

/// <param name="Code">Of a stage or a gate.</param>
/// <param name="Text">Markdown, in Swedish, to read in three minutes.</param>
/// <param name="EasyRead">The same in easy Swedish, a line for each sentence.</param>
internal sealed record WorkGuide(string Code, string Text, string EasyRead)
{
    public IHtmlContent Html => LessonText.Render(Text);

    public IHtmlContent EasyHtml => LessonText.Render(EasyRead);
}

/// <summary>Short help for those who work with a case, shown where they do it: one guide for each stage, and one for each decision. In <c>Guides/{code}.md</c>, with the easy one after a line of <c>%%</c>.</summary>
internal static class WorkGuides
{
    private const string Folder = "IdeSluss.Training.Guides.";

    private static readonly FrozenDictionary<string, WorkGuide> All = Read().ToFrozenDictionary(guide => guide.Code);

    /// <summary>Null for a stage of a plugin's own that has none.</summary>
    public static WorkGuide? Of(string? code) => code is null ? null : All.GetValueOrDefault(code);

    /// <summary>What helps in a place: what one does in the stage, then what one asks oneself before the decision.</summary>
    public static IReadOnlyList<WorkGuide> For(WorkGuideSlot place) => [.. new[] { Of(place.Stage), Of(place.Gate) }.OfType<WorkGuide>()];

    private static IEnumerable<WorkGuide> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var parts = reader.ReadToEnd().Split("\n%%\n", 2);
            yield return new(name[Folder.Length..^".md".Length], parts[0].Trim(), parts[1].Trim());
        }
    }
}
