using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>What a case's forms say together, with the facts of the case itself. Whoever asks has already been let in to the case.</summary>
internal sealed class CaseEvidence(IdeasDbContext db, CaseConsultations consultations, IFormRegistry forms)
{
    public async Task<FormFacts> OfAsync(string caseNumber, CancellationToken cancellationToken) =>
        await OfAsync(await db.Ideas.AsNoTracking().FirstAsync(one => one.CaseNumber == caseNumber, cancellationToken), null, cancellationToken);

    /// <param name="stored">The case's answers, when they are at hand.</param>
    public async Task<FormFacts> OfAsync(Idea idea, IReadOnlyList<EvidenceAnswer>? stored, CancellationToken cancellationToken) => Of(
        idea, stored ?? await db.Evidence.AsNoTracking().Where(one => one.IdeaId == idea.Id).ToListAsync(cancellationToken), forms, await consultations.OfAsync(idea.Id, cancellationToken));

    /// <param name="consulted">Only for reading: no gate rests on what a form quotes of it.</param>
    public static FormFacts Of(Idea idea, IEnumerable<EvidenceAnswer> stored, IFormRegistry forms, IReadOnlyList<ConsultationView>? consulted = null) =>
        new(forms, stored.Select(one => new StoredForm(one.Form, one.FormVersion, Answers.Parse(one.Answers))).Append(new(FormKeys.Case, CaseForm.Definition.Version, CaseForm.Of(idea, consulted ?? []))));

    /// <summary>The forms that have answers, in the order of the way through the gates; the case's own facts are shown elsewhere.</summary>
    public static IReadOnlyList<string> Answered(FormFacts facts, IFormRegistry forms) =>
        [.. forms.All.Select(form => form.Key).Concat(facts.Forms).Distinct().Where(key => key != FormKeys.Case && facts.Forms.Contains(key))];
}
