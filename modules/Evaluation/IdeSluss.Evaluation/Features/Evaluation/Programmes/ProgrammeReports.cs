using System.Globalization;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

/// <param name="Written">Below <paramref name="Headings"/>, in their order.</param>
internal sealed record ReportView(
    Guid Id, string Programme, string ProgrammeName, ReportKind Kind, IReadOnlyList<string> Headings, IReadOnlyList<string> Written, DateTimeOffset ChangedAt, DateOnly? SentOn, bool MayChange, int Version);

/// <summary>Makes a report out of the plan, and lets a person write it until it is sent.</summary>
internal sealed class ProgrammeReports(EvaluationDbContext db, ReadProgrammes programmes, CurrentUser me, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public static readonly Problem NoSuchReport = Problem.NotFound("Rapporten finns inte, eller så är den inte din.");

    public async Task<Outcome<Guid>> MakeAsync(string code, ReportKind? kind, CancellationToken cancellationToken)
    {
        if ((await programmes.FindAsync(code, cancellationToken)).Failed(out var problem, out var programme)) return problem;
        if (!programme.MayManage) return SaveProgramme.NoSuchProgramme;
        if (kind is not { } chosen || !Enum.IsDefined(chosen)) return Problem.Invalid(new FieldError("Kind", "Välj lägesrapport eller slutrapport."));
        var now = time.GetUtcNow();
        using var swedish = new SpeakingTo("sv");
        var report = new ProgrammeReport
        {
            Id = Guid.CreateVersion7(), ProgrammeId = programme.Id, Kind = chosen, MadeAt = now, ChangedAt = now, ChangedById = me.RequiredId,
            Written = ReportTexts.Propose(chosen, programme.Plan, programme.Years.Sum(year => year.Spent), texts),
        };
        db.ProgrammeReports.Add(report);
        db.Audit(Fact("evaluation.programme-report-made", report));
        await db.SaveChangesAsync(cancellationToken);
        return report.Id;
    }

    public async Task<Outcome<ReportView>> FindAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (await programmes.OneAsync(code, cancellationToken) is not { } programme || await db.ProgrammeReports.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id && each.ProgrammeId == programme.Id, cancellationToken) is not { } report) return NoSuchReport;
        return new ReportView(
            report.Id, programme.Code, ProgrammePlan.Of(programme).Name, report.Kind, ReportTexts.Headings(report.Kind), report.Written, report.ChangedAt, report.SentOn,
            report.SentOn is null && me.Scope(EvaluationPermissions.ManageProgrammes).Covers(programme.AuthorityId, programme.UnitId), report.Version);
    }

    /// <param name="sentOn">The day it was sent to the funder; null while one writes.</param>
    public async Task<Outcome<Done>> SaveAsync(string code, Guid id, IReadOnlyList<string?>? written, DateOnly? sentOn, int? version, CancellationToken cancellationToken)
    {
        if ((await FindAsync(code, id, cancellationToken)).Failed(out var problem, out var view)) return problem;
        if (view.SentOn is not null) return Problem.Conflict("Rapporten är skickad och går inte att ändra. Gör en ny.");
        if (!view.MayChange) return NoSuchReport;
        var report = await db.ProgrammeReports.FirstAsync(each => each.Id == id, cancellationToken);
        if (version is { } seen && seen != report.Version) return Problem.Stale();
        if (Check(report.Kind, written ?? [], sentOn).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        (report.Written, report.SentOn, report.ChangedAt, report.ChangedById) = ([.. written!.Select(text => (text ?? "").Trim().ReplaceLineEndings("\n"))], sentOn, time.GetUtcNow(), me.RequiredId);
        db.Audit(Fact(sentOn is null ? "evaluation.programme-report-changed" : "evaluation.programme-report-sent", report));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    public Document Paper(ReportView view) => new(
        texts[ReportTexts.Title(view.Kind)], CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        [
            new Paragraph(view.ProgrammeName, ParagraphStyle.Lead) { Language = "sv" },
            .. view.Headings.Zip(view.Written).SelectMany(IEnumerable<DocumentPart> (part) => [new Heading(2, part.First) { Language = "sv" }, new Paragraph(part.Second.Length > 0 ? part.Second : "–") { Language = "sv" }]),
        ]) { Sender = instance.Municipality.Name };

    /// <summary>To paste into the funder's own form.</summary>
    public static string Plain(ReportView view) => string.Join("\n\n", view.Headings.Zip(view.Written, (heading, text) => $"{heading}\n{text}")) + "\n";

    private IEnumerable<FieldError> Check(ReportKind kind, IReadOnlyList<string?> written, DateOnly? sentOn)
    {
        if (written.Count != ProgrammeReport.Texts)
        {
            yield return new("Written", new Text("Rapporten har {0} texter.", ProgrammeReport.Texts));
            yield break;
        }

        foreach (var (text, at) in written.Select((text, at) => ((text ?? "").Trim().ReplaceLineEndings("\n"), at)))
        {
            var heading = ReportTexts.Headings(kind)[at];
            if (text.Length > ProgrammeReport.LongestText) yield return new($"Written[{at}]", new Text("{0}: texten är {1} tecken, finansiären tar emot högst {2}.", heading, text.Length, ProgrammeReport.LongestText));
            else if (text.Length == 0 && sentOn is not null) yield return new($"Written[{at}]", new Text("{0}: skriv en text innan rapporten skickas.", heading));
        }

        if (sentOn > time.StockholmToday()) yield return new("SentOn", "Dagen har inte varit än.");
    }

    private AuditFact Fact(string action, ProgrammeReport report) => new(action, "programme-report", report.Id, me.RequiredId, null, new Dictionary<string, string> { ["kind"] = report.Kind.ToString() });
}
