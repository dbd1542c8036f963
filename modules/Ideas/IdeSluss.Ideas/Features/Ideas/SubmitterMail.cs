using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas;

/// <param name="Link">Where the case is read: the own page of an account, or where one types the code.</param>
internal sealed record SubmitterAddress(string Address, string Language, string Link, bool Account);

/// <summary>How a submitter is reached by mail. Null for those who chose telephone, letter, or to read with the code alone.</summary>
internal sealed class SubmitterMail(IdeasDbContext db, IPeopleDirectory people, InstanceInfo instance)
{
    public async Task<SubmitterAddress?> FindAsync(Idea idea, CancellationToken cancellationToken)
    {
        if (idea.AnswerWay is not (AnswerWay.Account or AnswerWay.Email)) return null;
        if (idea.SubmitterId is { } account && await people.FindAsync(account, cancellationToken) is { IsActive: true } person)
            return new(person.Email, person.Language, $"{instance.PublicAddress}/mina-ideer/{idea.CaseNumber}", Account: true);
        var contact = idea.Contact ?? await db.Set<Contact>().AsNoTracking().FirstOrDefaultAsync(one => one.IdeaId == idea.Id, cancellationToken);
        return idea.AnswerWay == AnswerWay.Email && contact?.Email is { Length: > 0 } address ? new(address, idea.Language, $"{instance.PublicAddress}/folj", Account: false) : null;
    }
}
