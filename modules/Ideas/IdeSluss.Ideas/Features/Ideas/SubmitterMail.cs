using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas;

/// <param name="Link">Where the case is read: the own page of an account, or where one types the code.</param>
internal sealed record SubmitterAddress(string Address, string Language, string Link, bool Account);

/// <summary>How a submitter is reached by mail. Null for those who chose telephone, letter, or to read with the code alone.</summary>
internal sealed class SubmitterMail(IdeasDbContext db, IPeopleDirectory people, FollowCodes codes, InstanceInfo instance, IStringLocalizer texts)
{
    public async Task<SubmitterAddress?> FindAsync(Idea idea, CancellationToken cancellationToken)
    {
        if (idea.AnswerWay is not (AnswerWay.Account or AnswerWay.Email)) return null;
        if (idea.SubmitterId is { } account && await people.FindAsync(account, cancellationToken) is { IsActive: true } person)
            return new(person.Email, person.Language, $"{instance.PublicAddress}/mina-ideer/{idea.CaseNumber}", Account: true);
        var contact = idea.Contact ?? await db.Set<Contact>().AsNoTracking().FirstOrDefaultAsync(one => one.IdeaId == idea.Id, cancellationToken);
        return idea.AnswerWay == AnswerWay.Email && contact?.Email is { Length: > 0 } address ? new(address, idea.Language, FollowLink(idea), Account: false) : null;
    }

    /// <summary>Where one types the code. Whoever's idea was read in from a file never got a code, so it comes along: the address is the one they gave.</summary>
    public string FollowLink(Idea idea)
    {
        var link = $"{instance.PublicAddress}/folj";
        if (!idea.SubmissionKey.StartsWith("import:", StringComparison.Ordinal)) return link;
        using var _ = new SpeakingTo(idea.Language);
        return texts["{0}\nDin kod: {1}", link, codes.Of(idea.SubmissionKey, idea.FollowCodeHash)];
    }
}
