using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.PrepareTest;

/// <summary>A test to prepare, as a decision makes it.</summary>
internal sealed class NewTest(IOrganisation organisation, TimeProvider time)
{
    /// <param name="round">Which test of the case, from 1.</param>
    public async Task<Trial> MakeAsync(TestCase idea, Guid decision, DateTimeOffset readyFrom, int round, CancellationToken cancellationToken)
    {
        // A case that was sorted a moment ago may still lie with whoever received it; its test belongs where the unit does.
        var authority = idea.UnitId is { } unit ? (await organisation.UnitAsync(unit, cancellationToken))?.AuthorityId : null;
        return new()
        {
            Id = Guid.CreateVersion7(), Number = string.Create(CultureInfo.InvariantCulture, $"{idea.CaseNumber}-T{round}"), Round = round, IdeaId = idea.IdeaId, CaseNumber = idea.CaseNumber, DecisionId = decision, ReadyFrom = readyFrom,
            AuthorityId = authority ?? idea.AuthorityId, UnitId = idea.UnitId, ReceivingUnitId = idea.ReceivingUnitId, Track = idea.Track, Title = idea.Title, CreatedAt = time.GetUtcNow(),
        };
    }
}
