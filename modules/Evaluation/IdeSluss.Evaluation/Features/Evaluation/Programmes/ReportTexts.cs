using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

/// <summary>The funder's headings, word for word, and what the plan can say below each. A proposal: a person writes the rest. Swedish, since the funder reads it.</summary>
internal static class ReportTexts
{
    /// <summary>Vinnova's public project page, while a project runs and when it has ended (<c>domain.md</c> 3.5).</summary>
    public static IReadOnlyList<string> Headings(ReportKind kind) => kind == ReportKind.Status
        ? ["Syfte och mål", "Förväntade effekter och resultat", "Planerat upplägg och genomförande"]
        : ["Viktiga resultat som projektet gav", "Långsiktiga effekter som förväntas", "Upplägg och genomförande"];

    public static string Title(ReportKind kind) => kind == ReportKind.Status ? "Lägesrapport" : "Slutrapport";

    public static string[] Propose(ReportKind kind, ProgrammePlan plan, decimal spent, IStringLocalizer texts) =>
        [.. (kind == ReportKind.Status
            ? new[] { plan.Purpose, Sentences([.. plan.Expected, .. plan.Steps["kort"], .. plan.Steps["medel"]]), Way(plan, spent, texts) }
            : [Sentences([.. plan.Steps["resultat"], .. plan.Activities.Where(each => each.State == "klar" && each.Result is not null).Select(each => $"{each.Name}: {each.Result}")]), Sentences(plan.Steps["lang"]), Way(plan, spent, texts)]).Select(Shortened)];

    private static string Way(ProgrammePlan plan, decimal spent, IStringLocalizer texts)
    {
        var phases = plan.Phases.Select(phase => texts["{0} ({1} till {2})", phase.Name, phase.From.ForPeopleShort(default), phase.To.ForPeopleShort(default)].Value).ToList();
        var done = plan.Activities.Where(each => each.State == "klar").Select(each => each.Name).ToList();
        var going = plan.Activities.Where(each => each.State == "pagar").Select(each => each.Name).ToList();
        var stopped = plan.Activities.Where(each => each.State == "avbruten").Select(each => each.Name).ToList();
        return Sentences(
        [
            .. phases.Count > 0 ? new[] { texts["Arbetet har {0} faser: {1}", phases.Count, string.Join("; ", phases)].Value } : [],
            .. done.Count > 0 ? new[] { texts["Gjort: {0}", string.Join("; ", done)].Value } : [],
            .. going.Count > 0 ? new[] { texts["Pågår: {0}", string.Join("; ", going)].Value } : [],
            .. stopped.Count > 0 ? new[] { texts["Avbrutet: {0}", string.Join("; ", stopped)].Value } : [],
            texts["{0} av {1} kronor är använda", ProgrammeRules.Kronor(spent), ProgrammeRules.Kronor(plan.Total)].Value,
        ]);
    }

    private static string Sentences(IReadOnlyList<string> lines) => string.Join('\n', lines.Select(line => line.EndsWith('.') || line.EndsWith('!') || line.EndsWith('?') ? line : line + "."));

    /// <summary>As many whole lines as there is room for; the page says how much may be written.</summary>
    private static string Shortened(string text)
    {
        if (text.Length <= ProgrammeReport.LongestText) return text;
        var end = text.LastIndexOf('\n', ProgrammeReport.LongestText - 2);
        return end > 0 ? text[..end] : text[..(ProgrammeReport.LongestText - 2)].TrimEnd() + " …";
    }
}
