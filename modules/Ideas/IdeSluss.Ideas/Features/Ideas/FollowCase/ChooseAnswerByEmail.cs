using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

/// <summary>An address added later: from now on the submitter gets a mail with number and link when there is something to read.</summary>
internal sealed class ChooseAnswerByEmail(IdeasDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(Guid ideaId, string? typed, Guid? person, CancellationToken cancellationToken)
    {
        var email = SubmittedText.Line(typed);
        if (email is null) return Problem.Invalid(new FieldError("Email", "E-post: fyll i adressen."));
        if (!SubmissionRules.IsEmail(email)) return Problem.Invalid(new FieldError("Email", "E-post: skriv adressen så här: namn@exempel.se."));
        if (await db.Ideas.Include(idea => idea.Contact).FirstOrDefaultAsync(idea => idea.Id == ideaId, cancellationToken) is not { } idea) return OwnCase.NoSuchCase;
        if (idea.Contact is null) idea.Contact = new Contact { IdeaId = idea.Id, Email = email };
        else idea.Contact.Email = email;
        idea.AnswerWay = AnswerWay.Email;
        db.Audit(new AuditFact("ideas.answer-way-changed", "idea", idea.Id, person, idea.AuthorityId));
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
}
