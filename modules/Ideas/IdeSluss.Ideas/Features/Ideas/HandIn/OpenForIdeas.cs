using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>
/// No live start without a named receiver of serious irregularities: an instance takes in ideas only while someone holds that role, because what comes in
/// may be one, also at night (LSS 24 b §: "genast").
/// </summary>
internal sealed class OpenForIdeas(IPeopleDirectory people, IOrganisation organisation, InstanceInfo instance) : IAttentionSource
{
    public async Task<Problem?> RefusalAsync(CancellationToken cancellationToken) =>
        await HasReceiverAsync(cancellationToken)
            ? null
            : Problem.Conflict(new Text("Idéslussen är inte öppen än: ingen är utsedd att ta emot allvarliga missförhållanden. Ring {0} så hjälper vi dig.", instance.Branding.Contact.Phone));

    public async Task<IReadOnlyList<AttentionItem>> FindAsync(CancellationToken cancellationToken) =>
        await HasReceiverAsync(cancellationToken)
            ? []
            : [new("Ingen är kvalitetsansvarig. Inga idéer tas emot förrän någon har den rollen och kan ta emot allvarliga missförhållanden.", "/admin/behorigheter", Urgent: true)];

    private async Task<bool> HasReceiverAsync(CancellationToken cancellationToken)
    {
        foreach (var authority in await organisation.AuthoritiesAsync(cancellationToken))
            if ((await people.InRoleAsync(Roles.QualityOfficer, authority.Id, null, cancellationToken)).Count > 0) return true;
        return false;
    }
}
