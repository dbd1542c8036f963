using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <param name="Facts">The case's other forms, where the signed one takes facts from them.</param>
/// <param name="Answers">The answers to the form that is to be signed, as they are now; null when nothing is signed.</param>
/// <param name="FormVersion">Their version; send it with the signature.</param>
/// <param name="MayAnswer">The reader answers here: the asked role, or a coach for a body outside.</param>
internal sealed record ConsultationToAnswer(
    ConsultationView Consultation, string CaseNumber, string? Title, string? NeedSentence, IdeaWords Words, FormDefinition? Form, Answers? Answers, FormFacts Facts, int? FormVersion, bool Signs, bool ByItself, bool MayAnswer, bool MayRemind, bool MayNote, Text? Explanation);

internal sealed record WaitingConsultation(Guid Id, string CaseNumber, string? Title, string Who, DateOnly LastDay, bool Late);

/// <summary>
/// Reads and answers a consultation. Who answers depends on the body: its role by itself, or a coach who writes in what they said and when. A signature holds for the
/// answers that the signer has read.
/// </summary>
internal sealed class AnswerBody(IdeasDbContext db, CurrentUser user, ConsultationCases cases, BodyCatalogue bodies, CaseConsultations consultations, ReadTranslations translations, WorkflowNames names, CaseEvidence evidence, IFormRegistry forms, TimeProvider time)
{
    private const int MostListed = 100;

    /// <summary>What waits for the caller's own answer, the soonest first.</summary>
    public async Task<IReadOnlyList<WaitingConsultation>> ListAsync(CancellationToken cancellationToken)
    {
        var mine = bodies.All.Where(body => body.AnsweredBy is { } role && user.HasRole(role)).Select(body => body.Code).ToList();
        if (mine.Count == 0) return [];
        var me = user.RequiredId;
        var rows = await db.Consultations.AsNoTracking().Where(one => one.Status == ConsultationStatus.Asked && mine.Contains(one.Body))
            .Join(db.Ideas.Within(user.Scope(IdeasPermissions.Advise)).Where(idea => idea.Status != IdeaStatus.Closed && idea.SubmitterId != me && !idea.People.Any(person => person.PersonId == me)),
                one => one.IdeaId, idea => idea.Id, (one, idea) => new { Consultation = one, idea.CaseNumber, idea.PublicTitle })
            .OrderBy(row => row.Consultation.LastDay).ThenBy(row => row.Consultation.Id).Take(MostListed).ToListAsync(cancellationToken);
        var today = time.StockholmToday();
        return [.. rows.Select(row => consultations.View(row.Consultation, row.Consultation.Gate, null, today)).Zip(rows, (view, row) => new WaitingConsultation(view.Id, row.CaseNumber, row.PublicTitle, view.Who, view.LastDay, view.Late))];
    }

    public async Task<Outcome<ConsultationToAnswer>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (consultation, idea, body, isCoach, isAsked) = found;
        var signed = await SignedAsync(consultation, cancellationToken);
        var today = time.StockholmToday();
        var open = consultation.Status == ConsultationStatus.Asked && cases.Closed(found, consultation.Version) is null;
        var view = consultations.View(consultation, names.Gate(idea.WorkflowKey, idea.WorkflowVersion, consultation.Gate), signed?.Version, today);
        return new ConsultationToAnswer(
            view, idea.CaseNumber, idea.PublicTitle, idea.NeedSentence, new(idea.PublicText, idea.Language, await translations.ForReadingAsync(idea, cancellationToken)), consultation.Form is { } form ? forms.Current(form) : null, signed is null ? null : Answers.Parse(signed.Answers), await evidence.OfAsync(idea.CaseNumber, cancellationToken), consultation.Form is null ? null : signed?.Version ?? 0,
            body?.Signs == true, body?.AnsweredBy is not null, open && (body?.AnsweredBy is null ? isCoach : isAsked), open && isCoach, open && isCoach && consultation.LastDay < today, body?.Explanation is { } why ? new Text(why) : null);
    }

    public async Task<Outcome<Done>> HandleAsync(Guid id, ConsultationReply reply, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (consultation, idea, body, isCoach, isAsked) = found;
        if (cases.Closed(found, reply.Version) is { } closed) return closed;
        if (body is null) return Problem.Conflict("Den som tillfrågades finns inte i systemet just nu. Be systemförvaltaren att titta på tilläggen, eller notera att inget svar kom.");
        if (body.AnsweredBy is not null && !isAsked) return Problem.Forbidden(new Text("{0} svarar själv. Du kan läsa och påminna.", new Text(body.Name)));
        if (body.AnsweredBy is null && !isCoach) return ConsultationCases.NotFound;
        if (SeparationOfDuties.IsOwn(idea, user.RequiredId, user.Email)) return SeparationOfDuties.OwnIdea;
        var now = time.GetUtcNow();
        var errors = ConsultationRules.Check(reply, body.Signs, isAsked, consultation.AskedAt.StockholmDay(), now.StockholmDay()).ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);
        if (consultation.Form is { } form)
        {
            var signed = await SignedAsync(consultation, cancellationToken);
            if (GateReadiness.MissingIn(form, await evidence.OfAsync(idea.CaseNumber, cancellationToken), forms) is { Count: > 0 } gaps) return Problem.Conflict("Det som ska signeras är inte klart.", [.. gaps]);
            if (reply.SeenVersion != signed!.Version) return Problem.Stale();
            consultation.SignedVersion = signed.Version;
        }

        var verdict = body.Signs ? Verdicts.Parse(reply.Verdict) : null;
        consultation.Status = ConsultationStatus.Answered;
        consultation.AnsweredAt = now;
        consultation.AnsweredById = user.RequiredId;
        consultation.AnsweredOn = isAsked ? now.StockholmDay() : reply.AnsweredOn;
        consultation.Verdict = verdict;
        consultation.Text = reply.Text.OrNothing();
        consultation.Conditions = verdict == Verdict.YesWithConditions ? reply.Conditions.OrNothing() : null;
        await cases.RecordAsync(found, TimelineKinds.ConsultationAnswered, "ideas.consultation-answered", Audience.Public, now, cancellationToken);
        db.Publish(new ConsultationAnswered(idea.Id, idea.CaseNumber, consultation.Id, consultation.Body, consultation.Gate, verdict is { } one ? Verdicts.CodeOf(one) : "ANSWERED", now), idea.Id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return Done.It;
    }

    private async Task<EvidenceAnswer?> SignedAsync(Consultation consultation, CancellationToken cancellationToken) =>
        consultation.Form is { } form ? await db.Evidence.AsNoTracking().FirstOrDefaultAsync(one => one.IdeaId == consultation.IdeaId && one.Form == form, cancellationToken) : null;
}
