using System.Buffers.Text;
using System.Security.Cryptography;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.Invite;

/// <summary>The link of an invitation: its id and half an HMAC of it, so that it can be sent again and is stored nowhere.</summary>
internal sealed class InvitationLinks(IInstanceSecret secret, InstanceInfo instance)
{
    private const int IdBytes = 16;
    private const int ProofBytes = 16;

    public string Of(InventoryInvitation invitation) => $"{instance.PublicAddress}/testbaddar/inventering/{TokenOf(invitation.Id)}";

    public string TokenOf(Guid id) => Base64Url.EncodeToString([.. id.ToByteArray(), .. Proof(id.ToByteArray())]);

    /// <summary>Null when it is no link of ours.</summary>
    public Guid? IdOf(string token)
    {
        var bytes = new byte[IdBytes + ProofBytes];
        if (token.Length > 60 || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length) return null;
        return CryptographicOperations.FixedTimeEquals(Proof(bytes.AsSpan(0, IdBytes)), bytes.AsSpan(IdBytes)) ? new Guid(bytes.AsSpan(0, IdBytes)) : null;
    }

    private ReadOnlySpan<byte> Proof(ReadOnlySpan<byte> id) => secret.Derive("testbeds.invitation", id).AsSpan(0, ProofBytes);
}
