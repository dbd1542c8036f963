using IdeSluss.Ideas.Features.Ideas.Papers;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

/// <summary>What a nämnd reads before a meeting, in the order of the agenda.</summary>
/// <param name="MadeAt">The basis is as it was then: it may become better before the meeting.</param>
internal sealed record MeetingPackage(string Code, string Name, DateTimeOffset MadeAt, IReadOnlyList<PackageItem> Items);

internal sealed record PackageItem(int Number, CommitteeCase Case, IReadOnlyList<BasisSection> Sections);

internal sealed class ReadMeetingPackage(CommitteeBasis basis, IFormRegistry forms, IStringLocalizer texts, TimeProvider time)
{
    /// <summary>No meeting has more, and a page must end somewhere.</summary>
    public const int MostItems = 30;

    /// <param name="numbers">Case numbers in the order of the agenda.</param>
    public async Task<Outcome<MeetingPackage>> HandleAsync(string committee, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        if ((await basis.ReadAsync(committee, IdeasPermissions.ReadCommittee, cancellationToken)).Failed(out var problem, out var view)) return problem;
        if (numbers.Count == 0) return Problem.Invalid(new FieldError("", "Välj minst en idé till handlingarna."));
        if (numbers.Count > MostItems) return Problem.Invalid(new FieldError("", new Text("Högst {0} idéer får plats i samma handlingar.", MostItems)));
        var waiting = view.Cases.Concat(view.Delegated).ToDictionary(one => one.CaseNumber);
        var gone = numbers.Where(number => !waiting.ContainsKey(number)).ToList();
        if (gone.Count > 0) return Problem.Invalid([.. gone.Select(number => new FieldError("", new Text("{0} väntar inte på nämndens beslut. Ta bort den ur handlingarna.", number)))]);
        return new MeetingPackage(view.Code, view.Name, time.GetUtcNow(), [.. numbers.Distinct().Select((number, index) => new PackageItem(index + 1, waiting[number], BasisSections.Of(waiting[number].Facts, forms, texts)))]);
    }

    public Document Paper(MeetingPackage package, InstanceInfo instance) => Papers.Paper.Of(instance, texts["Handlingar till {0}", package.Name], package.Name,
    [
        new Paragraph(texts["Framtaget {0}.", package.MadeAt.ForPeople()], ParagraphStyle.Small),
        new ItemList([.. package.Items.Select(item => $"{item.Case.Title ?? texts["Idé utan rubrik"].Value} ({item.Case.CaseNumber})")], ItemMarks.Numbers),
        .. package.Items.SelectMany(Parts),
    ]);

    private IEnumerable<DocumentPart> Parts(PackageItem item)
    {
        var one = item.Case;
        yield return new PageBreak();
        yield return new Heading(2, $"{item.Number}. {one.Title ?? texts["Idé utan rubrik"].Value}") { Language = "sv" };
        yield return new KeyValues(
        [
            new(texts["Nummer"], one.CaseNumber),
            new(texts["Beslutet gäller"], texts[one.GateName]),
            .. one.NeedSentence is { } need ? new KeyValue[] { new(texts["Behovet"], need, "sv") } : [],
            .. one.Why is { } why ? new KeyValue[] { new(texts["Därför nämnden"], texts.Say(why)) } : [],
        ]);
        foreach (var section in item.Sections)
        {
            yield return new Heading(3, section.Title);
            if (section.Lines.Count == 0) yield return new Paragraph(texts["Inget är skrivet än."], ParagraphStyle.Small);
            foreach (var line in section.Lines.Where(line => line.Label is null)) yield return new Paragraph(line.Text) { Language = "sv" };
            if (section.Lines.Any(line => line.Label is not null)) yield return new KeyValues([.. section.Lines.Where(line => line.Label is not null).Select(line => new KeyValue(line.Label!, line.Text, "sv"))]);
        }

        if (one.Advice.Count > 0)
        {
            yield return new Heading(3, texts["Råd"]);
            yield return new KeyValues([.. one.Advice.Select(advice => new KeyValue($"{advice.Role}: {advice.Recommendation}", advice.Text, "sv"))]);
        }
    }
}
