using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.Invite;

/// <summary>The link of an invitation, which can be sent again and is stored nowhere.</summary>
internal sealed class InvitationLinks(SecretTokens tokens, InstanceInfo instance)
{
    private const string Purpose = "testbeds.invitation";

    public string Of(InventoryInvitation invitation) => $"{instance.PublicAddress}/testbaddar/inventering/{TokenOf(invitation.Id)}";

    public string TokenOf(Guid id) => tokens.Of(Purpose, id);

    /// <summary>Null when it is no link of ours.</summary>
    public Guid? IdOf(string token) => tokens.IdOf(Purpose, token);
}
