using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

/// <summary>The yearly report as PDF: the same facts as the page, under the same headings.</summary>
internal static class YearPaper
{
    public static Document Of(YearView view, InstanceInfo instance, IStringLocalizer texts, string language)
    {
        string Say(string key) => texts[key].Value;
        return new(texts["Kvalitetsberättelse innovation {0}", view.Year], language,
        [
            new Paragraph(view.Authority, ParagraphStyle.Lead) { Language = "sv" },
            new Paragraph(texts.Sentence(view)),
            new Heading(2, Say("Förbättringar efter område")), .. Rows("Förbättringar efter område", ["Område", "Antal"], view.Areas.Select(one => new[] { Say(one.Name), one.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) })),
            new Heading(2, Say("Det som började användas")), .. Rows("Det som började användas", ["Idé", "Sedan", "Ändrad rutin"], view.Improvements.Select(one => new[] { $"{one.CaseNumber} {one.Title}", one.Day.ForPeopleWithYear(), one.Routine ?? "–" })),
            new Heading(2, Say("Risker")), new Paragraph(texts["Risker som hittades före test: {0}. Höga, 12 eller mer: {1}.", view.Risks, view.HighRisks.Count]),
            .. Rows("Höga risker", ["Idé", "Risk", "Risktal", "Åtgärd", "Kvar"], view.HighRisks.Select(one => new[] { one.CaseNumber, one.What, $"{one.Number}", one.Action ?? "–", one.Residual is { } left ? $"{left}" : "–" })),
            new Heading(2, Say("Egenkontroller")), .. Rows("Egenkontroller", ["Idé", "Kontroll", "Hur ofta", "Gjorda", "Något fungerade inte", "Det senaste"], view.SelfChecks.Select(one => new[] { one.CaseNumber, one.What, Say(QualityWords.Often(one.Often)), $"{one.Done}", $"{one.Deviating}", one.Latest ?? "–" })),
            new Heading(2, Say("Nytta som följdes upp")), .. view.Effect(texts).Select(line => new Paragraph(line)),
            new Heading(2, Say("Lärdomar")), .. view.Lessons.Count == 0 ? [new Paragraph(Say("Inga lärdomar är skrivna än."))] : view.Lessons.Select(one => (DocumentPart)new Paragraph($"{one.CaseNumber}: {one.Learnt}")),
        ]) { Sender = instance.Municipality.Name };

        IEnumerable<DocumentPart> Rows(string caption, string[] columns, IEnumerable<string[]> rows) =>
            rows.Select(row => (IReadOnlyList<string>)row).ToList() is { Count: > 0 } made ? [new Table(Say(caption), [.. columns.Select(Say)], made)] : [new Paragraph(Say("Inget under året."))];
    }

    /// <summary>The year in a sentence.</summary>
    public static string Sentence(this IStringLocalizer texts, YearView view) =>
        texts["Idéer som började användas under {0}: {1}. Egenkontroller som gjordes: {2}. Gånger som något inte fungerade: {3}.", view.Year, view.Improvements.Count, view.SelfChecks.Sum(one => one.Done), view.SelfChecks.Sum(one => one.Deviating)];

    public static IEnumerable<string> Effect(this YearView view, IStringLocalizer texts)
    {
        yield return view.Benefits == 0 ? texts["Uppföljningar som svarades: {0}.", view.FollowUps] : texts["Uppföljningar som svarades: {0}. Mål som är nådda: {1} av {2}.", view.FollowUps, view.Reached, view.Benefits];
        if (view.Planned != 0 || view.Realised != 0) yield return texts["Planerat: {0} per år. Utfall: {1} per år.", BenefitWords.Kronor(view.Planned), BenefitWords.Kronor(view.Realised)];
        if (view.MissingSplit > 0) yield return texts["Mått på personer som inte är uppdelade på kön: {0}.", view.MissingSplit];
    }
}
