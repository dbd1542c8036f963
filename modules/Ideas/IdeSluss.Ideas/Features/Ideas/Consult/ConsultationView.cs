using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Parts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <summary>One consultation of a case, as everyone who works with the case reads it.</summary>
/// <param name="Who">The body's name, with the unit when another unit is asked.</param>
/// <param name="State"><c>Asked</c>, <c>Answered</c>, <c>Unanswered</c> or <c>Withdrawn</c>.</param>
/// <param name="SignedForm">Title of the form that was signed or is to be.</param>
/// <param name="Outdated">The signed form's answers have changed since: the signature no longer counts.</param>
internal sealed record ConsultationView(
    Guid Id, string Gate, string GateName, string Body, string Who, string Question, DateTimeOffset AskedAt, DateOnly LastDay, bool Late, string State, DateTimeOffset? RemindedAt,
    DateOnly? AnsweredOn, string? Verdict, string? Text, string? Conditions, string? SignedForm, bool Outdated, int Version)
{
    public Text Words => State switch
    {
        nameof(ConsultationStatus.Unanswered) => "Inget svar inom tiden",
        nameof(ConsultationStatus.Withdrawn) => "Återkallat",
        nameof(ConsultationStatus.Answered) when Outdated => "Gäller inte längre",
        nameof(ConsultationStatus.Answered) => Verdict ?? "Har svarat",
        _ => Late ? "Har inte svarat i tid" : "Väntar på svar",
    };

    /// <summary>Only supports the words.</summary>
    public StatusKind Kind => State switch
    {
        nameof(ConsultationStatus.Answered) => Outdated || Verdict == Verdicts.NameOf(Domain.Verdict.No) ? StatusKind.Warning : StatusKind.Success,
        nameof(ConsultationStatus.Asked) => Late ? StatusKind.Danger : StatusKind.Info,
        _ => StatusKind.Neutral,
    };
}

/// <summary>
/// What was asked and answered about cases, for whoever has been let in to them: the case page, the decision, the nämnd's basis, and what a form wants to quote.
/// </summary>
internal sealed class CaseConsultations(IdeasDbContext db, WorkflowNames names, IFormRegistry forms, IStringLocalizer texts, TimeProvider time)
{
    /// <summary>In the order they were asked; withdrawn ones are left out.</summary>
    public async Task<IReadOnlyList<ConsultationView>> OfAsync(Guid ideaId, CancellationToken cancellationToken) =>
        (await OfManyAsync([ideaId], cancellationToken)).GetValueOrDefault(ideaId) ?? [];

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ConsultationView>>> OfManyAsync(IReadOnlyCollection<Guid> ideaIds, CancellationToken cancellationToken)
    {
        var rows = await db.Consultations.AsNoTracking().Where(one => ideaIds.Contains(one.IdeaId) && one.Status != ConsultationStatus.Withdrawn).OrderBy(one => one.Id)
            .Join(db.Ideas, one => one.IdeaId, idea => idea.Id, (one, idea) => new { Consultation = one, idea.WorkflowKey, idea.WorkflowVersion }).ToListAsync(cancellationToken);
        var signed = rows.Select(row => row.Consultation.Form).OfType<string>().Distinct().ToList();
        var versions = signed.Count == 0 ? [] : await db.Evidence.AsNoTracking().Where(one => ideaIds.Contains(one.IdeaId) && signed.Contains(one.Form))
            .ToDictionaryAsync(one => (one.IdeaId, one.Form), one => one.Version, cancellationToken);
        var today = time.StockholmToday();
        return rows.GroupBy(row => row.Consultation.IdeaId).ToDictionary(group => group.Key, IReadOnlyList<ConsultationView> (group) =>
        [
            .. group.Select(row => View(row.Consultation, names.Gate(row.WorkflowKey, row.WorkflowVersion, row.Consultation.Gate),
                row.Consultation.Form is { } form ? versions.GetValueOrDefault((row.Consultation.IdeaId, form)) : null, today)),
        ]);
    }

    /// <param name="formVersion">Version of the signed form's answers now; null when nothing is signed.</param>
    public ConsultationView View(Consultation one, string gateName, int? formVersion, DateOnly today) => new(
        one.Id, one.Gate, gateName, one.Body, one.Note is null ? texts[one.BodyName].Value : $"{texts[one.BodyName].Value}: {one.Note}", one.Question, one.AskedAt, one.LastDay,
        one.Status == ConsultationStatus.Asked && one.LastDay < today, one.Status.ToString(), one.RemindedAt, one.AnsweredOn, one.Verdict is { } verdict ? Verdicts.NameOf(verdict) : null, one.Text, one.Conditions,
        one.Form is { } form ? forms.Current(form)?.Title ?? form : null, one.SignedVersion is { } signed && signed != formVersion, one.Version);
}
